import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test('an anchor of a heading as other sites write it is named, and one in code is none', () =>
  expectProblems(
    { 'content/posts/a.md': post('## Make room ‸{#room}\n\n## A way ‸{#way} ##\n\n## Write `{#room}`\n\n## C [#c]\n') },
    'heading-id  `{#room}` gives this heading no anchor. Write `[#room]`.',
    'heading-id  `{#way}` gives this heading no anchor. Write `[#way]`.',
  ));
