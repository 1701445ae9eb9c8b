import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/markdown/pipeline.node.ts';
import { comparableHtml } from './gfm-tree.ts';
import { sharedFile } from './shared-folder.ts';

interface Example {
  example: number;
  section: string;
  markdown: string;
  html: string;
}

const autolinks = 'The autolink extension is on, as on GitHub; this example shows the core syntax without it.';
const comments = 'CommonMark 0.31 follows HTML here: what HTML takes for a comment is one.';

/** Where we differ on purpose. An example that no longer differs fails, so that the list only shrinks. */
const differences = new Map<number, string>([
  [139, 'The parser behind rehype-raw takes the line break after <pre><code> in HTML; in fences we keep it.'],
  [610, autolinks],
  [614, autolinks],
  [616, autolinks],
  [619, autolinks],
  [620, autolinks],
  [628, 'GitHub itself no longer links bare ftp:// addresses.'],
  [645, comments],
  [646, comments],
  [653, 'HTML in our own content is trusted, so <title>, <style> and <xmp> are not taken out; comments are sanitised.'],
]);

const path = sharedFile('inputs/gfm/examples.json', "the GFM specification's examples");
const examples: Example[] = path === undefined ? [] : (JSON.parse(readFileSync(path, 'utf8')) as Example[]);

describe.skipIf(path === undefined)("the GFM specification's examples", () => {
  test('all 673 are here', () => {
    expect(examples).toHaveLength(673);
  });

  test.for(examples.filter(({ example }) => !differences.has(example)))(
    'example $example ($section) gives the HTML of the specification',
    async ({ markdown, html }) => {
      expect(comparableHtml(await renderMarkdown(markdown), true)).toBe(comparableHtml(html, false));
    },
  );

  test.for(examples.filter(({ example }) => differences.has(example)))(
    'example $example ($section) differs, and the list says why',
    async ({ markdown, html, example }) => {
      expect(differences.get(example)).toMatch(/\.$/);
      expect(comparableHtml(await renderMarkdown(markdown), true)).not.toBe(comparableHtml(html, false));
    },
  );

  test('the list of differences names only examples that exist', () => {
    const known = new Set(examples.map(({ example }) => example));
    expect([...differences.keys()].filter((example) => !known.has(example))).toEqual([]);
  });
});

test('the comparison sees a paragraph that became a heading', () => {
  expect(comparableHtml('<p>a</p>', true)).not.toBe(comparableHtml('<h2>a</h2>', false));
});

test('the comparison sees a lost blank in code', () => {
  expect(comparableHtml('<pre><code>a b</code></pre>', true)).not.toBe(
    comparableHtml('<pre><code>a  b</code></pre>', false),
  );
});
