import { test } from 'vitest';
import { changedFact, driver, expectProblems, fact, factKey } from '../../../tests/fixtures/content-tree.ts';

const aufs = 'content/drivers/docker-aufs.yaml';
const overlay2 = 'content/drivers/docker-overlay2.yaml';

/** An enum with these words, each of which means something. */
function words(key: string, ...allowed: string[]): string {
  return factKey(key, 'enum', `  allowed:\n${allowed.map((word) => `    ${word}: meaning\n`).join('')}`);
}

test('a word that no driver answers is named at its place among those allowed', () =>
  expectProblems(
    {
      'content/facts.yaml': words('copy_up', 'file', '‸block', 'none'),
      [aufs]: driver('aufs', fact('copy_up', 'file')),
      [overlay2]: driver('overlay2', fact('copy_up', 'none')),
    },
    'unused-word  No driver answers `block` to `copy_up`. Take the word out, or give it to the drivers that it fits.',
  ));

test('the answer to another question does not count', () =>
  expectProblems(
    {
      'content/facts.yaml': words('copy_up', 'file', '‸block') + words('kind', 'block'),
      [aufs]: driver('aufs', fact('copy_up', 'file') + fact('kind', 'block')),
      [overlay2]: driver('overlay2', fact('copy_up', 'file') + fact('kind', 'block')),
    },
    'unused-word  No driver answers `block` to `copy_up`. Take the word out, or give it to the drivers that it fits.',
  ));

test('a word that a driver answered in the past is used', () =>
  expectProblems({
    'content/facts.yaml': words('copy_up', 'file', 'block'),
    [aufs]: driver('aufs', changedFact('copy_up', 'file', 'block')),
    [overlay2]: driver('overlay2', fact('copy_up', 'file')),
  }));

test('a status that is worked out for past releases is used, and others are not', () =>
  expectProblems(
    {
      'content/facts.yaml': words('status', 'default', 'supported', 'deprecated', '‸experimental', 'legacy'),
      [aufs]: driver('aufs', fact('status', 'legacy')),
      [overlay2]: driver('overlay2', fact('status', 'legacy')),
    },
    'unused-word  No driver answers `experimental` to `status`. Take the word out, or give it to the drivers that it fits.',
  ));

test.each([
  ['is empty', '‸', 'empty-file  The file is empty. Fill it or delete it.'],
  [
    'cannot be read',
    `‸\t${driver('overlay2')}`,
    'yaml-syntax  A tab indents this line, and YAML allows none. Write two spaces for each level.',
  ],
])('nothing is said about words while the file of a driver %s', (_, text, problem) =>
  expectProblems(
    {
      'content/facts.yaml': words('copy_up', 'file', 'block'),
      [aufs]: driver('aufs', fact('copy_up', 'file')),
      [overlay2]: text,
    },
    problem,
  ),
);
