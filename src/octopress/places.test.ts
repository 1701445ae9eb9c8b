import { expect, test } from 'vitest';
import { nameParts, placeOf } from './places.ts';
import { readSettings } from './settings.node.ts';

const { settings } = readSettings('collections: [recipes]', 'jekyll');

test.each([
  ['source/_posts/2013-1-5-a.markdown', 'post'],
  ['source/drinks/_posts/2013-1-5-a.html', 'post'],
  ['source/_posts/2013-1-5-a.pandoc', 'post'],
  ['source/_drafts/a.md', 'draft'],
  ['source/_recipes/soup.md', 'page'],
  ['source/about/index.md', 'page'],
  ['source/_layouts/post.html', undefined],
  ['source/README.md', undefined],
  ['source/style.css', undefined],
  ['notes/a.md', undefined],
  ['2013-1-5-a.md', undefined],
])('in a blog with folders, %s is: %s', (file, kind) => {
  expect(placeOf(file, 'source', settings, true)?.kind).toBe(kind);
});

test('in a blog without folders of posts, what is called like one at the root is a post', () => {
  expect(placeOf('2013-1-5-a.md', '', settings, false)?.kind).toBe('post');
  expect(placeOf('a.md', '', settings, false)?.kind).toBe('page');
});

test('a name is taken apart, and needs a day only where posts have one', () => {
  expect(nameParts('source/_posts/2013-1-5-a-b.HTML', settings, true)).toEqual({
    day: '2013-1-5',
    slug: 'a-b',
    ending: 'html',
  });
  expect(nameParts('source/_posts/a.md', settings, true)).toBeUndefined();
  expect(nameParts('source/_drafts/a.md', settings, false)).toEqual({ day: undefined, slug: 'a', ending: 'md' });
});

test('files with an ending that the settings call Markdown are read', () => {
  const own = readSettings('markdown_ext: markdown,MDWN, text', 'jekyll').settings;
  expect(nameParts('_posts/2013-1-5-a.mdwn', own, true)).toEqual({ day: '2013-1-5', slug: 'a', ending: 'mdwn' });
  expect(placeOf('about.text', '', own, true)?.kind).toBe('page');
  expect(placeOf('about.text', '', settings, true)).toBeUndefined();
});
