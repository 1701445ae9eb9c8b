import { expect, test } from 'vitest';
import { check, engine, expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

const conflict = (one: string, other: string): string => `<<<<<<< HEAD\n${one}\n=======\n${other}\n>>>>>>> main\n`;

test('a conflict that nobody resolved is named in prose', async () => {
  const { problems } = await check({ 'content/posts/a.md': post(`Text.\n\n${conflict('One', 'Two')}`) });
  expect(problems).toMatchObject([{ rule: 'merge-conflict', line: 7, column: 1 }]);
});

test('a conflict is named in data too, where it may stop the parser first', async () => {
  const text = engine().replace('role: engine\n', conflict('role: engine', 'role: kernel'));
  const { problems } = await check({ 'content/engines/docker.yaml': text });
  expect(problems.find(({ rule }) => rule === 'merge-conflict')).toMatchObject({ line: 2, column: 1 });
});

test('a conflict that is shown as code is none', () =>
  expectProblems({ 'content/posts/a.md': post(`\`\`\`text\n${conflict('One', 'Two')}\`\`\`\n`) }));
