import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { GitHub } from '../../../tests/fixtures/github/server.ts';
import { page, visit } from '../../../tests/fixtures/github/visit.ts';
import { addDiscussion, comment, emptyWorld, largeWorld, octocat } from '../../../tests/fixtures/github/world.ts';
import { maxSnapshotBytes } from '../../content-check/source.node.ts';
import { discussionSchema } from '../schema.ts';

const post = 'content/posts/a.md';
const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `c${from + index}`);

/** A page for each number. */
function pages(...numbers: number[]): Record<string, string> {
  return Object.fromEntries(numbers.map((number) => [`content/posts/p${number}.md`, page(number)]));
}

describe('a sync', () => {
  test('writes what we show of each linked discussion, and nothing else', () =>
    visit({ [post]: page(42) }, async ({ run, world, snapshot, snapshots }) => {
      addDiscussion(world, 42, [
        comment('first', ['reply'], { upvoteCount: 3, reactions: { HEART: 2 } }),
        comment('off', [], { isMinimized: true, minimizedReason: 'off-topic' }),
        comment('taken back', ['stays'], { deletedAt: '2026-11-03T00:00:00Z' }),
        comment('by nobody', [], { author: null }),
      ]);
      addDiscussion(world, 43);
      expect((await run('sync')).code).toBe(0);
      expect(await snapshots()).toEqual(['42.json']);
      const stored = await snapshot(42);
      expect(discussionSchema.safeParse(stored).error).toBeUndefined();
      expect(stored).toMatchObject({
        number: 42,
        url: 'https://github.com/octo-org/driver-notes/discussions/42',
        repository: 'octo-org/driver-notes',
        category: 'Q&A',
        isAnswerable: true,
        snapshotAt: '2026-11-25T12:00:00Z',
      });
      const [first, off, gone, nobody] = stored.comments;
      expect(first).toMatchObject({ upvotes: 3, reactions: [{ kind: 'heart', count: 2 }], replies: [{}] });
      expect(off?.state).toEqual({ kind: 'minimised', reason: 'off-topic' });
      expect(gone).toMatchObject({ state: { kind: 'deleted' }, body: '', author: { kind: 'deleted' }, replies: [{}] });
      expect(nobody?.author).toEqual({ kind: 'deleted' });
      expect(JSON.stringify(stored)).not.toMatch(/databaseId|avatar|mail|taken back/);
    }));

  test('fetches links of every kind of page, by number and by address, and no other repository’s', () =>
    visit(
      {
        'content/posts/a.md': page(1),
        'content/docs/b.mdx': page('https://github.com/octo-org/driver-notes/discussions/2?sort=new'),
        'content/errors/c.mdx': page(3),
        'content/drivers/d.yaml': 'title: D\ndiscussion: 4\n',
        'content/posts/e.md': page('https://github.com/octo-org/other/discussions/5'),
        'content/posts/f.md': page('{ url: https://forum.example/t/7, label: the forum }'),
      },
      async ({ run, world, snapshots }) => {
        for (const number of [1, 2, 3, 4, 5]) addDiscussion(world, number);
        await run('sync');
        expect(await snapshots()).toEqual(['1.json', '2.json', '3.json', '4.json']);
      },
    ));

  test('asks again only for what changed, in the same bytes if nothing was said', () =>
    visit(pages(1, 2, 3), async ({ run, world, github, read }) => {
      for (const number of [1, 2, 3]) addDiscussion(world, number, [comment('one')]);
      await run('sync');
      const before = await Promise.all([1, 3].map((number) => read(`content/discussions/${number}.json`)));
      const changed = world.discussions.get(2);
      changed?.comments.push(comment('two'));
      github.calls.length = 0;
      const { lines } = await run('sync');
      expect(github.calls.map(({ operation }) => operation)).toEqual(['States', 'Discussions']);
      expect(github.calls[1]?.query).not.toMatch(/d1:|d3:/);
      expect(lines).toEqual([expect.stringContaining('1 snapshot written, 2 of 3 discussions current.')]);
      expect(await Promise.all([1, 3].map((number) => read(`content/discussions/${number}.json`)))).toEqual(before);
    }));

  test('fetches a thread whose time of change moved, though as many remarks are there', () =>
    visit(pages(1), async ({ run, world, snapshot }) => {
      const thread = addDiscussion(world, 1, [comment('one')]);
      await run('sync');
      thread.comments = [comment('edited', [], { lastEditedAt: '2026-11-04T00:00:00Z' })];
      thread.updatedAt = '2026-11-04T00:00:00Z';
      await run('sync');
      expect((await snapshot(1)).comments[0]).toMatchObject({ editedAt: '2026-11-04T00:00:00Z' });
    }));

  test.each([
    ['closed', { closed: true, closedAt: '2026-11-04T00:00:00Z' }, { closed: { at: '2026-11-04T00:00:00Z' } }],
    ['locked', { locked: true }, { locked: true }],
    ['given another title', { title: 'Other' }, { title: 'Other' }],
    ['answered', { answer: 'DC_1' }, { answer: 'DC_1' }],
    ['put into another category', { category: 'Articles' }, { category: 'Articles' }],
  ])('fetches a thread that was %s, though its time of change did not move', (_, change, shown) =>
    visit(pages(1), async ({ run, world, snapshot }) => {
      const thread = addDiscussion(world, 1);
      await run('sync');
      Object.assign(thread, change);
      await run('sync');
      expect(await snapshot(1)).toMatchObject(shown);
    }),
  );

  test('of all finds reactions, which move no time of change', () =>
    visit(pages(1), async ({ run, world, snapshot }) => {
      const thread = addDiscussion(world, 1);
      await run('sync');
      thread.reactions = { ROCKET: 1 };
      await run('sync');
      expect((await snapshot(1)).reactions).toBeUndefined();
      await run('sync', '--all');
      expect((await snapshot(1)).reactions).toEqual([{ kind: 'rocket', count: 1 }]);
    }));

  test('writes no file anew only because a day has passed', () =>
    visit(pages(1), async ({ run, world, read, github }) => {
      addDiscussion(world, 1, [comment('one')]);
      await run('sync');
      const before = await read('content/discussions/1.json');
      github.calls.length = 0;
      github.before = ({ number }) =>
        number === 1 ? { status: 503, headers: { 'retry-after': '120' }, body: '' } : undefined; // moves the clock
      await run('sync', '--all');
      expect(await read('content/discussions/1.json')).toBe(before);
    }));

  test('takes the discussions that are named, linked or not', () =>
    visit({}, async ({ run, world, snapshots }) => {
      for (const number of [7, 8, 9]) addDiscussion(world, number);
      await run('sync', '8', '9');
      expect(await snapshots()).toEqual(['8.json', '9.json']);
    }));

  test('pages through comments and replies, in order and none twice', () =>
    visit(pages(1), async ({ run, world, snapshot }) => {
      const comments = numbered(1, 250).map((text) => comment(text));
      addDiscussion(world, 1, [comment('many', numbered(1, 330)), ...comments, comment('more', numbered(1, 101))]);
      expect((await run('sync')).code).toBe(0);
      const { comments: stored } = await snapshot(1);
      const said = (remarks: readonly { body: string }[]): string[] =>
        remarks.map(({ body }) => body.replace(/<[^>]+>/g, ''));
      expect(said(stored)).toEqual(['many', ...numbered(1, 250), 'more']);
      expect(said(stored[0]?.replies ?? [])).toEqual(numbered(1, 330));
      expect(said(stored.at(-1)?.replies ?? [])).toEqual(numbered(1, 101));
    }));

  test('asks for many small discussions at once', () =>
    visit(pages(...Array.from({ length: 30 }, (_, index) => index + 1)), async ({ run, world, github }) => {
      for (let number = 1; number <= 30; number += 1) addDiscussion(world, number, [comment('one'), comment('two')]);
      await run('sync');
      expect(github.calls.map(({ operation }) => operation)).toEqual([
        'States',
        'Discussions',
        'Discussions',
        'Discussions',
      ]);
    }));

  test('says who asks', () =>
    visit(pages(1), async ({ run, world, github }) => {
      addDiscussion(world, 1);
      await run('sync');
      expect(github.calls.every(({ userAgent }) => userAgent === 'mind-the-driver-discussions')).toBe(true);
    }));

  test('leaves invented threads alone, unless they are named', () =>
    visit(pages(1), async ({ run, world, github, read, write, snapshot }) => {
      addDiscussion(world, 1, [], { title: 'Real' });
      await run('sync');
      const invented = JSON.stringify({
        ...(JSON.parse(await read('content/discussions/1.json')) as object),
        title: 'Invented',
        example: true,
      });
      await write({ 'content/discussions/1.json': invented });
      github.calls.length = 0;
      await run('sync', '--all');
      expect([await read('content/discussions/1.json'), github.calls.length]).toEqual([invented, 0]);
      await run('sync', '1');
      expect(await snapshot(1)).toMatchObject({ title: 'Real' });
    }));

  test('replaces a snapshot that can’t be read', () =>
    visit({ ...pages(1), 'content/discussions/1.json': '{"number": 1, "ti' }, async ({ run, world, snapshot }) => {
      addDiscussion(world, 1);
      await run('sync');
      expect(await snapshot(1)).toMatchObject({ number: 1 });
    }));

  test('shows progress to those who watch, and one line to a log', () =>
    visit(pages(1, 2), async ({ run, world, terminal }) => {
      addDiscussion(world, 1);
      addDiscussion(world, 2);
      expect((await run('sync')).lines).toHaveLength(1);
      expect(terminal.shown).toEqual([]);
      terminal.isWatched = true;
      const { lines } = await run('sync', '1');
      expect(terminal.shown).toEqual(['0 of 1 discussion', '1 of 1 discussion', '']);
      expect(lines).toHaveLength(1);
    }));

  test('that is dry says what it would write, and writes nothing', () =>
    visit(pages(1), async ({ run, world, snapshots }) => {
      addDiscussion(world, 1);
      const { code, lines } = await run('sync', '--dry-run');
      expect([code, lines[0], await snapshots()]).toEqual([0, 'content/discussions/1.json  would be new', []]);
      expect(lines[1]).toMatch(/^1 snapshot would be written/);
    }));

  test('takes options that npm kept for itself', () =>
    visit(pages(1), async ({ run, world, env, snapshots }) => {
      addDiscussion(world, 1);
      env['npm_config_dry_run'] = 'true';
      await run('sync');
      expect(await snapshots()).toEqual([]);
    }));

  test('without any link asks nothing', () =>
    visit({ [post]: page() }, async ({ run, github }) => {
      const { code, lines } = await run('sync');
      expect([code, lines, github.calls]).toEqual([0, ['0 snapshots written, 0 of 0 discussions current.'], []]);
    }));

  test.each([[], ['sync', '0'], ['sync', 'x'], ['sync', '--al'], ['sync', '--all', '1'], ['create'], ['check', '1']])(
    'explains itself if it is called as %s %s %s',
    (...args) =>
      visit({}, async ({ run }) => {
        const { code, lines } = await run(...args);
        expect([code, lines[0]]).toEqual([1, expect.stringContaining('npm run discussions sync')]);
      }),
  );
});

