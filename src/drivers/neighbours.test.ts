import { describe, expect, test } from 'vitest';
import type { DriverEntry } from './comparison.ts';
import { eventsOf, driversMentioned, neighboursOf } from './neighbours.ts';
import { driverSchema, engineSchema } from './schema.ts';

const evidence = { source: 'https://example.org/', checked: '2026-11-25', confidence: 'verified' };

function driver(id: string, family: string, replacement: string): DriverEntry {
  const facts = { replacement: { value: replacement, ...evidence } };
  return { id, data: driverSchema.parse({ name: id, engine: 'docker', title: id, summary: id, family, facts }) };
}

const aufs = driver('docker-aufs', 'aufs', 'docker-overlay2');
const overlay = driver('docker-overlay', 'overlayfs', 'docker-overlay2');
const overlay2 = driver('docker-overlay2', 'overlayfs', 'containerd-overlayfs');
const containerd = driver('containerd-overlayfs', 'overlayfs', 'none');
const all = [aufs, overlay, overlay2, containerd];

const idsOf = (entries: readonly DriverEntry[]) => entries.map(({ id }) => id);

describe('the neighbours of a driver', () => {
  test('are what takes its place, what it took the place of, and its family, in the order of the list', () => {
    const { replacement, replaces, relatives } = neighboursOf(overlay2, all);
    expect(replacement?.id).toBe('containerd-overlayfs');
    expect(idsOf(replaces)).toEqual(['docker-aufs', 'docker-overlay']);
    expect(idsOf(relatives)).toEqual(['docker-overlay', 'containerd-overlayfs']);
  });

  test('may be none', () => {
    expect(neighboursOf(aufs, [aufs])).toEqual({ replacement: undefined, replaces: [], relatives: [] });
    expect(neighboursOf(containerd, all).replacement).toBeUndefined();
  });
});

describe('the events of a driver', () => {
  const event = (date: string, text: string, drivers?: string[]) => ({
    version: '1.0',
    date,
    event: 'policy',
    text,
    ...(drivers && { drivers }),
    ...evidence,
  });
  const engine = (name: string, events: unknown[]) =>
    engineSchema.parse({ name, role: 'engine', releases: {}, releases_from: evidence, events });
  const engines = {
    docker: engine('Docker Engine', [
      event('2014-11-24', 'It came.', ['docker-overlay']),
      event('2016-07-28', 'It was replaced.', ['docker-overlay2', 'docker-overlay']),
      event('2016-08-01', 'Everything changed.'),
      event('2018-11-08', 'It was deprecated.', ['docker-overlay']),
    ]),
    linux: engine('Linux', [
      event('2014-12-07', 'The kernel has it.', ['docker-overlay']),
      event('2018-11-08', 'The kernel too.', ['docker-overlay']),
    ]),
  };

  test('come from all timelines, oldest first, each with its project', () => {
    expect(eventsOf('docker-overlay', engines).map(({ date, project, text }) => [date, project, text])).toEqual([
      ['2014-11-24', 'Docker Engine', 'It came.'],
      ['2014-12-07', 'Linux', 'The kernel has it.'],
      ['2016-07-28', 'Docker Engine', 'It was replaced.'],
      ['2018-11-08', 'Docker Engine', 'It was deprecated.'],
      ['2018-11-08', 'Linux', 'The kernel too.'],
    ]);
  });

  test('are none for a driver that no timeline names', () => {
    expect(eventsOf('docker-vfs', engines)).toEqual([]);
  });
});

describe('an article mentions a driver', () => {
  test.each([
    'See [overlay](/drivers/docker-overlay/).',
    '<a href="/site/drivers/docker-overlay/#copy_up">',
    '<Compare drivers="docker-aufs docker-overlay" facts="kind" />',
    "<Compare\n  facts='kind'\n  drivers='docker-overlay\n    docker-aufs'\n/>",
    '<Compare drivers={"docker-overlay"} />',
    '<Compare drivers={`docker-aufs docker-overlay`} />',
    '<Compare drivers="docker-aufs" /> and <Compare drivers="docker-overlay" />',
  ])('in %j', (text) => {
    expect(driversMentioned(text)).toContain('docker-overlay');
  });

  test.each([
    'The driver docker-overlay is old.',
    'See [overlay2](/drivers/docker-overlay2/).',
    '<Compare drivers="docker-overlay2 docker-aufs" />',
    '<Compare drivers="docker-aufs" facts="docker-overlay" />',
    '<Comparison drivers="docker-overlay" />',
    '',
  ])('but not in %j', (text) => {
    expect(driversMentioned(text)).not.toContain('docker-overlay');
  });
});
