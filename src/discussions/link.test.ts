import { expect, test } from 'vitest';
import { linkedTalk } from './link.ts';
import { discussionLink } from './schema.ts';

const repository = 'octo-org/driver-notes';
const address = `https://github.com/${repository}/discussions/42`;

test.each([
  ['a number', 42],
  ['an address in our repository', address],
  ['an address in other letters', 'https://GitHub.com/Octo-Org/Driver-Notes/discussions/42'],
  ['an address as the browser shows it', `${address}?sort=new#discussioncomment-7`],
  ['an address that ends in a slash', `${address}/`],
])('%s is a thread of ours', (_, link) => {
  expect(linkedTalk(discussionLink.parse(link), repository)).toEqual({ kind: 'thread', number: 42 });
});

test('a discussion of another repository is linked, whatever its number', () => {
  const link = discussionLink.parse(address);
  expect(linkedTalk(link, 'octo-org/other')).toEqual({
    kind: 'place',
    url: address,
    label: 'octo-org/driver-notes on GitHub',
  });
});

test('a discussion of an organisation is linked by its name', () => {
  const link = discussionLink.parse('https://github.com/orgs/octo-org/discussions/42');
  expect(linkedTalk(link, repository)).toMatchObject({ kind: 'place', label: 'octo-org on GitHub' });
});

test.each(['https://forum.example/t/7', 'http://lists.example/storage', 'mailto:storage@lists.example'])(
  'any place with a name is linked: %s',
  (url) => {
    expect(linkedTalk(discussionLink.parse({ url, label: ' the forum ' }), repository)).toEqual({
      kind: 'place',
      url,
      label: 'the forum',
    });
  },
);

test.each([
  0,
  -1,
  1.5,
  '42',
  true,
  [42],
  null,
  'https://forum.example/t/7',
  'https://github.com/o/r/issues/42',
  'https://github.com/o/r/discussions/0',
  `${address}x`,
])('%j is refused, with the three ways to write a link', (link) => {
  const { error } = discussionLink.safeParse(link);
  expect(error?.issues).toHaveLength(1);
  expect(error?.issues[0]?.message).toMatch(
    /is not a discussion\. Write its number, its address .*, or \{ url: .*\}\.$/,
  );
});

test.each([
  [{}, ['url']],
  [{ url: 'https://forum.example/t/7' }, ['label']],
  [{ label: 'the forum' }, ['url']],
  [{ url: 'javascript:alert(1)', label: 'x' }, ['url']],
  [{ url: 'data:text/html,x', label: 'x' }, ['url']],
  [{ url: 'https://forum.example/', label: ' ' }, ['label']],
  [{ url: 'https://forum.example/', label: 'x'.repeat(81) }, ['label']],
])('%j is refused where it is wrong', (link, path) => {
  expect(discussionLink.safeParse(link).error?.issues[0]?.path).toEqual(path);
});
