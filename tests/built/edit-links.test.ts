import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BuiltSite, attribute, elementsOf, textOf } from '../built-site.ts';

const site = new BuiltSite();

test('every article, guide, error and driver leads to the file that it was made of', () => {
  const pages = site.pages().filter(({ path }) => /^\/(?:posts|docs|errors|drivers)\/(?!choose\/)./.test(path));
  expect(pages.length).toBeGreaterThan(100);
  for (const { path, html } of pages) {
    const links = elementsOf(html, ({ tagName }) => tagName === 'a');
    const edit = links
      .filter((link) => textOf(link).trim() === 'Edit this page')
      .map((link) => attribute(link, 'href'));
    const [, folder, id] = path.split('/');
    const files = ['md', 'mdx', 'yaml'].map((ending) => `content/${folder}/${id}.${ending}`).filter(existsSync);
    expect(files, path).toHaveLength(1);
    expect(edit, path).toEqual([
      expect.stringMatching(/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/edit\/main\/content\//),
    ]);
    expect(edit[0]?.endsWith(`/${files[0]}`), path).toBe(true);
  }
});
