import { expect, test } from 'vitest';
import { isSystem } from './distribution.ts';

test.each([
  ['Ubuntu 14.04.4 LTS', 'Ubuntu 14.04', true],
  ['Ubuntu 14.04', 'Ubuntu 14.04', true],
  ['Amazon Linux 2023', 'Amazon Linux 2', false],
  ['Debian GNU/Linux 12 (bookworm)', 'Debian GNU/Linux 1', false],
  ['', 'Ubuntu 14.04', false],
])('whether %j is %j is %s', (system, printed, answer) => {
  expect(isSystem(system, printed)).toBe(answer);
});
