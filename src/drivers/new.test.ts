import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { background, expectProblems } from '../../tests/fixtures/content-tree.ts';
import { newDriver } from './new.ts';
import { driverSchema, factKeySchema } from './schema.ts';
import type { FactKey } from './schema.ts';

const today = new Date('2026-11-24T10:00:00Z');
const key = factKeySchema.parse({
  key: 'status',
  label: 'Status',
  question: 'Is it still there?',
  type: 'text',
  group: 'Status',
  compare: true,
});

test('a new driver fits the schema, and all that nobody looked up yet is unknown', () => {
  const file = newDriver('docker-vfs', [key], today);
  expect(file?.path).toBe('content/drivers/docker-vfs.yaml');
  expect(driverSchema.parse(parse(file?.text ?? ''))).toMatchObject({
    name: 'vfs',
    engine: 'docker',
    facts: { status: { value: 'unknown', checked: '2026-11-24' } },
  });
});

test('a new driver passes the content check as it stands', async () => {
  const keys = parse(background['content/facts.yaml'] ?? '') as FactKey[];
  const { path = '', text } = newDriver('docker-vfs', keys, today) ?? {};
  expect(text).toContain('copy_up');
  await expectProblems({ [path]: text });
});

test.each(['vfs', 'Docker vfs', '-vfs', '../docker-vfs', ''])('%j is no id of a driver', (id) => {
  expect(newDriver(id, [key], new Date(0))).toBeUndefined();
});