describe('a thread that is gone', () => {
  test('keeps its last snapshot, marked, and comes back when it does', () =>
    visit(pages(1), async ({ run, world, snapshot }) => {
      const thread = addDiscussion(world, 1, [comment('one')]);
      await run('sync');
      const before = await snapshot(1);
      world.discussions.delete(1);
      const { code, lines } = await run('sync');
      expect(code).toBe(0);
      expect(lines[0]).toMatch(
        /^content\/posts\/p1\.md:4:13 {2}vanished-discussion {2}Discussion 1 was deleted, .* Its last snapshot stays, marked\./,
      );
      expect(await snapshot(1)).toEqual({ ...before, vanished: { reason: 'not-found', at: '2026-11-25T12:00:00Z' } });
      expect((await run('sync')).lines[0]).toContain('Discussion 1 is still gone.');
      world.discussions.set(1, thread);
      await run('sync');
      expect(await snapshot(1)).toEqual(before);
    }));

  test('says where it went if it was transferred', () =>
    visit(pages(1), async ({ run, world, snapshot }) => {
      addDiscussion(world, 1);
      await run('sync');
      world.discussions.delete(1);
      world.redirects.set('/octo-org/driver-notes/discussions/1', 'https://github.com/octo-org/storage/discussions/9');
      const { lines } = await run('sync');
      const url = 'https://github.com/octo-org/storage/discussions/9';
      expect(lines[0]).toContain(`Discussion 1 was transferred to ${url}.`);
      expect((await snapshot(1)).vanished).toMatchObject({ reason: 'transferred', url });
      expect((await run('sync')).lines[0]).toContain(`Discussion 1 is still at ${url}.`);
    }));

  test('in the middle of its own pages is marked too, and the others are fetched', () =>
    visit(pages(1, 2), async ({ run, world, github, snapshot, snapshots }) => {
      addDiscussion(
        world,
        1,
        numbered(1, 150).map((text) => comment(text)),
      );
      addDiscussion(world, 2);
      await run('sync');
      const thread = world.discussions.get(1);
      if (thread) thread.updatedAt = '2026-11-05T00:00:00Z';
      github.before = ({ operation }) => {
        if (operation === 'MoreComments') world.discussions.delete(1);
        return undefined;
      };
      await run('sync');
      expect(await snapshots()).toEqual(['1.json', '2.json']);
      const { comments, vanished } = await snapshot(1);
      expect([comments.length, vanished?.reason]).toEqual([150, 'not-found']);
    }));

  test('and never had a snapshot is a mistake of the page', () =>
    visit(pages(1, 2, 3), async ({ run, world, snapshots }) => {
      addDiscussion(world, 2);
      world.issues.set(3, 'Issue');
      world.redirects.set('/octo-org/driver-notes/issues/3', '/octo-org/driver-notes/discussions/30');
      const { code, lines } = await run('sync');
      expect([code, await snapshots()]).toEqual([1, ['2.json']]);
      expect(lines.slice(0, 2)).toEqual([
        'content/posts/p1.md:4:13  unknown-discussion  There is no discussion 1 in octo-org/driver-notes, or this token may not see it. Write the number of a discussion that is there, or remove the key: the page then asks to start one.',
        'content/posts/p3.md:4:13  unknown-discussion  3 was converted into https://github.com/octo-org/driver-notes/discussions/30. Write that address, or its number if it is of this repository.',
      ]);
    }));

  test.each([
    ['Issue', 'an issue'],
    ['PullRequest', 'a pull request'],
  ] as const)('because the number is of another kind says so: %s', (kind, words) =>
    visit(pages(5), async ({ run, world }) => {
      world.issues.set(5, kind);
      expect((await run('sync')).lines[0]).toContain(`5 is ${words} of octo-org/driver-notes, and no discussion.`);
    }),
  );
});

