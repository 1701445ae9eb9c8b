import { expect, test } from 'vitest';
import { rules } from './content.rules.node.ts';

test('each rule has a name of its own and says what it holds the content to', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  for (const { description } of rules) expect(description).toMatch(/^[A-Z].*\.$/);
});
