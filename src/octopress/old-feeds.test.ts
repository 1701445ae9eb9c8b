import { expect, test } from 'vitest';
import { feedIn } from './old-feeds.ts';

test.each([
  ['of all posts', '---\n---\n<feed>{% for post in site.posts %}', { category: undefined }],
  ['of a category by word', '---\n---\n<rss>{% for post in site.categories.emacs %}', { category: 'emacs' }],
  ['of a category in quotes', "---\n---\n<feed>{% for post in site.categories['C++'] %}", { category: 'C++' }],
  ['that lists nothing of the site', '---\n---\n<feed></feed>', undefined],
  ['of another kind of XML', '---\n---\n<urlset>{% for post in site.posts %}', undefined],
  ['that the old engine never filled in', '<feed>{% for post in site.posts %}', undefined],
])('a feed %s', (_, template, feed) => {
  expect(feedIn(template)).toEqual(feed);
});
