import { test } from 'vitest';
import { expectRemarks, expectWarnings, importRecord, post } from '../../../tests/fixtures/content-tree.ts';

const long = 'A container writes into its upper layer, and what it has not changed is read from the layers below it.';
const words =
  'repeated-paragraph  This paragraph stands in line 5 already, word for word. Remove one of the two, or say here what is different.';

test('a paragraph that was pasted twice is named, also where its lines break elsewhere, in a list and in a footnote', () =>
  expectRemarks(
    {
      'content/posts/a.md': post(
        `${long}\n\n‸${long.replace(', and', ',\nand')}\n\n- ‸${long}\n\n[^a]: ‸${long}\n\nText[^a]\n`,
      ),
    },
    words,
    words,
    words,
  ));

test('short lines, code, and two articles may say the same', () =>
  expectRemarks({
    'content/posts/a.md': post(`${long}\n\nStop the engine.\n\nStop the engine.\n\n    ${long}\n\n~~~\n${long}\n~~~\n`),
    'content/posts/b.md': post(`${long}\n`),
  }));

test('one changed word makes another paragraph', () =>
  expectRemarks({ 'content/posts/a.md': post(`${long}\n\n${long.replace('upper', 'topmost')}\n`) }));

test('an imported article only gets a warning', () =>
  expectWarnings({ ...importRecord, 'content/posts/a.md': post(`${long}\n\n‸${long}\n`) }, '2026-11-25', words));
