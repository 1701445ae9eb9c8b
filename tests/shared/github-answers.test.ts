import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSchema, NoDeprecatedCustomRule, parse, specifiedRules, validate } from 'graphql';
import { schema as published } from '@octokit/graphql-schema';
import { describe, expect, test } from 'vitest';
import { discussionSchema } from '../../src/discussions/schema.ts';
import { discussionNode, toSnapshot } from '../../src/discussions/sync/from-github.node.ts';
import type { DiscussionNode } from '../../src/discussions/sync/from-github.node.ts';
import * as queries from '../../src/discussions/sync/queries.ts';
import type { Fault } from '../fixtures/github/server.ts';
import { page, visit } from '../fixtures/github/visit.ts';
import { addDiscussion, comment } from '../fixtures/github/world.ts';
import { sharedFile } from './shared-folder.ts';

const found = sharedFile('inputs/discussions/101-answered-locked.json', 'recorded answers and faults of GitHub');

describe.skipIf(found === undefined)('answers as GitHub gives them', () => {
  if (found === undefined) return;
  const folder = dirname(found);
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const nodeOf = (name: string): DiscussionNode => {
    const { data } = read(name) as { data: { repository?: { discussion: unknown } } };
    return discussionNode.parse(data.repository?.discussion);
  };
  const wholes = readdirSync(folder).filter((name) => /^1\d\d-[a-z-]+(?:\.page-1)?\.json$/.test(name));

  test.each(wholes)('%s becomes a snapshot with all its remarks in order', (name) => {
    const node = nodeOf(name);
    const snapshot = toSnapshot(node, '2026-11-25T12:00:00Z');
    expect(discussionSchema.safeParse(snapshot).error).toBeUndefined();
    expect(snapshot.comments.map(({ id, replies }) => [id, replies.map((reply) => reply.id)])).toEqual(
      node.comments.nodes.map(({ id, replies }) => [id, replies.nodes.map((reply) => reply.id)]),
    );
    expect(JSON.stringify(snapshot)).not.toMatch(/jwt=|avatars\.githubusercontent|email-hidden|databaseId/);
  });

  test('what matters in each is kept', () => {
    const snapshot = (name: string) => toSnapshot(nodeOf(name), '2026-11-25T12:00:00Z');
    expect(snapshot('101-answered-locked.json')).toMatchObject({
      answer: 'DC_MTAxOjUwMDQ',
      locked: true,
      lockReason: 'resolved',
      labels: ['devicemapper', 'needs & "quotes"'],
      upvotes: 9,
      reactions: [
        { kind: 'thumbs-up', count: 12 },
        { kind: 'heart', count: 1 },
        { kind: 'eyes', count: 3 },
      ],
    });
    expect(snapshot('102-deleted-author.json')).toMatchObject({
      author: { kind: 'deleted' },
      comments: [
        { author: { kind: 'deleted' }, state: { kind: 'shown' } },
        { state: { kind: 'deleted' }, replies: [{}, {}] },
        {},
        {},
      ],
    });
    const reasons = snapshot('103-minimised.json').comments.map(({ state }) => state);
    expect(reasons.filter(({ kind }) => kind === 'minimised').length).toBeGreaterThanOrEqual(7);
    expect(snapshot('110-poll.json').poll).toEqual({
      question: 'Which <driver>?',
      options: [
        { text: 'overlay2', votes: 280 },
        { text: 'btrfs & zfs', votes: 41 },
        { text: 'vfs', votes: 0 },
      ],
      total: 321,
    });
    expect(snapshot('111-closed.json').closed).toEqual({ at: '2025-03-11T20:59:00Z', reason: 'duplicate' });
    expect(snapshot('112-empty.json')).toMatchObject({ body: '', comments: [] });
  });

  test.each([
    ['bad-credentials', 'bad-credentials'],
    ['discussions-disabled', 'discussions-disabled'],
    ['first-too-big', 'query-refused'],
    ['forbidden-field', 'forbidden'],
    ['insufficient-scopes', 'missing-scope'],
    ['not-found-discussion', 'discussion-not-found'],
    ['missing-first', 'query-refused'],
    ['node-limit', 'query-refused'],
    ['not-found-repository', 'repository-not-found'],
    ['primary-limit', 'budget-used-up'],
    ['secondary-limit-200', 'asked-too-fast'],
    ['secondary-limit-403', 'asked-too-fast'],
    ['service-unavailable-503', 'unavailable'],
    ['timeout-502', 'too-slow'],
    ['truncated-json', 'cut-off'],
    ['unicorn-502', 'too-slow'],
    ['unknown-field', 'query-refused'],
  ])('the fault %s is told as %s, and the snapshot stays', (name, rule) =>
    visit({ 'content/posts/a.md': page(101) }, async ({ run, github, world, read: readFile }) => {
      addDiscussion(world, 101, [comment('one')]);
      await run('sync');
      const before = await readFile('content/discussions/101.json');
      github.before = () => read(`errors/${name}.json`) as Fault;
      const { code, lines } = await run('sync');
      expect([code, lines.at(-1)]).toEqual([1, expect.stringContaining(`  ${rule}  `)]);
      expect(await readFile('content/discussions/101.json')).toBe(before);
    }),
  );

  test('a query for numbers as aliases, next pages and categories, and the mutation, are valid and not deprecated', () => {
    const schema = buildSchema(published.idl, { assumeValid: true });
    const all = [
      queries.statesQuery([1, 2]),
      queries.discussionsQuery([{ number: 1, first: 5 }]),
      queries.moreCommentsQuery,
      queries.moreRepliesQuery([{ id: 'a"b', after: 'c' }]),
      queries.namesakesQuery([1]),
      queries.repositoryQuery,
      queries.titlesQuery,
      queries.createMutation,
    ];
    for (const query of all) {
      expect(validate(schema, parse(query), [...specifiedRules, NoDeprecatedCustomRule])).toEqual([]);
    }
  });
});
