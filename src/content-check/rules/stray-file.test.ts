import { expect, test } from 'vitest';
import { check, expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test('a file that nothing reads is named', () =>
  expectProblems(
    {
      'content/drivers/docker-vfs.yml': '‸name: vfs\n',
      'content/posts/2014/a.md': `‸${post('Text.\n')}`,
      'content/posts/notes.txt': '‸notes\n',
    },
    'stray-file  Nothing reads this file. Files of content/drivers/ end in `.yaml` and lie in no subfolder. Rename, move or delete this one.',
    'stray-file  Nothing reads this file. Files of content/posts/ end in `.md` or `.mdx` and lie in no subfolder. Rename, move or delete this one.',
    'stray-file  Nothing reads this file. Files of content/posts/ end in `.md` or `.mdx` and lie in no subfolder. Rename, move or delete this one.',
  ));

test('a file beside the folders of content is named, with the folder that was meant', async () => {
  await expectProblems(
    { 'content/post/a.md': '‸', 'content/redirect.yaml': '‸/old/: /posts/\n' },
    'stray-file  Nothing reads this file. Move it to `content/posts`.',
    'stray-file  Nothing reads this file. Move it to `content/redirects.yaml`.',
  );
  const { problems } = await check({ 'content/blog/a.mdx': post('Text.\n') });
  expect(problems).toMatchObject([{ file: 'content/blog/a.mdx', hint: expect.stringContaining('`content/posts`') }]);
});

test('images lie beside prose, and dotfiles anywhere', () =>
  expectProblems({
    'content/posts/a.png': 'GIF89a',
    'content/posts/shots/a.jpg': 'GIF89a',
    'content/drivers/.gitkeep': '',
    'content/README.md': 'x',
  }));
