import { expect, test } from 'vitest';
import { countConstructs, formatLine, sortLines } from './report.ts';
import type { ReportLine } from './report.ts';

const line = (values: Partial<ReportLine>): ReportLine => ({
  file: 'a.md',
  line: 1,
  column: 1,
  was: '{% img %}',
  became: 'picture',
  person: false,
  ...values,
});

test('a line says where, what it was and what it became, and whether somebody must look', () => {
  expect(formatLine(line({ line: 3, column: 7 }))).toBe('  a.md:3:7  {% img %}  picture');
  expect(formatLine(line({ person: true }))).toMatch(/^! a\.md:1:1 /);
});

test('a line gives no orders to a terminal', () => {
  expect(formatLine(line({ file: 'a\u001B[31m\nb.md' }))).toContain('a\\x1b[31m\\x0ab.md:1:1');
});

test('lines are in the order of their places', () => {
  const lines = [line({ file: 'b.md' }), line({ line: 10 }), line({ line: 9, column: 2 }), line({ line: 9 })];
  expect(sortLines(lines).map(({ file, line: at, column }) => `${file}:${at}:${column}`)).toEqual([
    'a.md:9:1',
    'a.md:9:2',
    'a.md:10:1',
    'b.md:1:1',
  ]);
});

test('constructs are counted, the most frequent first', () => {
  const lines = [
    line({ was: 'b' }),
    line({ was: 'a', person: true }),
    line({ was: 'b', person: true }),
    line({ was: 'c' }),
  ];
  expect(countConstructs(lines)).toEqual([
    { was: 'b', count: 2, person: 1 },
    { was: 'a', count: 1, person: 1 },
    { was: 'c', count: 1, person: 0 },
  ]);
});

test('constructs that differ in an address or a value are counted together', () => {
  const lines = ['link to /a/', 'link to /b/', 'address /c/', 'address', '{{ a }}', '{{ b | upcase }}', 'date: x'];
  const counts = countConstructs(lines.map((was) => line({ was }))).map(({ was, count }) => `${count} ${was}`);
  expect(counts).toEqual(['2 link to …', '2 {{ … }}', '1 address', '1 address …', '1 date: …']);
});
