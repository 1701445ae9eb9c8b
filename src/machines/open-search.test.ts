import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { openSearch } from './open-search.ts';

const site = {
  name: 'R&D of "storage"',
  description: 'All <about> it.',
  language: 'en',
  search: 'https://example.org/docs/search/',
  icon: 'https://example.org/docs/icon.svg',
  self: 'https://example.org/docs/opensearch.xml',
};
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });

test('a browser learns where to search, and what is typed stays in it', () => {
  const { OpenSearchDescription: found } = parser.parse(openSearch(site)) as Record<string, Record<string, unknown>>;
  expect(found).toMatchObject({
    xmlns: 'http://a9.com/-/spec/opensearch/1.1/',
    ShortName: 'R&D of "storage"',
    Description: 'All <about> it.',
    Url: [
      { type: 'text/html', template: 'https://example.org/docs/search/#q={searchTerms}' },
      { rel: 'self', template: site.self },
    ],
  });
});

test.each([
  ['Mind the Storage Driver of Yours', 'Mind the Storage'],
  ['Donaudampfschifffahrtsgesellschaft', 'Donaudampfschiff'],
])('the short name of %s has at most 16 characters', (name, short) => {
  expect(openSearch({ ...site, name })).toContain(`<ShortName>${short}</ShortName>`);
});
