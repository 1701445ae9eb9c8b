import { test } from 'vitest';
import { expectProblems } from '../../../tests/fixtures/content-tree.ts';
import { findingParts } from '../finding.ts';

const path = 'content/docker-info.yaml';

function statement(id: string, kind: string, text: string, more = ''): string {
  return `- id: ${id}\n  kind: ${kind}\n  level: note\n${more}  text: ${text}\n  source: https://example.org/page\n  checked: '2026-11-24'\n  confidence: verified\n`;
}

/** Everything that the code can find, said without parts. */
const all = Object.keys(findingParts)
  .map((id) => statement(id, 'finding', 'Text.'))
  .join('');
const warning = "  prints: 'the <driver> is old'\n  about: storage\n";

test('a file that says everything, with the parts that are filled in, is sound', () =>
  expectProblems({
    [path]: `${all.replace('  text: Text.', '  text: It is <file>.')}${statement('old', 'warning', 'Old is <driver>.', warning)}`,
  }));

test('a finding that the code does not make is named with the nearest one', () =>
  expectProblems(
    { [path]: `${all}${statement('‸pool-spaces', 'finding', 'Text.')}` },
    'known-finding  The code makes no finding `pool-spaces`. Write `pool-space`.',
  ));

test('a part that nothing fills in is named at its text, in findings and in warnings', () =>
  expectProblems(
    {
      [path]:
        all.replace('  text: Text.', '  text: ‸It is <path>.') +
        statement('old', 'warning', '‸Old is <drivers>.', warning),
    },
    'known-finding  Nothing fills in `<path>`. Write `file`.',
    'known-finding  Nothing fills in `<drivers>`. Write `driver`.',
  ));

test('an id that is used twice is named the second time', () =>
  expectProblems(
    { [path]: `${all}${statement('old', 'warning', 'Old.', warning)}${statement('‸old', 'warning', 'Old.', warning)}` },
    'known-finding  The id `old` is used a second time. Rename one of the two.',
  ));

test('a finding without a text is named at the file', () =>
  expectProblems(
    { [path]: `‸${all.replace(statement('pool-space', 'finding', 'Text.'), '')}` },
    'known-finding  The finding `pool-space` has no text. Add it with `kind: finding`, a text, a source and the day on which you read it.',
  ));

test('a statement without a source is named as a fact without one is', () =>
  expectProblems(
    {
      [path]: `${all}${statement('‸old', 'warning', 'Old.', warning)
        .replace(/ {2}source: .*\n/, '')
        .replace('- ‸id', '- id')
        .replace('id: ‸old', 'id: old')
        .replace('- id: old', '- ‸id: old')}`,
    },
    'fact-source  The statement has no source. Add `source:` with the address of the page or line that says so; only the value `unknown` may go without.',
  ));

test('an item that is no mapping is told by the schema alone, and the check goes on', () => {
  const next = Object.keys(findingParts).length + 1;
  const hint = 'not a map of keys and values. Write it like `key: value`.';
  return expectProblems(
    { [path]: `${all}- ‸\n- ‸text\n` },
    `schema  Item ${next} is empty, ${hint}`,
    `schema  Item ${next + 1} is \`"text"\`, ${hint}`,
  );
});
