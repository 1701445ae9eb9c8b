import { expect, test } from 'vitest';
import { postSchema } from './schema.ts';

const octopress = {
  layout: 'post',
  title: 'Mind the storage driver for Ubuntu cloud images (on Azure)',
  date: '2014-07-24 12:30:43 +0000',
  comments: true,
  published: true,
  categories: ['Azure', 'Docker'],
};

test('the front matter of an Octopress post becomes ours', () => {
  expect(postSchema.parse(octopress)).toEqual({
    title: 'Mind the storage driver for Ubuntu cloud images (on Azure)',
    date: new Date('2014-07-24T12:30:43Z'),
    tags: ['Azure', 'Docker'],
    draft: false,
  });
});

test.each([
  ['Azure', ['Azure']],
  ['Azure, Docker', ['Azure', 'Docker']],
  [
    ['Azure', ' Docker '],
    ['Azure', 'Docker'],
  ],
  ['', []],
])('categories written as %j are the tags %j', (categories, tags) => {
  expect(postSchema.parse({ ...octopress, categories }).tags).toEqual(tags);
});

test('a tag that is a category too, or there in two spellings, stands once as it was written first', () => {
  expect(postSchema.parse({ ...octopress, tags: ['docker', 'Zfs', 'ZFS'] }).tags).toEqual(['docker', 'Zfs', 'Azure']);
  expect(postSchema.parse({ ...octopress, tags: ['Docker', 'aufs'] }).tags).toEqual(['Docker', 'aufs', 'Azure']);
});

test.each([
  [
    ['Docker', '🐳'],
    ['tags', 1],
  ],
  ['Docker, ...', ['tags']],
])('tags written as %j are refused at %j, since one of them can have no page', (tags, path) => {
  const { error } = postSchema.safeParse({ ...octopress, tags });
  expect(error?.issues[0]).toMatchObject({ path, message: expect.stringContaining('has no letter or digit') });
});

test('a tag whose address would be too long for a folder is named', () => {
  const { error } = postSchema.safeParse({ ...octopress, tags: ['Docker', 'x'.repeat(300)] });
  expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([
    [['tags', 1], 'A tag has 300 letters, and 60 are the most. Name it by a word or two.'],
  ]);
});

test.each([
  ['2014-07-24', '2014-07-24T00:00:00.000Z'],
  ['2014-07-24 12:30', '2014-07-24T12:30:00.000Z'],
  ['2014-07-24 9:05:01', '2014-07-24T09:05:01.000Z'],
  ['2014-07-24 12:30:43 +0200', '2014-07-24T10:30:43.000Z'],
  ['2014-07-24T12:30:43-05:30', '2014-07-24T18:00:43.000Z'],
  ['2014-07-24T12:30:43Z', '2014-07-24T12:30:43.000Z'],
])('the date %j is the moment %s', (date, iso) => {
  expect(postSchema.parse({ ...octopress, date }).date.toISOString()).toBe(iso);
});

test.each(['yesterday', '24.7.2014', '2014-02-30', '2014-13-01', '2014-07-24 25:00', ''])(
  'the date %j is refused with an example of a right one',
  (date) => {
    const { error } = postSchema.safeParse({ ...octopress, date });
    expect(error?.issues[0]).toMatchObject({ path: ['date'], message: expect.stringContaining('2014-07-24') });
  },
);

test('published: false is a draft, and draft has the last word', () => {
  expect(postSchema.parse({ ...octopress, published: false }).draft).toBe(true);
  expect(postSchema.parse({ ...octopress, published: false, draft: false }).draft).toBe(false);
});

test('what is no link to a discussion is refused with its place', () => {
  const { error } = postSchema.safeParse({ ...octopress, discussion: 'https://github.com/o/r/issues/42' });
  expect(error?.issues[0]?.path).toEqual(['discussion']);
});

test('an unknown key is refused', () => {
  expect(postSchema.safeParse({ ...octopress, tilte: 'x' }).error?.issues[0]).toMatchObject({
    code: 'unrecognized_keys',
    keys: ['tilte'],
  });
});

test('an update before the article is refused', () => {
  expect(postSchema.safeParse({ ...octopress, updated: '2014-07-23' }).error?.issues[0]?.path).toEqual(['updated']);
});
