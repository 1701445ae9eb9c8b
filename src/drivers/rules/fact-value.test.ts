import { test } from 'vitest';
import { changedFact, driver, expectProblems, fact, factKey } from '../../../tests/fixtures/content-tree.ts';

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

/** A site with one question, which the first driver answers with `value` and the second one leaves open. */
function answered(type: string, value: string) {
  return {
    'content/facts.yaml': factKey('since', type),
    'content/drivers/docker-aufs.yaml': driver('aufs', fact('since', value)),
    'content/drivers/docker-overlay2.yaml': driver('overlay2', fact('since', 'unknown')),
  };
}

const version = "the version in quotes, such as `'1.10'`, or `none`; without quotes, 1.10 is 1.1";
const range = '`>=1.13.0 <29.0.0`, with either end left out where it is open, or `none`';

test.each([
  ['a version without quotes, which would lose its last zero,', 'version', '‸1.10', '`1.1`', version],
  ['a version with a letter', 'version', "‸'v1.10'", '`v1.10`', version],
  ['a range with a hyphen', 'range', "‸'1.13.0 - 29.0.0'", '`1.13.0 - 29.0.0`', range],
  ['a range in the wrong order', 'range', "‸'<29.0.0 >=1.13.0'", '`<29.0.0 >=1.13.0`', range],
  ['a range that includes its end', 'range', "‸'>=1.13.0 <=29.0.0'", '`>=1.13.0 <=29.0.0`', range],
  ['one release where a range belongs', 'range', "‸'1.13.0'", '`1.13.0`', range],
  ['a word where yes or no belongs', 'boolean', '‸yes', '`yes`', '`true` or `false`'],
  ['yes or no where a text belongs', 'text', '‸true', '`true`', 'a text in quotes'],
  ['a word where a list belongs', 'list', '‸ext4', '`ext4`', 'a list such as `[ext4, xfs]`'],
])('%s is named at the value', (_, type, value, found, instead) =>
  expectProblems(answered(type, value), `fact-value  ${found} is no answer to \`since\`. Write ${instead}.`),
);

test.each([
  ['version', "'1.10'"],
  ['version', 'none'],
  ['range', "'>=1.13.0 <29.0.0'"],
  ['range', "'<1.10 || >=2'"],
  ['range', 'none'],
  ['boolean', 'false'],
  ['number', '0'],
  ['number', 'none'],
  ['text', "'1.10'"],
  ['list', '[ext4, xfs]'],
])('a question for a %s takes %s', (type, value) => expectProblems(answered(type, value)));

test('an earlier value is held to the same words', () =>
  expectProblems(
    {
      'content/drivers/docker-aufs.yaml': driver(
        'aufs',
        changedFact('copy_up', 'file', '‸blok') + fact('max_layers', '125'),
      ),
    },
    'fact-value  `blok` is no answer to `copy_up`. Write `block`. Allowed are `file` or `block`.',
  ));

test.each(['unknown', 'not-applicable'])('any question may have the answer %s', (value) =>
  expectProblems({
    'content/drivers/docker-aufs.yaml': driver('aufs', fact('copy_up', value) + fact('max_layers', value)),
  }),
);
