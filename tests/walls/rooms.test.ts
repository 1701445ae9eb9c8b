import { globSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { expect, test } from 'vitest';
import { arrows, roomOf, usableBy, whyMisnamed } from '../../walls/rooms.ts';
import { findCircle } from './circle.ts';

const files = globSync('src/**/*.*').map((file) => file.split(sep).join('/'));

/** The files that a file needs when it runs: those of which it takes types alone are gone then. */
function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  const found = code.matchAll(/^\s*(?:import|export)\s+(?!type\b)[^'"]*?['"](\.[^'"?]+)/gm);
  return [...found].map(([, path = '']) => posix.join(posix.dirname(file), path));
}

test('every file under src says in its name where it runs', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.map(whyMisnamed).filter((why) => why !== undefined)).toEqual([]);
});

test.each([
  ['src/drivers/utils.ts', 'does not say what it holds'],
  ['src/drivers/index.ts', 'does not say what it holds'],
  ['src/drivers/helpers/table.ts', 'does not say what it holds'],
  ['src/drivers/table.js', 'does not say where it runs'],
  ['src/drivers/table.server.ts', 'does not say where it runs'],
  ['src/drivers/buildTable.ts', 'does not say where it runs'],
  ['src/drivers/notes.md', 'does not say where it runs'],
  ['src/drivers/table.astro', 'Name it in capitals'],
  ['src/weather/table.ts', 'no place among the topics'],
])('a file called %s is reported', (file, why) => {
  expect(whyMisnamed(file)).toContain(why);
});

test.each([
  ['src/site/urls.ts', 'pure'],
  ['src/site.config.ts', 'pure'],
  ['src/drivers/schema.ts', 'schema'],
  ['src/posts/feed.node.ts', 'node'],
  ['src/drivers/driver-compare.element.ts', 'element'],
  ['src/drivers/ComparisonTable.astro', 'template'],
  ['src/drivers/ComparisonTable.astro/0.ts', 'script'],
  ['src/pages/atom.xml.ts', 'page'],
  ['src/pages/posts/[id].astro', 'page'],
  ['src/content.config.ts', 'root'],
  ['src/content.rules.node.ts', 'root'],
  ['src/posts/feed.node.test.ts', 'test'],
  ['scripts/new.ts', 'tool'],
])('%s is in the room %s', (file, room) => {
  expect(roomOf(file)).toBe(room);
});

test('the arrows among topics run in no circle', () => {
  const graph = Object.keys(arrows).map((topic) => [topic, usableBy(topic) ?? []] as const);
  expect(findCircle(new Map(graph))).toBeUndefined();
});

test('an arrow among topics is gone with the last import that took it', () => {
  const topicOf = (file: string) => /^src\/([^/]+)\//.exec(file)?.[1] ?? '';
  const taken = new Set(files.flatMap((file) => importsOf(file).map((to) => `${topicOf(file)} → ${topicOf(to)}`)));
  const all = Object.entries(arrows).flatMap(([from, topics]) => topics.map((to) => `${from} → ${to}`));
  expect(all.filter((arrow) => !taken.has(arrow))).toEqual([]);
});

test('the imports among files run in no circle', () => {
  const graph = new Map(files.filter((file) => /\.(?:ts|astro)$/.test(file)).map((file) => [file, importsOf(file)]));
  expect(graph.get('src/site/urls.ts')).toContain('src/site.config.ts');
  expect(findCircle(graph)).toBeUndefined();
});

test('a circle is found wherever it begins, and told from end to end', () => {
  const graph = new Map([
    ['start', ['left', 'right']],
    ['left', ['end']],
    ['right', ['end', 'far']],
    ['far', ['back']],
    ['back', ['right']],
  ]);
  expect(findCircle(graph)).toEqual(['right', 'far', 'back', 'right']);
});

test('two ways to one place are no circle', () => {
  const graph = new Map([
    ['start', ['left', 'right']],
    ['left', ['end']],
    ['right', ['end']],
  ]);
  expect(findCircle(graph)).toBeUndefined();
});
