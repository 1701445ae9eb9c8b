import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

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

test('images lie beside prose, and dotfiles anywhere', () =>
  expectProblems({ 'content/posts/a.png': '', 'content/posts/shots/a.jpg': '', 'content/drivers/.gitkeep': '' }));
