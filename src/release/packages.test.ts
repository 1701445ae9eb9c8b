import { expect, test } from 'vitest';
import { auditProblems, licenceProblems, repeatableBom } from './packages.ts';
import type { Bom } from './packages.ts';

const bomOf = (...components: Bom['components']): Bom => ({
  serialNumber: 'urn:uuid:1',
  metadata: { timestamp: '2026-11-26T12:00:00Z', component: { name: 'folder' } },
  components,
});
const named = (name: string, licence?: string): Bom['components'][number] => ({
  name,
  version: '1.0.0',
  ...(licence === undefined ? {} : { licenses: [{ license: { id: licence } }] }),
});
const expressed = (expression: string): Bom => bomOf({ name: 'a', version: '1.0.0', licenses: [{ expression }] });

test('the list of packages is the same for every run and folder', () => {
  expect(repeatableBom(bomOf(named('a', 'MIT')), 'site')).toEqual({
    metadata: { component: { name: 'site' } },
    components: [named('a', 'MIT')],
  });
});

test('a licence that is not allowed, and none at all, are named with the package', () => {
  expect(
    licenceProblems(bomOf(named('a', 'MIT'), named('b', 'AGPL-3.0-only'), named('c')), { licences: ['MIT'] }),
  ).toEqual([
    expect.stringMatching(/^b 1\.0\.0 is under AGPL-3\.0-only, which is not allowed\. Read it/),
    expect.stringMatching(/^c 1\.0\.0 names no licence\. /),
  ]);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['GPL-3.0-only OR GPL-2.0-only', false],
  ['(MIT AND Zlib)', true],
  ['MIT AND GPL-3.0-only', false],
  ['MIT AND (GPL-3.0-only OR Zlib)', true],
])('the licence %s is allowed: %s', (expression, isAllowed) => {
  expect(licenceProblems(expressed(expression), { licences: ['MIT', 'Zlib'] })).toHaveLength(isAllowed ? 0 : 1);
});

test('an exception holds for its package, and one that is not needed is named', () => {
  const licence_exceptions = ['b', 'gone'].map((name) => ({ package: name, why: 'Read.' }));
  expect(licenceProblems(bomOf(named('b', 'Odd')), { licences: ['MIT'], licence_exceptions })).toEqual([
    'The exception for gone in walls/packages.yaml is not needed. Remove it.',
  ]);
});

const hole = {
  name: 'b',
  title: 'Regular expression of b takes for ever',
  url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
  severity: 'high',
};
const audit = { vulnerabilities: { a: { name: 'a', via: ['b'] }, b: { name: 'b', via: [hole] } } };
const exception = (until: string) => ({
  licences: [],
  advisories: [{ id: 'GHSA-aaaa-bbbb-cccc', until, why: 'Never given foreign text.' }],
});

test('a known hole is named once, with where to read of it and what to do', () => {
  expect(auditProblems(audit, { licences: [] }, '2026-11-26')).toEqual([
    'b has a known hole (high): Regular expression of b takes for ever, https://github.com/advisories/GHSA-aaaa-bbbb-cccc. Update it, or except GHSA-aaaa-bbbb-cccc in walls/packages.yaml with a reason and a last day.',
  ]);
});

test('an exception holds to the end of its last day', () => {
  expect(auditProblems(audit, exception('2026-11-26'), '2026-11-26')).toEqual([]);
  expect(auditProblems(audit, exception('2026-11-25'), '2026-11-26')).toEqual([
    'The exception for GHSA-aaaa-bbbb-cccc in walls/packages.yaml ran out on 2026-11-25. Look again: update, or give a later day.',
  ]);
});

test('an exception for a hole that is gone is named', () => {
  expect(auditProblems({ vulnerabilities: {} }, exception('2099-01-01'), '2026-11-26')).toEqual([
    'The exception for GHSA-aaaa-bbbb-cccc in walls/packages.yaml is not needed. Remove it.',
  ]);
});
