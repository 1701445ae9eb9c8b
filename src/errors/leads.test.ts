import { expect, test } from 'vitest';
import { withoutLeads } from './leads.ts';

/** What is left of each line. */
function rest(...lines: string[]): string[] {
  return withoutLeads(lines.join('\n'))
    .split('\n')
    .map((line) => line.trimStart());
}

test.each([
  ['Compose', 'my-app-web-1  | '],
  ['colours of Compose', '\u001B[36mweb_1  |\u001B[0m '],
  ['a journal', 'Nov 28 10:11:12 host1 dockerd[812]: '],
  ['kubectl logs', '[pod/web-6d4cf56db6-x2x5z/web] '],
  ['jobs of GitHub', 'build\tRun docker build\t2025-12-05T03:22:29.5715593Z '],
  ['GitLab', '2025-12-05T03:22:29.571559Z 01O '],
  ['Maven', '[ERROR] '],
])('what %s put before each line is blank from the second line on', (_, lead) => {
  expect(rest(`${lead}error writing: no space`, `${lead}left on device`)).toEqual([
    `${lead}error writing: no space`,
    'left on device',
  ]);
});

test('numbers in it may differ, in length too', () => {
  expect(rest('#12 9.87 no space', '#12 10.3 left on device')[1]).toBe('left on device');
  expect(rest('9\tno space', '10\tleft on device')[1]).toBe('left on device');
});

test('all else stands where it did', () => {
  const text = 'web-1  | a\nweb-1  | b';
  expect(withoutLeads(text)).toHaveLength(text.length);
  expect(withoutLeads(text).indexOf('b')).toBe(text.indexOf('b'));
});

test('what Docker Desktop found is said before each question, and stays', () => {
  const diagnosis = '[PASS] DD0027: is there available disk space?\n[PASS] DD0028: is there available VM disk space?';
  expect(withoutLeads(diagnosis)).toBe(diagnosis);
});

test('the end of words that a terminal cut at the same place is no lead', () => {
  const words = 'tmpdir (t\nmpdir) "/a" does not match tmpdir (t\nmpdir) "/b"\nmpdir) "/c"';
  expect(withoutLeads(words)).toBe(words);
});

test('the name of a program and the numbers of a table are no lead', () => {
  const program = 'overlayfs: maximum fs stacking depth exceeded\noverlayfs: upperdir is in-use';
  expect(withoutLeads(program)).toBe(program);
  const table = 'shm 64M 0 64M 0% /run/a/shm\nshm 64M 64M 0 100% /dev/shm';
  expect(withoutLeads(table)).toBe(table);
});