describe('a sync of 500 discussions with 20,000 comments', () => {
  const all = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`content/posts/p${index + 1}.md`, page(index + 1)]),
  );

  test('stays far within the 1,000 points that a workflow has in an hour, and one without changes costs nearly nothing', () =>
    visit(
      all,
      async ({ run, world, github, waits, snapshot }) => {
        const { code, lines } = await run('sync', '--all');
        expect([code, waits]).toEqual([0, []]);
        expect(lines).toEqual([expect.stringContaining('500 snapshots written')]);
        console.log(`500 discussions: ${github.calls.length} queries, ${github.points()} points.`);
        expect(github.points()).toBeLessThanOrEqual(400);
        let comments = 0;
        for (const [number, { comments: said }] of world.discussions) {
          const stored = await snapshot(number);
          expect(stored.comments.map(({ id }) => id)).toEqual(said.map(({ id }) => id));
          comments += stored.comments.length;
        }
        expect(comments).toBe(20_000);
        github.calls.length = 0;
        await run('sync');
        expect(github.points()).toBeLessThanOrEqual(5);
      },
      largeWorld(6),
    ));

  test('can be ended in the middle, and goes on there', () =>
    visit(
      all,
      async ({ run, github, interrupt, snapshots }) => {
        github.before = ({ number }) => {
          if (number === 40) interrupt();
          return undefined;
        };
        const first = await run('sync', '--all');
        expect(first.code).toBe(130);
        expect(first.lines.at(-1)).toMatch(/^Stopped\. .* Run the command again to go on\.$/);
        const done = (await snapshots()).length;
        expect(done).toBeGreaterThan(20);
        const before = github.points();
        github.before = () => undefined;
        const second = await run('sync', '--all');
        expect(second.code).toBe(0);
        expect(second.lines.at(-1)).toContain(`${500 - done} snapshots written, ${done} of 500 discussions current.`);
        expect(github.points() - before).toBeLessThan(300);
        github.calls.length = 0;
        await run('sync', '--all');
        expect(github.calls.length).toBeGreaterThan(50);
      },
      largeWorld(7, 500, 5000),
    ));
});

