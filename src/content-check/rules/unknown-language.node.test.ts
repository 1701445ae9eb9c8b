import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test('a language that has no colours is named after its fence, with the nearest one', () =>
  expectProblems(
    { 'content/posts/a.md': post('```‸yamll title="a"\na: 1\n```\n\n- item\n\n  ~~~~ ‸qwrtzuiop\n  a\n  ~~~~\n') },
    'unknown-language  Nobody knows how to colour the language `yamll`. Write `yaml`.',
    'unknown-language  Nobody knows how to colour the language `qwrtzuiop`. Write `console` for a terminal, and `text` for anything else.',
  ));

test.each([['console', '$ '], ...['text', 'yaml', 'sh', 'JSON', ''].map((name) => [name, ''])])(
  'the fence %j is known',
  (name, prompt) => expectProblems({ 'content/posts/a.md': post(`\`\`\`${name}\n${prompt}a\n\`\`\`\n`) }),
);
