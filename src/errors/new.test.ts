import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { newError } from './new.ts';
import { knownErrorSchema } from './schema.ts';

test('the page of a new error fits the schema and holds the message to the letter', () => {
  const message = 'failed to mount "<path>": invalid argument';
  const { path, text } = newError(message, new Date('2026-11-24T10:00:00Z'));
  expect(path).toBe('content/errors/failed-to-mount-path-invalid-argument.mdx');
  expect(knownErrorSchema.parse(parse(text.split('---\n')[1] ?? '')).messages).toEqual([message]);
});