describe('a sync of all that goes on after it was stopped', () => {
  const twelve = Array.from({ length: 12 }, (_, index) => index + 1); // two queries, and the second one is stopped

  test('names again what keeps a thread from its snapshot', () =>
    visit(pages(...twelve), async ({ run, world, github, interrupt }) => {
      for (const number of twelve) addDiscussion(world, number);
      await run('sync');
      world.discussions.get(3)?.comments.push(comment('x'.repeat(maxSnapshotBytes)));
      stopAtSecond(github, interrupt);
      const problem = expect.stringContaining('content/posts/p3.md:4:13  too-large  ');
      expect(await run('sync', '--all')).toMatchObject({ code: 130, lines: [problem, expect.anything()] });
      github.before = () => undefined;
      const { code, lines } = await run('sync', '--all');
      expect([code, lines[0], lines[1]]).toEqual([
        1,
        problem,
        expect.stringContaining('11 of 12 discussions current.'),
      ]);
    }));

  test('fetches again what has changed since, and what is not there any more', () =>
    visit(pages(...twelve), async ({ run, world, root, github, interrupt, snapshot }) => {
      for (const number of twelve) addDiscussion(world, number);
      stopAtSecond(github, interrupt);
      expect((await run('sync', '--all')).code).toBe(130);
      github.before = () => undefined;
      world.discussions.get(1)?.comments.push(comment('since'));
      await rm(`${root}/content/discussions/2.json`);
      await run('sync', '--all');
      expect((await snapshot(1)).comments).toHaveLength(1);
      expect((await snapshot(2)).number).toBe(2);
    }));

  function stopAtSecond(github: GitHub, stop: () => void): void {
    let asked = 0;
    github.before = ({ operation }) => {
      if (operation === 'Discussions') asked += 1;
      if (asked === 2) stop();
      return undefined;
    };
  }
});

