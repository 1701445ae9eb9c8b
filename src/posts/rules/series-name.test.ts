import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

const part = (series: string) => post('Text.\n', `series: ${series}\n`);
const hint = 'Write `Mind it`, or give it a name that differs in more than capitals and blanks.';

test('a part whose series has other capitals or blanks than those of most parts is named', () =>
  expectProblems(
    {
      'content/posts/a.md': part('‸mind it'),
      'content/posts/b.md': part('Mind it'),
      'content/posts/c.md': part('Mind it'),
      'content/posts/d.md': part('‸"Mind  it"'),
      'content/posts/e.md': part('Mind it well'),
    },
    `series-name  The series \`mind it\` is another one than \`Mind it\` in content/posts/b.md. ${hint}`,
    `series-name  The series \`Mind  it\` is another one than \`Mind it\` in content/posts/b.md. ${hint}`,
  ));
