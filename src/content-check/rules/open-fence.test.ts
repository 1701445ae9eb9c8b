import { test } from 'vitest';
import { expectProblems, expectWarnings, importRecord, post } from '../../../tests/fixtures/content-tree.ts';

const words = (fence: string) =>
  `open-fence  The code block is never closed, so that what follows is code too. Write a line \`${fence}\` after its last line.`;

test('a block that nobody closed is named where it begins, also one whose last line has too few signs', () =>
  expectProblems(
    {
      'content/posts/a.md': post('Text.\n\n‸````md\n```\nAll of this\n\n## is code\n```\n'),
      'content/posts/b.mdx': post('- Item\n\n  ‸~~~\n  code\n\nText.\n'),
      'content/posts/c.md': post('‸```'),
    },
    words('````'),
    words('~~~'),
    words('```'),
  ));

test('blocks that are closed are fine, in lists and quotes, with more signs, with nothing in them, and indented ones', () =>
  expectProblems({
    'content/posts/a.md': post(
      '```\na\n```\n\n- ~~~sh\n  b\n  ~~~~  \n\n> ```\n> c\n> ```\n\n```\n```\n\n    indented\n\n`inline`\n\n1. a\r\n\r\n   ```\r\n   b\r\n   ```\r\n',
    ),
  }));

test('an imported article only gets a warning', () =>
  expectWarnings({ ...importRecord, 'content/posts/a.md': post('‸```\na\n') }, '2026-11-25', words('```')));
