import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test('an anchor of a heading as other sites write it is named, and one in code is none', () =>
  expectProblems(
    {
      'content/posts/a.md': post(
        '## Make room ‸{#room}\n\n## A way ‸{#way} ##\n\n## Write `{#room}`\n\n## C [#c]\n\n## An issue [#42]\n',
      ),
    },
    'heading-id  `{#room}` gives this heading no anchor. Write `[#room]`.',
    'heading-id  `{#way}` gives this heading no anchor. Write `[#way]`.',
  ));

test('an anchor with a blank or a letter that none can have is named', () =>
  expectProblems(
    {
      'content/posts/a.md': post(
        '## Make room ‸[#room now]\n\n## Size ‸[#höhe]\n\n## C ‸[#größe]\n\n## A way ‸{#a way}\n',
      ),
    },
    'heading-id  `[#room now]` gives this heading no anchor. Write `[#room-now]`.',
    'heading-id  `[#höhe]` gives this heading no anchor. Write `[#hohe]`.',
    'heading-id  `[#größe]` gives this heading no anchor. Take letters from A to Z, digits, dots and hyphens for it.',
    'heading-id  `{#a way}` gives this heading no anchor. Write `[#a-way]`.',
  ));
