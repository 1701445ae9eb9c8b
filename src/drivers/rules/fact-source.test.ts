import { test } from 'vitest';
import {
  distribution,
  driver,
  engine,
  event,
  expectProblems,
  fact,
  item,
} from '../../../tests/fixtures/content-tree.ts';

test('a fact without source and date is named at its key, once for each', () =>
  expectProblems(
    {
      'content/drivers/docker-aufs.yaml': driver(
        'aufs',
        `  ‸‸copy_up:\n    value: file\n    confidence: verified\n${fact('max_layers', '125')}`,
      ),
    },
    'fact-source  The fact `copy_up` has no source. Add `source:` with the address of the page or line that says so; only the value `unknown` may go without.',
    "fact-source  The fact `copy_up` has no date. Add `checked: 'YYYY-MM-DD'` with the day on which you read the source.",
  ));

test('an unknown value goes without a source, and not without a date', () =>
  expectProblems(
    {
      'content/drivers/docker-aufs.yaml': driver(
        'aufs',
        `  ‸copy_up:\n    value: unknown\n    confidence: verified\n${fact('max_layers', '125')}`,
      ),
    },
    "fact-source  The fact `copy_up` has no date. Add `checked: 'YYYY-MM-DD'` with the day on which you read the source.",
  ));

test("an event in an engine's timeline needs a source too", () =>
  expectProblems(
    { 'content/engines/docker.yaml': engine(event({ source: undefined }).replace('version', '‸version')) },
    'fact-source  The event has no source. Add `source:` with the address of the page or line that says so; only the value `unknown` may go without.',
  ));

const aufs = 'content/drivers/docker-aufs.yaml';
const docker = 'content/engines/docker.yaml';
const distributions = 'content/distributions.yaml';
const confidence = 'verified';

test.each([
  [
    'The earlier value',
    aufs,
    driver(
      'aufs',
      fact(
        'copy_up',
        'file',
        `    since: '1.1'\n    earlier:\n      - ‸‸value: block\n        confidence: ${confidence}\n`,
      ) + fact('max_layers', '125'),
    ),
  ],
  [
    'The use',
    aufs,
    driver('aufs', undefined, `used_by:\n${item({ '‸‸engine': 'docker', releases: "'>=1.0'", confidence })}`),
  ],
  ['The choice', docker, engine('', undefined, `‸‸choice:\n  text: Text.\n  confidence: ${confidence}\n`)],
  [
    'The order',
    docker,
    engine('', undefined, `order:\n${item({ '‸‸releases': "'>=1.0'", drivers: '[docker-aufs]', confidence })}`),
  ],
  ['The event', docker, engine(event({ source: undefined, checked: undefined }).replace('version', '‸‸version'))],
  ['The list of releases', docker, engine().replace(/releases_from:\n.*\n.*\n/, '‸‸releases_from:\n')],
  ['The distribution', distributions, distribution({ source: undefined, checked: undefined }).replace('id', '‸‸id')],
  [
    'What it lacks',
    distributions,
    `${distribution()}    lacks:\n      - ‸‸family: aufs\n        note: Note.\n        confidence: ${confidence}\n`,
  ],
  [
    'What is patched',
    distributions,
    `${distribution()}    patched:\n      - ‸‸family: aufs\n        fact: kernel_min\n        note: Note.\n        confidence: ${confidence}\n`,
  ],
])('%s without source and date is named at its beginning, once for each', (name, path, text) =>
  expectProblems(
    { [path]: text },
    `fact-source  ${name} has no source. Add \`source:\` with the address of the page or line that says so; only the value \`unknown\` may go without.`,
    `fact-source  ${name} has no date. Add \`checked: 'YYYY-MM-DD'\` with the day on which you read the source.`,
  ),
);
