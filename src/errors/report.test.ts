import { expect, test } from 'vitest';
import { errorPageReport } from './report.ts';

test('a report says which page is meant, what it says and of which day, and leaves the rest to the reader', () => {
  const { origin, pathname, searchParams } = new URL(
    errorPageReport('owner/notes', {
      title: 'no space left on device',
      page: 'https://example.org/errors/no-space/',
      message: 'write <path>: `no` space & more',
      means: 'The disk is full.',
      checked: '2026-11-24',
    }),
  );
  expect(origin + pathname).toBe('https://github.com/owner/notes/issues/new');
  expect(searchParams.get('title')).toBe('no space left on device');
  const body = searchParams.get('body') ?? '';
  expect(body).toContain(
    "https://example.org/errors/no-space/ says of `write <path>: 'no' space & more`, read on 2026-11-24:",
  );
  expect(body).toContain('> The disk is full.');
  expect(body).toMatch(/engine and version:\n\n$/);
});
