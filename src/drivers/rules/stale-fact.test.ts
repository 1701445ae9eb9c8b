import { test } from 'vitest';
import {
  changedFact,
  distribution,
  driver,
  engine,
  event,
  expectWarnings,
  fact,
} from '../../../tests/fixtures/content-tree.ts';

const aufs = 'content/drivers/docker-aufs.yaml';
const lastRead = "'2025-05-24'";
const hint = 'Read its source again, correct what has changed, and set `checked` to that day.';

/** `yaml`, whose last statement was read long ago. */
function old(yaml: string, place = ''): string {
  const at = yaml.lastIndexOf("'2026-11-24'");
  return `${yaml.slice(0, at)}${place}${lastRead}${yaml.slice(at + lastRead.length)}`;
}

test('a fact that was read more than 18 months ago is named at that day, and is no problem', () =>
  expectWarnings(
    { [aufs]: driver('aufs', old(fact('copy_up', 'file'), '‸') + fact('max_layers', '125')) },
    '2026-11-25',
    `stale-fact  The fact \`copy_up\` was last checked on 2025-05-24, more than 18 months ago. ${hint}`,
  ));

test('a fact that was read 18 months ago to the day is fresh', () =>
  expectWarnings({ [aufs]: driver('aufs', old(fact('copy_up', 'file')) + fact('max_layers', '125')) }, '2026-11-24'));

test('earlier values, events, the list of releases and distributions grow old as well', () => {
  const words = (name: string) =>
    `stale-fact  ${name} was last checked on 2025-05-24, more than 18 months ago. ${hint}`;
  return expectWarnings(
    {
      'content/distributions.yaml': old(distribution(), '‸'),
      [aufs]: driver('aufs', old(changedFact('copy_up', 'file', 'block'), '‸') + fact('max_layers', '125')),
      'content/engines/docker.yaml': old(engine(), '‸').replace(' []\n', `\n${old(event(), '‸')}`),
    },
    '2026-11-25',
    words('The distribution'),
    words('The earlier value'),
    words('The list of releases'),
    words('The event'),
  );
});
