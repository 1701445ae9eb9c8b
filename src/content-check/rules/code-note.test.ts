import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test('a note that a block of code does not know is named where it begins', () =>
  expectProblems(
    { 'content/posts/a.md': post('```console title="host" ‸highlight={1}\n$ docker info\n```\n') },
    'code-note  A code block has no note "highlight". The notes are title="…", mark="…", mark={…}, add={…}, remove={…}, link="…", link-text="…" and start={…}.',
  ));

test('a mark that hits nothing is named, in a list as well', () =>
  expectProblems(
    {
      'content/posts/a.md': post('- item\n\n  ```text ‸mark="overlay3" mark={‸4}\n  Storage Driver: overlay2\n  ```\n'),
    },
    'code-note  "overlay3" is marked, but no line of the block holds it. Copy the part from the block, with its blanks and capitals.',
    'code-note  Line 4 is marked, but the block has 1 line. Name a line from 1 to 1.',
  ));
