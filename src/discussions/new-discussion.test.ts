import { expect, test } from 'vitest';
import { newDiscussionUrl } from './new-discussion.ts';

const start = { repository: 'octo-org/driver-notes', category: 'Q&A', pageUrl: 'https://example.org/posts/mind/' };

test('the form opens in the repository, with category, title and the page filled in', () => {
  const url = new URL(newDiscussionUrl({ ...start, title: 'Mind the driver' }));
  expect(url.origin + url.pathname).toBe('https://github.com/octo-org/driver-notes/discussions/new');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    category: 'q-a',
    title: 'Mind the driver',
    body: 'About “Mind the driver”: https://example.org/posts/mind/\n\n',
  });
});

test.each(['40% & more', 'a=b#c?d+e', '“quotes” and ünïcode 日本', 'two\nlines'])(
  'the title arrives as it is: %s',
  (title) => {
    expect(new URL(newDiscussionUrl({ ...start, title })).searchParams.get('title')).toBe(title);
  },
);

test('half a character in a title does not stop the build', () => {
  expect(newDiscussionUrl({ ...start, title: 'a\uD800b' })).toContain('title=a%EF%BF%BDb');
});
