import { expect, test } from 'vitest';
import { site } from '../site.config.ts';
import { configFaults } from './config-faults.ts';

test.each([
  [
    { origin: 'https://example.org/' },
    '`https://example.org/` is no scheme and host alone. Write `https://example.org`.',
  ],
  [
    { origin: 'https://me.github.io/notes' },
    '`https://me.github.io/notes` is no scheme and host alone. Write `https://me.github.io`; the path `/notes/` is the `base`.',
  ],
  [{ origin: 'example.org' }, '`example.org` is no scheme and host alone. Write `https://example.org`.'],
  [{ feedOrigin: 'http://a.example/' }, '`http://a.example/` is no scheme and host alone. Write `http://a.example`.'],
  [{ base: '/docs' }, '`/docs` is no path with both slashes. Write `/docs/`.'],
  [{ base: 'a/b/' }, '`a/b/` is no path with both slashes. Write `/a/b/`.'],
  [{ base: '//' }, '`//` is no path with both slashes. Write `/`.'],
  [{ base: '' }, 'This is empty. Write `/`.'],
  [{ language: 'de_AT.UTF-8' }, '`de_AT.UTF-8` is no language tag. Write `de-AT`.'],
  [{ language: 'Deutsch' }, '`Deutsch` is no language tag. Write a tag such as `en`, `de` or `pt-BR`.'],
  [
    { repository: 'https://github.com/me/notes.git' },
    '`https://github.com/me/notes.git` is no repository. Write `me/notes`.',
  ],
  [{ repository: 'notes' }, '`notes` is no repository. Write owner and name, such as `owner/name`.'],
  [{ branch: '' }, 'This is empty. Write its name, such as `main`.'],
  [
    { author: { name: 'Me', url: 'example.org' } },
    '`example.org` is no address to which a link leads. Write it whole, such as `https://example.org/` or `mailto:somebody@example.org`.',
  ],
  [
    { security: { contact: 'me@example.org', expires: '2027-01-01' } },
    '`me@example.org` is no address to which a link leads. Write `mailto:me@example.org`.',
  ],
  [
    {
      footer: [
        { label: 'Home', href: '/' },
        { label: 'Me', href: 'mailto:me@example.org' },
      ],
    },
    '`mailto:me@example.org` is no path of this site. Write one such as `/docs/about/`, and link from that page to what is elsewhere.',
  ],
])('%j is told of', (config, words) => {
  expect(configFaults(config).map(({ message, hint }) => `${message} ${hint}`)).toEqual([words]);
});

test.each([
  site,
  {
    origin: 'http://localhost:4321',
    base: '/a/b-c/',
    language: 'zh-Hant-TW',
    repository: 'o.o/n_n',
    branch: 'release/2',
  },
  { author: { name: 'Me', url: 'mailto:me@example.org' } },
  {},
])('%j is sound', (config) => {
  expect(configFaults(config)).toEqual([]);
});
