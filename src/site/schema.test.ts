import { expect, test } from 'vitest';
import { day, oldPath } from './schema.ts';

test('a day is the same whether YAML made a date of it or left the text alone', () => {
  expect(day.parse('2026-11-24')).toBe('2026-11-24');
  expect(day.parse(new Date('2026-11-24T00:00:00Z'))).toBe('2026-11-24');
});

test.each(['24.11.2026', '2026-02-30', '', 20261124])(
  '%j is no day, and the message shows how one is written',
  (text) => {
    expect(day.safeParse(text).error?.issues[0]?.message).toContain('2026-11-24');
  },
);

test.each(['/a/', '/a.html', '/caf%C3%A9/', '/a..b/', '/.well-known/x'])('%s can be an old address', (path) => {
  expect(oldPath.safeParse(path).success).toBe(true);
});

test.each(['a/', '//a/', '/../a/', '/a/../b', '/%2e%2e/a/', '/./a', '/a?b', '/100%/'])(
  '%s can be no old address',
  (path) => {
    expect(oldPath.safeParse(path).success).toBe(false);
  },
);
