import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

const files = { 'public/a.png': 'GIF89a' };

test('an image of Markdown without a text is named where its address begins', () =>
  expectProblems(
    { ...files, 'content/posts/a.md': post('Text ![](‸/a.png) and ![  ](‸/a.png).\n') },
    'image-alt  The image has no alternative text. Say what it shows: `![what it shows](/a.png)`. If it is decoration, write `<img src="/a.png" alt="" />`.',
    'image-alt  The image has no alternative text. Say what it shows: `![what it shows](/a.png)`. If it is decoration, write `<img src="/a.png" alt="" />`.',
  ));

test('an image tag without the attribute is named in Markdown and in MDX', () =>
  expectProblems(
    {
      ...files,
      'content/posts/a.md': post('<img src="‸/a.png">\n'),
      'content/posts/b.mdx': post('<img src="‸/a.png" />\n'),
    },
    'image-alt  The image has no alternative text. Say what it shows: `alt="…"`. If it is decoration, write `alt=""`.',
    'image-alt  The image has no alternative text. Say what it shows: `alt="…"`. If it is decoration, write `alt=""`.',
  ));

test('an image by reference is looked at too', () =>
  expectProblems(
    { ...files, 'content/posts/a.md': post('![][a]\n\n[a]: ‸/a.png\n') },
    'image-alt  The image has no alternative text. Say what it shows: `![what it shows](/a.png)`. If it is decoration, write `<img src="/a.png" alt="" />`.',
  ));

test('a tag whose text is empty says that the image is decoration', () =>
  expectProblems({
    ...files,
    'content/posts/a.md': post('<img src="/a.png" alt="">\n'),
    'content/posts/b.mdx': post('<img src="/a.png" alt="" />\n'),
  }));

test('an image with a text is fine, also if that is an expression', () =>
  expectProblems({
    ...files,
    'content/posts/b.mdx': post(
      '![A](/a.png)\n\n<img src="/a.png" alt={"A"} />\n\n<img src="/a.png" alt={1 + "A"} />\n\n<img {...{}} />\n',
    ),
  }));
