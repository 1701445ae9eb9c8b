import { expect, test } from 'vitest';
import { latest, structuredData } from './structured-data.ts';

const place = {
  title: 'Mind </script> & "layers"',
  url: 'https://example.org/posts/a/',
  image: 'https://example.org/cards/posts/a.png',
  language: 'en',
  siteAuthor: { name: 'The authors', url: 'https://example.org/us' },
  section: { title: 'Articles', url: 'https://example.org/posts/' },
};
const facts = { type: 'BlogPosting', published: new Date('2014-07-24T12:30:43Z'), changed: '2026-11-24' } as const;

test('an article has its days, its author and the way to it', () => {
  expect(JSON.parse(structuredData(facts, place))).toEqual({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'BlogPosting',
        url: place.url,
        headline: place.title,
        image: place.image,
        inLanguage: 'en',
        datePublished: '2014-07-24T12:30:43.000Z',
        dateModified: '2026-11-24',
        author: { '@type': 'Organization', ...place.siteAuthor },
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Articles', item: 'https://example.org/posts/' },
          { '@type': 'ListItem', position: 2, name: place.title },
        ],
      },
    ],
  });
});

test('no title ends the script that holds it', () => {
  expect(structuredData(facts, place)).not.toContain('<');
});

test('an article by somebody else names that person', () => {
  expect(structuredData({ ...facts, author: 'Guest' }, place)).toContain('"author":{"@type":"Person","name":"Guest"}');
});

test('a list has a name, and no day if nobody can say one', () => {
  expect(JSON.parse(structuredData({ type: 'CollectionPage' }, { ...place, section: undefined }))).toEqual({
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'CollectionPage', url: place.url, name: place.title }],
  });
});

test('the latest of days and moments counts, and none of none', () => {
  expect(latest(['2026-11-24', undefined, new Date('2026-11-25T01:00:00Z')])).toEqual(new Date('2026-11-25T01:00:00Z'));
  expect(latest([undefined])).toBeUndefined();
});
