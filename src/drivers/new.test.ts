import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { newDriver } from './new.ts';
import { driverSchema, factKeySchema } from './schema.ts';

const key = factKeySchema.parse({
  key: 'status',
  label: 'Status',
  question: 'Is it still there?',
  type: 'text',
  group: 'Status',
  compare: true,
});

test('a new driver fits the schema, and all that nobody looked up yet is unknown', () => {
  const file = newDriver('docker-vfs', [key], new Date('2026-11-24T10:00:00Z'));
  expect(file?.path).toBe('content/drivers/docker-vfs.yaml');
  expect(driverSchema.parse(parse(file?.text ?? ''))).toMatchObject({
    name: 'vfs',
    engine: 'docker',
    facts: { status: { value: { kind: 'unknown' }, checked: '2026-11-24' } },
  });
});

test.each(['vfs', 'Docker vfs', '-vfs', '../docker-vfs', ''])('%j is no id of a driver', (id) => {
  expect(newDriver(id, [key], new Date(0))).toBeUndefined();
});
