import { expect, test } from 'vitest';
import { errorReportAddress } from './report.ts';

test('the report opens an issue with the text as code', () => {
  const url = new URL(errorReportAddress('owner/name', 'error: x & y\n```'));
  expect(url.origin + url.pathname).toBe('https://github.com/owner/name/issues/new');
  expect(url.searchParams.get('body')).toContain("```\nerror: x & y\n'''\n```");
});

test('a long text is cut, and half a letter breaks nothing', () => {
  expect(errorReportAddress('owner/name', '😀'.repeat(9000)).length).toBeLessThan(70_000);
  expect(() => errorReportAddress('owner/name', `${'x'.repeat(4999)}😀`)).not.toThrow();
});
