import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

const files = {
  'public/shots/info.png': 'GIF89a',
  'public/shots/my info.png': 'GIF89a',
  'content/posts/beside.png': 'GIF89a',
};

test.each([
  ['a path with a typo', '![A](‸/shots/inof.png)', 'There is no file public/shots/inof.png. Write `/shots/info.png`.'],
  [
    'a file that is not beside',
    '![A](‸./besides.png)',
    'There is no file content/posts/besides.png. Write `./beside.png`.',
  ],
  [
    'a file that is near to none',
    '![A](‸/photographs/holiday.jpg)',
    'There is no file public/photographs/holiday.jpg. Add it, or correct the path.',
  ],
  [
    'an image of another site',
    '![A](‸https://example.org/a.png)',
    '`https://example.org/a.png` is not a file of this site, and pages load nothing from elsewhere. Save the image in public/ and write its path there.',
  ],
  [
    'an image whose text has brackets',
    '![A \\](b](‸/shots/inof.png)',
    'There is no file public/shots/inof.png. Write `/shots/info.png`.',
  ],
])('%s is named where the address begins', (_, body, words) =>
  expectProblems({ ...files, 'content/posts/a.md': post(`Text ${body}\n`) }, `image-file  ${words}`),
);

test('an image tag without an address is named where it begins', () =>
  expectProblems(
    { 'content/posts/a.md': post('Text ‸<img alt="A">\n') },
    'image-file  The image names no file. Write its path: `/name.png`.',
  ));

test.each([
  '/shots/info.png',
  '/shots/info.png?v=2',
  './beside.png',
  'beside.png',
  '../../public/shots/info.png',
  '/shots/my%20info.png',
])('%s is found', (url) => expectProblems({ ...files, 'content/posts/a.md': post(`![A](${url})\n`) }));

test('the picture of a component is looked for, and one that browsers do not show is named', () =>
  expectProblems(
    {
      ...files,
      'public/a.heic': 'x',
      'content/posts/a.mdx': post(
        '<Figure src="/shots/info.png" alt="A">A</Figure>\n\n<Still src="‸/shots/inof.png" href="https://example.org/" label="A" />\n\n![A](‸/a.heic)\n',
      ),
    },
    'image-file  There is no file public/shots/inof.png. Write `/shots/info.png`.',
    'image-file  Browsers do not show `/a.heic` as a picture. Save it as PNG, JPEG, WebP, AVIF, GIF or SVG, or link to it.',
  ));
