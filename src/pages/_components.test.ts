import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const guide = readFileSync('content/docs/write-a-page.mdx', 'utf8');
const fence = /^(`{3,})[^\n]*\n[\s\S]*?\n\1$/gm;
const tags = (text: string) => new Set([...text.matchAll(/<([A-Z]\w+)/g)].map(([, name]) => name));

test('the guide for authors shows each component as it is typed and as it becomes', () => {
  const list = /components = \{ ([^}]*) \}/.exec(readFileSync('src/pages/_components.ts', 'utf8'))?.[1] ?? '';
  const names = list.split(', ');
  expect(names).toContain('Compare');
  expect(names.filter((name) => !tags(guide.replace(fence, '')).has(name))).toEqual([]);
  expect(names.filter((name) => !tags(guide.match(fence)?.join('\n') ?? '').has(name))).toEqual([]);
});

test('the guide for authors names each drawing', () => {
  const drawings = readdirSync('src/drivers/pictures').filter((file) => /^(?!Diagram|Pictogram).*\.astro$/.test(file));
  expect(drawings.length).toBeGreaterThan(0);
  for (const file of drawings) expect(guide).toContain(`\`${file.replace('.astro', '')}\``);
});
