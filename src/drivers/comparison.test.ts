import { expect, test } from 'vitest';
import { answer, buildTable } from './comparison.ts';
import type { DriverEntry } from './comparison.ts';
import { factKeySchema, factSchema } from './schema.ts';

const copyUp = factKeySchema.parse({
  key: 'copy_up',
  label: 'Copy-up unit',
  question: 'What is copied when one byte changes?',
  type: 'enum',
  group: 'How it works',
  allowed: { file: 'the whole file', block: 'only the changed blocks' },
  compare: true,
});
const layers = factKeySchema.parse({
  key: 'max_layers',
  label: 'Layer limit',
  question: 'How many layers may an image have?',
  type: 'number',
  unit: 'layers',
  group: 'Limits',
  compare: true,
});
const directory = factKeySchema.parse({
  key: 'data_dir',
  label: 'Data directory',
  question: 'Where does it keep layers?',
  type: 'text',
  group: 'How it works',
  compare: false,
});

function fact(value: unknown) {
  return factSchema.parse({ value, source: 'https://example.org/', checked: '2026-11-24', confidence: 'verified' });
}

function driver(id: string, values: Record<string, unknown>): DriverEntry {
  const facts = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fact(value)]));
  return { id, data: { name: id, engine: 'docker', title: id, summary: id, family: 'overlayfs', facts } };
}

const overlay2 = driver('docker-overlay2', { copy_up: 'file', max_layers: 125, data_dir: 'overlay2' });
const devicemapper = driver('docker-devicemapper', { copy_up: 'block', max_layers: 125, data_dir: 'devicemapper' });

test('columns keep the order that was asked for and groups stand where their first row does', () => {
  const table = buildTable([devicemapper, overlay2], [copyUp, layers, directory]);
  expect(table.drivers.map(({ id }) => id)).toEqual(['docker-devicemapper', 'docker-overlay2']);
  expect(table.groups.map(({ name, rows }) => [name, rows.map(({ key }) => key.key)])).toEqual([
    ['How it works', ['copy_up', 'data_dir']],
    ['Limits', ['max_layers']],
  ]);
});

test('a row differs if its drivers answer differently and the question can be compared', () => {
  const { groups } = buildTable([overlay2, devicemapper], [copyUp, layers, directory]);
  const rows = groups.flatMap((group) => group.rows);
  expect(rows.map(({ key, differs }) => [key.key, differs])).toEqual([
    ['copy_up', true],
    ['data_dir', false],
    ['max_layers', false],
  ]);
});

test('a cell says what its word means', () => {
  const [group] = buildTable([overlay2], [copyUp]).groups;
  expect(group?.rows[0]?.cells[0]).toMatchObject({ text: 'file', meaning: 'the whole file' });
});

test.each([
  [125, layers, '125 layers'],
  ['none', layers, 'none'],
  [true, copyUp, 'yes'],
  [['ext4', 'xfs'], copyUp, 'ext4, xfs'],
  [['not-aufs', 'not-zfs'], copyUp, 'any but aufs, zfs'],
  ['unknown', layers, 'unknown'],
  ['not-applicable', layers, 'not applicable'],
])('the value %j reads %#', (value, key, text) => {
  expect(answer(fact(value), key)).toBe(text);
});

test('unknown and not applicable are different answers', () => {
  const { groups } = buildTable(
    [driver('a', { copy_up: 'unknown' }), driver('b', { copy_up: 'not-applicable' })],
    [copyUp],
  );
  expect(groups[0]?.rows[0]?.differs).toBe(true);
});

test('a driver without the fact is named', () => {
  expect(() => buildTable([driver('docker-vfs', {})], [copyUp])).toThrow('The driver docker-vfs has no fact copy_up.');
});
