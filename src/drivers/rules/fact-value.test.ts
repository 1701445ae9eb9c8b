import { test } from 'vitest';
import { expectProblems, driver, fact } from '../../../tests/fixtures/content-tree.ts';

test.each([
  ['a word that an enum does not allow', 'copy_up', 'blok', 'Write `block`. Allowed are `file` or `block`.'],
  ['a word that is near to none', 'copy_up', 'everything', 'Write `file` or `block`.'],
  ['a text where a number belongs', 'max_layers', 'many', 'Write a number, or `none`.'],
])('%s is named at the value', (_, key, value, hint) => {
  const other = key === 'copy_up' ? fact('max_layers', '125') : fact('copy_up', 'file');
  return expectProblems(
    { 'content/drivers/docker-aufs.yaml': driver('aufs', fact(key, `‸${value}`) + other) },
    `fact-value  \`${value}\` is no answer to \`${key}\`. ${hint}`,
  );
});

test('a list is no answer to a question about one word', () =>
  expectProblems(
    { 'content/drivers/docker-aufs.yaml': driver('aufs', fact('copy_up', '‸[file]') + fact('max_layers', '125')) },
    'fact-value  A list is no answer to `copy_up`. Write `file`. Allowed are `file` or `block`.',
  ));

test('a version without quotes would lose its last zero', () =>
  expectProblems(
    {
      'content/facts.yaml':
        '- key: since\n  label: Since\n  question: Since when?\n  type: version\n  group: How\n  compare: true\n',
      'content/drivers/docker-aufs.yaml': driver('aufs', fact('since', '‸1.10')),
      'content/drivers/docker-overlay2.yaml': driver('overlay2', fact('since', '1.10.3')),
    },
    "fact-value  `1.1` is no answer to `since`. Write the version in quotes, since `'1.10'` without them is 1.1.",
  ));

test.each(['unknown', 'not-applicable'])('any question may have the answer %s', (value) =>
  expectProblems({
    'content/drivers/docker-aufs.yaml': driver('aufs', fact('copy_up', value) + fact('max_layers', value)),
  }),
);

test('a limit may be none', () =>
  expectProblems({
    'content/drivers/docker-aufs.yaml': driver('aufs', fact('copy_up', 'file') + fact('max_layers', 'none')),
  }));