describe('a discussion that outgrows what the content check lets through', () => {
  const long = 'x'.repeat(60_000);

  test('is asked for no further, keeps its snapshot and stops no other', () =>
    visit(pages(1, 2), async ({ run, world, github, snapshot }) => {
      const grown = addDiscussion(world, 1, [comment('first')]);
      await run('sync');
      addDiscussion(world, 2, [comment('other')]);
      grown.comments.push(...numbered(1, 400).map((text) => comment(text + long)));
      github.calls.length = 0;
      const { code, lines } = await run('sync');
      expect([code, lines[0]]).toEqual([1, expect.stringContaining('content/posts/p1.md:4:13  too-large  ')]);
      expect((await snapshot(1)).comments).toHaveLength(1);
      expect((await snapshot(2)).comments).toHaveLength(1);
      expect(github.calls.filter(({ operation }) => operation === 'MoreComments')).toHaveLength(1);
    }));

  test('is not written if it is too large only with what stands around its words', () =>
    visit(pages(1), async ({ run, world, snapshots }) => {
      addDiscussion(
        world,
        1,
        numbered(1, 100).map((text) => comment(text + '"'.repeat(45_000))),
      );
      expect((await run('sync')).lines[0]).toContain('  too-large  ');
      expect(await snapshots()).toEqual([]);
    }));
});

test('the real command says without a token what to do', async () => {
  const env = { PATH: process.env['PATH'], CI: 'true' };
  const failed = await promisify(execFile)(process.execPath, ['scripts/discussions.ts', 'sync', '1'], { env }).catch(
    (error: unknown) => error as { code: number; stdout: string },
  );
  expect(failed).toMatchObject({ code: 1, stdout: expect.stringContaining('set GITHUB_TOKEN') });
});

test('keys of a snapshot stand in the order of the schema', () =>
  visit(
    pages(1),
    async ({ run, world, root }) => {
      addDiscussion(world, 1, [comment('one')], {
        locked: true,
        activeLockReason: 'TOO_HEATED',
        author: octocat('ghost'),
      });
      await run('sync');
      const keys = Object.keys(JSON.parse(await readFile(`${root}/content/discussions/1.json`, 'utf8')) as object);
      expect(keys).toEqual(Object.keys(discussionSchema.shape).filter((key) => keys.includes(key)));
    },
    emptyWorld(),
  ));
