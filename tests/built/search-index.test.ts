import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BuiltSite, attribute, elementsOf } from '../built-site.ts';

interface Fragment {
  url: string;
  filters: Record<string, string[]>;
  anchors: { id: string }[];
}

const site = new BuiltSite();

const fragments = site
  .files()
  .filter((file) => file.endsWith('.pf_fragment'))
  .map((file) =>
    gunzipSync(readFileSync(join(site.folder, file)))
      .toString()
      .replace(/^pagefind_dcd/, ''),
  )
  .map((text) => JSON.parse(text) as Fragment);

test('every page with a body for the search is in the index, and no other', () => {
  const marked = site
    .pages()
    .filter(({ html }) => elementsOf(html, ({ properties }) => 'dataPagefindBody' in properties).length > 0);
  expect(marked.length).toBeGreaterThan(0);
  const pages = fragments.filter(({ url }) => !url.includes('#'));
  expect(pages.map(({ url }) => url).toSorted()).toEqual(marked.map(({ path }) => path).toSorted());
  expect(fragments.length - pages.length).toBeGreaterThan(0); // remarks have results of their own
});

test('the index says how many results it has', () => {
  const entry = JSON.parse(site.text('pagefind/pagefind-entry.json')) as {
    languages: Record<string, { page_count: number }>;
  };
  expect(Object.values(entry.languages).map(({ page_count }) => page_count)).toEqual([fragments.length]);
});

test('every result has a kind, and articles have their tags and year', () => {
  const kinds = new Set(fragments.flatMap(({ filters }) => filters['kind'] ?? ['none']));
  expect([...kinds].toSorted()).toEqual(['article', 'discussion', 'driver', 'error', 'guide']);
  const article = fragments.find(({ url }) => url === '/posts/mind-the-storage-driver/');
  expect(article?.filters).toMatchObject({ tag: ['Azure', 'Docker', 'devicemapper'], year: ['2014'] });
});

test('a result that names a place leads to one that is in its page', () => {
  for (const { url, anchors } of fragments) {
    const [path = '', fragment] = url.split('#');
    const page = site.pages().find((one) => one.path === path);
    const ids = new Set(elementsOf(page?.html ?? '').map((element) => attribute(element, 'id')));
    for (const id of [...(fragment === undefined ? [] : [fragment]), ...anchors.map((anchor) => anchor.id)]) {
      expect(ids.has(id), `${path}#${id}`).toBe(true);
    }
  }
});

test('the published list of known errors has one entry for each page of an error', () => {
  const { url, fields } = JSON.parse(site.text('data/messages.json')) as { url: string; fields: { id: string } };
  const listed = fields.id.split('~~').map((id) => url.replace('<id>', id));
  const pages = site.pages().filter(({ path }) => /^\/errors\/.+/.test(path));
  expect(listed.toSorted()).toEqual(pages.map(({ path }) => path));
});
