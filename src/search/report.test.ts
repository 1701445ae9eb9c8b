import { expect, test } from 'vitest';
import { errorReportAddress } from './report.ts';

test('the report opens an issue with the text as code', () => {
  const url = new URL(errorReportAddress('owner/name', 'error: x & y\n```'));
  expect(url.origin + url.pathname).toBe('https://github.com/owner/name/issues/new');
  expect(url.searchParams.get('body')).toContain("```\nerror: x & y\n'''\n```");
});

test.each([['{"log":"x"}\n'], ['é'], ['😀'], ['a']])('a long text of %j is cut to what GitHub takes', (part) => {
  const { length } = errorReportAddress('owner/name', part.repeat(9000));
  expect(length).toBeGreaterThan(4_500);
  expect(length).toBeLessThanOrEqual(8_191);
});

test('half a letter breaks nothing', () => {
  expect(() => errorReportAddress('owner/name', `${'x'.repeat(4999)}😀`)).not.toThrow();
});
