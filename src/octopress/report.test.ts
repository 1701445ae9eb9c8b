import { expect, test } from 'vitest';
import { countConstructs, firstOfEachKind, formatLine, sortLines } from './report.ts';
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

test('of each kind, the first places are shown, whatever their addresses and numbers', () => {
  const lines = [
    line({ was: 'link to /a/', became: '/posts/a/' }),
    line({ was: 'link to /b/', became: '/posts/b/' }),
    line({ was: 'link to /c/', became: 'its words: the page does not come along', person: true }),
    line({ was: 'link to /d/', became: '/posts/d/' }),
    line({ was: '{% img %}', became: 'picture /images/a.png' }),
    line({ was: '{% img %}', became: 'picture /images/b.png, which has no text', person: true }),
    line({ was: '{% img %}', became: 'a stand-in that links to http://x.example/', person: true }),
    line({ was: '<foo>', became: 'text: HTML has no such element', person: true }),
    line({ was: '<bar>', became: 'text: HTML has no such element', person: true }),
  ];
  expect(firstOfEachKind(lines, 1).map((one) => lines.indexOf(one))).toEqual([0, 2, 4, 5, 6, 7]);
  expect(firstOfEachKind(lines, 2)).toHaveLength(8);
});
