import { expect, test } from 'vitest';
import { discussionNode, toSnapshot } from './from-github.node.ts';

const url = 'https://github.com/octo-org/driver-notes/discussions/1';

function snapshotOf(changes: object) {
  const node = {
    id: 'D_1',
    number: 1,
    title: 'Title',
    url,
    repository: { nameWithOwner: 'octo-org/driver-notes' },
    category: { name: 'Articles', isAnswerable: false },
    author: null,
    createdAt: '2026-11-01T09:00:00Z',
    lastEditedAt: null,
    updatedAt: '2026-11-01T09:00:00Z',
    bodyHTML: '',
    upvoteCount: 1,
    reactionGroups: null,
    locked: false,
    activeLockReason: null,
    closed: false,
    closedAt: null,
    stateReason: null,
    answer: null,
    labels: null,
    poll: null,
    comments: { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] },
    ...changes,
  };
  return toSnapshot(discussionNode.parse(node), '2026-11-25T12:00:00Z');
}

test('what nobody said or gave is left out', () => {
  expect(snapshotOf({})).toEqual({
    number: 1,
    url,
    title: 'Title',
    repository: 'octo-org/driver-notes',
    category: 'Articles',
    author: { kind: 'deleted' },
    createdAt: '2026-11-01T09:00:00Z',
    body: '',
    locked: false,
    comments: [],
    snapshotAt: '2026-11-25T12:00:00Z',
    updatedAt: '2026-11-01T09:00:00Z',
    example: false,
  });
});

test('words of GitHub that we do not know are left out, and ours are kept', () => {
  const closed = { closed: true, closedAt: '2026-11-02T00:00:00Z' };
  expect(snapshotOf({ ...closed, stateReason: 'OUTDATED' }).closed).toMatchObject({ reason: 'outdated' });
  expect(snapshotOf({ ...closed, stateReason: 'BORED' }).closed).toEqual({ at: '2026-11-02T00:00:00Z' });
  expect(snapshotOf({ locked: true, activeLockReason: 'TOO_HEATED' }).lockReason).toBe('too-heated');
  expect(snapshotOf({ locked: true, activeLockReason: 'NEW_REASON' }).lockReason).toBeUndefined();
});

const signed = 'https://private-user-images.githubusercontent.com/1/2.png?jwt=eyJhbGciOi.abc';

test.each([
  ['an image', `<p><img src="${signed}" alt="df"></p>`, `<p><img src="${url}" alt="df"></p>`],
  ['a link to it', `<a href="${signed}"><b>x</b></a>`, `<a href="${url}"><b>x</b></a>`],
  ['its other sizes', `<source srcset="${signed} 2x, /b.png">`, '<source>'],
  ['any address with a key', '<img src="https://github.com/a.png?x=1&amp;jwt=abc">', `<img src="${url}">`],
  ['an avatar', '<p>a <img src="https://avatars.githubusercontent.com/u/1?v=4"> b</p>', '<p>a  b</p>'],
  [
    'quoted mail',
    '<p>Yes</p><span class="email-hidden-toggle"><a href="#">…</a></span><div class="email-hidden-reply">On Monday a@b.example wrote</div>',
    '<p>Yes</p>',
  ],
])('%s that must not be kept is not', (_, html, kept) => {
  expect(snapshotOf({ bodyHTML: html }).body).toBe(kept);
});

test.each([
  '<p>unclosed <b>private-key</p> <a href="https://private-registry.example/v2/">here</a>',
  '<pre><code>curl -H "jwt=abc" https://example.org/?jwt=abc</code></pre>',
  '<p dir="auto">&quot;a&quot;&nbsp;<img src="https://camo.githubusercontent.com/abc" data-canonical-src="https://img.example/a.png"></p>',
])('other bodies stay letter by letter: %s', (html) => {
  expect(snapshotOf({ bodyHTML: html }).body).toBe(html);
});

test('a body that is nested thousands deep is kept', () => {
  const html = `${'<div>'.repeat(3000)}<img src="${signed}">deep${'</div>'.repeat(3000)}`;
  const { body } = snapshotOf({ bodyHTML: html });
  expect(body).toContain('deep');
  expect(body).not.toContain('jwt');
});
