import { expect, test } from 'vitest';
import { applicableFirst, doubtAbout, scopeOf } from './scope.ts';
import { facetOf } from './facet.ts';
import type { Facet } from './facet.ts';

const machine = (...texts: string[]): Facet[] =>
  texts.map((text) => facetOf(text) ?? ({ kind: 'driver', id: text } satisfies Facet));
const scope = { engines: ['docker'], drivers: [] };
const removed = {
  engines: ['docker', 'containers-storage'],
  drivers: ['devicemapper'],
  versions: { docker: '<25.0.0' },
};

test('an error of other releases is doubted, and the release is named', () => {
  expect(doubtAbout(removed, machine('docker 26.1.0'))).toEqual({
    kind: 'version',
    facet: machine('docker 26.1.0')[0],
  });
  expect(doubtAbout(removed, machine('docker 24.0.7'))).toBeUndefined();
});

test('what is unknown stays unknown', () => {
  expect(doubtAbout(removed, [])).toBeUndefined();
  expect(doubtAbout(removed, machine('docker'))).toBeUndefined();
  expect(doubtAbout(removed, machine('ubuntu 18.04'))).toBeUndefined();
  expect(doubtAbout(scope, machine('docker 99.0.0'))).toBeUndefined();
});

test('a release without its last number may be any of those', () => {
  const fixed = { ...scope, versions: { docker: '>=20.10.3' } };
  expect(doubtAbout(fixed, machine('docker 20.10'))).toBeUndefined();
  expect(doubtAbout(fixed, machine('docker 20.9'))?.kind).toBe('version');
  expect(doubtAbout(fixed, machine('docker 19'))?.kind).toBe('version');
});

test('one of several releases of an engine is enough', () => {
  expect(doubtAbout(removed, machine('docker 26.0.0', 'docker 24.0.0'))).toBeUndefined();
});

test('the words of what an engine brings or runs on are its own too', () => {
  expect(doubtAbout({ engines: ['containerd'], drivers: [] }, machine('docker 20.10.7'))).toBeUndefined();
  expect(doubtAbout({ engines: ['linux'], drivers: [] }, machine('podman 4.0.0'))).toBeUndefined();
  expect(doubtAbout({ engines: ['podman'], drivers: [] }, machine('docker 20.10.7'))?.kind).toBe('unknown');
  expect(doubtAbout({ engines: ['podman'], drivers: [] }, machine('docker', 'podman'))).toBeUndefined();
});

test('the containerd that Docker brings does not speak for a release of Docker that has not got the error', () => {
  const young = { engines: ['docker', 'containerd', 'podman'], drivers: [], versions: { docker: '>=25.0.0' } };
  expect(doubtAbout(young, machine('docker 20.10.7', 'containerd 1.4.6'))?.kind).toBe('version');
  expect(doubtAbout(young, machine('docker 20.10.7', 'podman 4.0.0'))).toBeUndefined();
});

test('a driver of another kind is doubted, whatever the engine calls it', () => {
  expect(doubtAbout(removed, machine('overlay2'))).toEqual({
    kind: 'unknown',
    facet: { kind: 'driver', id: 'overlay2' },
  });
  expect(doubtAbout(removed, machine('devicemapper'))).toBeUndefined();
  expect(doubtAbout(scope, machine('overlay2'))).toBeUndefined();
});

test('an error of Windows is doubted on Linux, but not where both are named', () => {
  const windows = { ...scope, systems: ['windows'] };
  expect(doubtAbout(windows, machine('centos 7'))?.kind).toBe('system');
  expect(doubtAbout(windows, machine('ubuntu 20.04', 'windows'))).toBeUndefined();
});

test('what does not apply stands behind what does, and nothing is left out', () => {
  const scopes = { old: { ...scope, versions: { docker: '<1.10.0' } }, other: scope };
  const found = [
    { error: 'old', kind: 'certain' as const },
    { error: 'unlisted', kind: 'alike' as const },
    { error: 'other', kind: 'alike' as const },
  ];
  const judged = applicableFirst(found, scopes, machine('docker 20.10.7'));
  expect(judged.map(({ error }) => error)).toEqual(['unlisted', 'other', 'old']);
  expect(judged.map(({ doubt }) => doubt?.kind)).toEqual([undefined, undefined, 'version']);
});

test('a message that is there to the letter is not doubted by a driver that was only read', () => {
  const found = [{ error: 'removed', kind: 'certain' as const }];
  const facets = machine('overlay2');
  expect(applicableFirst(found, { removed }, facets)[0]?.doubt).toBeUndefined();
  expect(applicableFirst(found, { removed }, facets, facets)[0]?.doubt?.kind).toBe('unknown');
});

test('where nothing is said of releases, those that have the driver count', () => {
  const drivers = [
    { id: 'docker-aufs', engine: 'docker', introduced: '0.7.0', removed: '24.0.0' },
    { id: 'docker-vfs', engine: 'docker', introduced: '0.7.0' },
    { id: 'containers-aufs', engine: 'containers-storage', introduced: '1.1' },
  ];
  const versionsFor = (own: string[], versions?: Record<string, string>) =>
    scopeOf({ engines: ['docker'], drivers: own, versions }, drivers).versions;
  expect(versionsFor(['docker-aufs'])).toEqual({ docker: '>=0.7.0 <24.0.0' });
  expect(versionsFor(['docker-aufs', 'docker-vfs'])).toEqual({ docker: '>=0.7.0 <24.0.0 || >=0.7.0' });
  expect(versionsFor(['docker-aufs'], { docker: '<1.10.0' })).toEqual({ docker: '<1.10.0' });
  expect(versionsFor(['docker-aufs', 'containers-aufs'])).toBeUndefined();
  expect(versionsFor([])).toBeUndefined();
});
