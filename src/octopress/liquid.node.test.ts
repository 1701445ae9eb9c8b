import { expect, test } from 'vitest';
import { knownSite, liquidFor } from './liquid.node.ts';
import { readSettings } from './settings.node.ts';

const { settings } = readSettings('url: http://x.example\nroot: /notes\ntimezone: Europe/Berlin\n', 'jekyll');
const engine = liquidFor(settings);
const page = { title: 'A & B', date: '2013-01-05T23:30:00+00:00' };

test.each([
  ['{{ "/a/" | relative_url }}', '/notes/a/'],
  ['{{ "a" | absolute_url }}', 'http://x.example/notes/a'],
  ['{{ "Some **words**" | markdownify }}', '<p>Some <strong>words</strong></p>'],
  ['{{ "Some Words" | slugify }}', 'some-words'],
  ['{{ page.title | xml_escape }}', 'A &amp; B'],
  ['{{ "a b" | cgi_escape }}', 'a+b'],
  ['{{ "a b" | uri_escape }}', 'a%20b'],
  ['{{ "a,b,c" | split: "," | array_to_sentence_string }}', 'a, b, and c'],
  ['{{ "a b c" | number_of_words }}', '3'],
  ['{{ page.date | date: "%d %H:%M" }}', '06 00:30'],
])('%s is %s', (liquid, text) => {
  expect(engine.parseAndRenderSync(liquid, { page })).toBe(text);
});

test.each([
  '{{ "now" | date: "%Y" }}',
  '{{ unknown }}',
  '{{ page.constructor }}',
  '{{ page.title | unknown }}',
  '{% include "/etc/passwd" %}',
  '{% for i in (1..999999999) %}{% endfor %}',
])('%s is not known', (liquid) => {
  expect(() => {
    engine.parseAndRenderSync(liquid, { page });
  }).toThrow();
});

test.each([
  '{% assign all = site.pages | sort: "date" %}{% for one in all %}{{ one.title }}{% endfor %}',
  '{% assign last = site.posts.first %}',
  '{% if site.tags %}Tags{% else %}None{% endif %}',
])('what Jekyll made of the blog is not empty but unknown: %s', (liquid) => {
  const site = knownSite({ title: 'B' });
  expect(() => {
    engine.parseAndRenderSync(liquid, { site });
  }).toThrow('Only the old site knew this.');
  expect(engine.parseAndRenderSync('{{ site.title }}{% if site.subtitle %}!{% endif %}', { site })).toBe('B');
});
