/** GitHub fails, in the middle of a sync and in every way that it has. */
import { describe, expect, test } from 'vitest';
import type { Call, Fault } from '../../../tests/fixtures/github/server.ts';
import { page, visit } from '../../../tests/fixtures/github/visit.ts';
import { addDiscussion, comment, emptyWorld } from '../../../tests/fixtures/github/world.ts';
import type { World } from '../../../tests/fixtures/github/world.ts';

const count = 30;

/** Thirty linked discussions: one query for their states, and three for themselves. */
function manyThreads(): { files: Record<string, string>; world: World } {
  const world = emptyWorld();
  const files: Record<string, string> = {};
  for (let number = 1; number <= count; number += 1) {
    addDiscussion(world, number, [comment('one'), comment('two')]);
    files[`content/posts/p${number}.md`] = page(number);
  }
  return { files, world };
}

/** Gives `fault` for the calls with these numbers. */
function failAt(fault: Fault, ...numbers: number[]): (call: Call) => Fault | undefined {
  return ({ number }) => (numbers.includes(number) ? fault : undefined);
}

const timeout: Fault = { status: 502, body: { data: null, errors: [{ message: 'Something went wrong.' }] } };
const unicorn: Fault = { status: 502, headers: { 'content-type': 'text/html' }, body: '<!DOCTYPE html><p>Unicorn!' };
const secondary403: Fault = {
  status: 403,
  headers: { 'retry-after': '60' },
  body: { message: 'You have exceeded a secondary rate limit.' },
};
const secondary200: Fault = {
  status: 200,
  body: { errors: [{ type: 'RATE_LIMITED', message: 'You have exceeded a secondary rate limit.' }] },
};

describe('what passes by itself costs only time', () => {
  test.each<[string, Fault, number[]]>([
    ['a lost connection', 'lost', [1000]],
    ['a connection that is lost in the middle of an answer', 'half', [1000]],
    ['an answer that is cut off', { status: 200, body: '{"data":{"repository":{"disc' }, [1000]],
    ['an empty answer', { status: 200, body: '' }, [1000]],
    ['an answer that is null', { status: 200, body: 'null' }, [1000]],
    ['a page for people', { status: 200, body: '<!DOCTYPE html><p>Sign in' }, [1000]],
    ['a timeout', timeout, [1000]],
    ['a timeout with status 200', { status: 200, body: { data: null, errors: [{ message: 'Timed out' }] } }, [1000]],
    ['a unicorn', unicorn, [1000]],
    ['a server that asks to wait', { status: 503, headers: { 'retry-after': '120' }, body: '' }, [120_000]],
    ['a server error', { status: 500, body: '' }, [1000]],
    ['a secondary limit with a time', secondary403, [60_000]],
    ['a secondary limit without a time', secondary200, [60_000]],
    ['too many requests', { status: 429, headers: { 'retry-after': '5' }, body: '' }, [5000]],
    [
      'a limit until a day and time',
      { status: 429, headers: { 'retry-after': 'Wed, 25 Nov 2026 12:05:00 GMT' }, body: '' },
      [300_000],
    ],
    [
      'a limit until a time that has passed by our clock, which is fast',
      { status: 429, headers: { 'retry-after': 'Wed, 25 Nov 2026 11:00:00 GMT' }, body: '' },
      [60_000],
    ],
  ])('%s', (_, fault, expected) => {
    const { files, world } = manyThreads();
    return visit(
      files,
      async ({ run, github, waits, snapshots }) => {
        github.before = failAt(fault, 3);
        const { code } = await run('sync');
        expect([code, waits, (await snapshots()).length]).toEqual([0, expected, count]);
      },
      world,
    );
  });

  test('pauses grow with each failure in a row', () => {
    const { files, world } = manyThreads();
    return visit(
      files,
      async ({ run, github, waits }) => {
        github.before = failAt('lost', 2, 3, 4);
        expect((await run('sync')).code).toBe(0);
        expect(waits).toEqual([1000, 2000, 4000]);
      },
      world,
    );
  });

  test('limits without a time are waited for a minute, then longer, and whoever reads the log knows', () => {
    const { files, world } = manyThreads();
    return visit(
      files,
      async ({ run, github, waits }) => {
        github.before = failAt(secondary200, 2, 3);
        const { code, lines } = await run('sync');
        expect([code, waits]).toEqual([0, [60_000, 120_000]]);
        expect(lines[0]).toMatch(/limit on many queries in a short time .* Going on in 60 seconds\.$/);
      },
      world,
    );
  });

  test('a budget that will be full again soon is waited for, before a query is refused', () => {
    const { files, world } = manyThreads();
    return visit(
      files,
      async ({ run, github, waits, snapshots }) => {
        github.budget = { limit: 1000, left: 2, reset: Date.parse('2026-11-25T12:10:00Z') };
        const { code } = await run('sync');
        expect([code, waits, (await snapshots()).length]).toEqual([0, [601_000], count]);
      },
      world,
    );
  });

  test('discussions that take too long together are asked for in smaller groups', () => {
    const { files, world } = manyThreads();
    return visit(
      files,
      async ({ run, github, snapshots }) => {
        github.mostBodies = 8; // two discussions with their remarks
        const { code } = await run('sync');
        expect([code, (await snapshots()).length]).toEqual([0, count]);
      },
      world,
    );
  });

  test('a discussion that takes too long by itself is asked for with fewer comments at once', () =>
    visit({ 'content/posts/a.md': page(1) }, async ({ run, github, world, snapshot }) => {
      addDiscussion(
        world,
        1,
        Array.from({ length: 230 }, (_, index) => comment(`c${index}`, ['reply'])),
      );
      github.mostBodies = 60;
      expect((await run('sync')).code).toBe(0);
      expect((await snapshot(1)).comments).toHaveLength(230);
    }));

  test('a part that is missing is asked for again, alone', () => {
    const { files, world } = manyThreads();
    return visit(
      files,
      async ({ run, github, snapshots }) => {
        github.before = ({ number, query }) => {
          if (number !== 2) return undefined;
          expect(query).toContain('d1:');
          const errors = [
            { message: 'Something went wrong.', path: ['repository', 'd1', 'comments', 'nodes', 0, 'bodyHTML'] },
          ];
          const repository = { nameWithOwner: 'octo-org/driver-notes', hasDiscussionsEnabled: true, d1: null };
          return { status: 200, body: { data: { repository }, errors } };
        };
        const { code } = await run('sync');
        expect([code, (await snapshots()).length]).toEqual([0, count]);
      },
      world,
    );
  });
});

describe('what does not pass ends the sync with its own next step, and what was written stays', () => {
  test.each<[string, Fault, string, RegExp]>([
    [
      'a token that was revoked',
      { status: 401, body: { message: 'Bad credentials' } },
      'bad-credentials',
      /Make a new one/,
    ],
    [
      'a token without the scope',
      { status: 200, body: { errors: [{ type: 'INSUFFICIENT_SCOPES', message: "one of: ['public_repo']" }] } },
      'missing-scope',
      /public_repo.*Give a classic token the scope public_repo/,
    ],
    [
      'an IP address that is not allowed',
      { status: 403, body: { message: 'your IP address is not permitted to access this resource' } },
      'forbidden',
      /GitHub says: your IP address.*Discussions: read/,
    ],
    [
      'single sign-on',
      {
        status: 200,
        body: { errors: [{ type: 'FORBIDDEN', message: 'Resource protected', extensions: { saml_failure: true } }] },
      },
      'single-sign-on',
      /Configure SSO/,
    ],
    [
      'a query that GitHub refuses',
      { status: 200, body: { errors: [{ type: 'MAX_NODE_LIMIT_EXCEEDED', message: 'up to 1,010,000 nodes' }] } },
      'query-refused',
      /queries\.ts/,
    ],
    [
      'a field that GitHub dropped',
      {
        status: 200,
        body: { errors: [{ message: "Field 'x' doesn't exist", extensions: { code: 'undefinedField' } }] },
      },
      'query-refused',
      /Field 'x'/,
    ],
    ['an address that is no API', { status: 404, body: 'Not found' }, 'wrong-endpoint', /GITHUB_GRAPHQL_URL/],
    [
      'a redirect, which the token does not follow',
      { status: 302, headers: { location: 'https://elsewhere.example/' }, body: '' },
      'wrong-endpoint',
      /status 302/,
    ],
    [
      'a budget that is used up for most of an hour',
      {
        status: 200,
        headers: { 'x-ratelimit-remaining': '0' },
        body: { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] },
      },
      'budget-used-up',
      /after 13:00 UTC/,
    ],
    [
      'a secondary limit of hours',
      { status: 403, headers: { 'retry-after': '7200' }, body: { message: 'secondary rate limit' } },
      'asked-too-fast',
      /quarter of an hour/,
    ],
  ])('%s', (_, fault, rule, words) => {
    const { files, world } = manyThreads();
    return visit(
      files,
      async ({ run, github, snapshots }) => {
        github.before = ({ number }) => (number >= 3 ? fault : undefined);
        const { code, lines } = await run('sync');
        expect(code).toBe(1);
        expect(lines.at(-1)).toContain(`  ${rule}  `);
        expect(lines.at(-1)).toMatch(words);
        expect(await snapshots()).toHaveLength(10);
        expect(github.calls).toHaveLength(3);
        github.before = () => undefined;
        expect((await run('sync')).lines.at(-1)).toContain('20 snapshots written, 10 of 30 discussions current.');
      },
      world,
    );
  });

  test.each<[string, Fault, string]>([
    ['a network that stays away', 'lost', 'unreachable'],
    ['answers that stay cut off', { status: 200, body: '{"data":' }, 'cut-off'],
    ['a server that stays away', { status: 500, body: '' }, 'unavailable'],
    ['timeouts for everything', timeout, 'too-slow'],
    ['a limit that stays', secondary403, 'asked-too-fast'],
  ])('%s', (_, fault, rule) => {
    const { files, world } = manyThreads();
    return visit(
      files,
      async ({ run, github, snapshots }) => {
        github.before = ({ number }) => (number >= 3 ? fault : undefined);
        const { code, lines } = await run('sync');
        expect(code).toBe(1);
        expect(lines.at(-1)).toContain(`  ${rule}  `);
        expect(await snapshots()).toHaveLength(10);
        expect(github.calls.length).toBeLessThan(60);
      },
      world,
    );
  });

  test('a repository that is gone, and no thread is marked for that', () => {
    const { files, world } = manyThreads();
    return visit(
      files,
      async ({ run, read, snapshots }) => {
        await run('sync');
        world.names = ['octo-org/other'];
        const { code, lines } = await run('sync');
        expect([code, lines.at(-1)]).toEqual([
          1,
          expect.stringContaining('src/site.config.ts:1:1  repository-not-found'),
        ]);
        expect(lines.at(-1)).toContain('Correct `repository` in src/site.config.ts');
        for (const name of await snapshots())
          expect(await read(`content/discussions/${name}`)).not.toContain('vanished');
      },
      world,
    );
  });

  test('Discussions that are switched off in the middle, and no thread is marked for that', () => {
    const { files, world } = manyThreads();
    return visit(
      files,
      async ({ run, github, read, snapshots }) => {
        await run('sync');
        const at = github.calls.length + 3;
        github.before = ({ number }) => {
          if (number === at) world.hasDiscussionsEnabled = false;
          return undefined;
        };
        const { code, lines } = await run('sync', '--all');
        expect([code, lines.at(-1)]).toEqual([
          1,
          expect.stringContaining('discussions-disabled  Discussions are switched off in octo-org/driver-notes.'),
        ]);
        expect(lines.at(-1)).toContain('https://github.com/octo-org/driver-notes/settings');
        for (const name of await snapshots())
          expect(await read(`content/discussions/${name}`)).not.toContain('vanished');
      },
      world,
    );
  });
});

describe('what concerns one discussion leaves the others whole', () => {
  test('a null without a word is no deletion', () => {
    const { files, world } = manyThreads();
    return visit(
      files,
      async ({ run, github, read, snapshots }) => {
        await run('sync');
        const before = await read('content/discussions/1.json');
        github.before = ({ operation, query }) => {
          if (operation !== 'Discussions' || !query.includes('d1:')) return undefined;
          const repository = { nameWithOwner: 'octo-org/driver-notes', hasDiscussionsEnabled: true, d1: null };
          return { status: 200, body: { data: { repository } } };
        };
        const { code, lines } = await run('sync', '--all');
        expect(code).toBe(1);
        expect(lines[0]).toMatch(
          /^content\/posts\/p1\.md:4:13 {2}incomplete .* Run npm run discussions sync 1 later\.$/,
        );
        expect([await read('content/discussions/1.json'), (await snapshots()).length]).toEqual([before, count]);
      },
      world,
    );
  });

  test('a discussion that the token may not see', () =>
    visit({ 'content/posts/a.md': page(1) }, async ({ run, github }) => {
      github.before = ({ operation }) =>
        operation === 'States'
          ? {
              status: 200,
              body: {
                data: { repository: { nameWithOwner: 'octo-org/driver-notes', hasDiscussionsEnabled: true, d1: null } },
                errors: [
                  {
                    type: 'FORBIDDEN',
                    path: ['repository', 'd1'],
                    message: 'Resource not accessible by personal access token',
                  },
                ],
              },
            }
          : undefined;
      const { code, lines } = await run('sync');
      expect([code, lines[0]]).toEqual([1, expect.stringMatching(/a\.md:4:13 {2}forbidden .*Discussions: read/)]);
    }));

  test('a page that leads back to itself ends', () =>
    visit({ 'content/posts/a.md': page(1) }, async ({ run, github, world, snapshots }) => {
      addDiscussion(
        world,
        1,
        Array.from({ length: 150 }, (_, index) => comment(`c${index}`)),
      );
      github.before = ({ operation, variables }) => {
        if (operation !== 'MoreComments') return undefined;
        const pageInfo = { hasNextPage: true, endCursor: variables['after'] };
        return { status: 200, body: { data: { node: { comments: { pageInfo, nodes: [] } } } } };
      };
      const { code, lines } = await run('sync');
      expect([code, await snapshots(), lines[0]]).toEqual([1, [], expect.stringContaining('incomplete')]);
    }));

  test('what does not fit our schema is not written', () =>
    visit({ 'content/posts/a.md': page(1), 'content/posts/b.md': page(2) }, async ({ run, world, snapshots }) => {
      addDiscussion(world, 1, [], { createdAt: 'yesterday' });
      addDiscussion(world, 2);
      const { code, lines } = await run('sync');
      expect([code, await snapshots(), lines[0]]).toEqual([
        1,
        ['2.json'],
        expect.stringContaining('unfit  What GitHub says of discussion 1 does not fit: createdAt'),
      ]);
    }));
});

test('a renamed repository is followed, and said where its old name stands', () =>
  visit({ 'content/posts/a.md': page(1), 'src/site.config.ts': "{\n  repository: 'a/b' }\n" }, async (here) => {
    const { run, world, snapshot } = here;
    addDiscussion(world, 1);
    world.names.unshift('octo-org/storage-notes');
    const { code, lines } = await run('sync');
    expect([code, lines[0]]).toEqual([
      0,
      expect.stringMatching(/^src\/site\.config\.ts:2:15 .*Write `repository: 'octo-org\/storage-notes'`/),
    ]);
    expect(await snapshot(1)).toMatchObject({ repository: 'octo-org/storage-notes' });
  }));

test.each([
  { [`content/discussions/.1.json.${process.pid}.draft/in`]: 'the way' },
  { 'content/discussions': 'no folder' },
])('a disk that does not let it is named with the next step', (obstacle) =>
  visit({ 'content/posts/a.md': page(1), ...obstacle }, async ({ run, world }) => {
    addDiscussion(world, 1);
    const { code, lines } = await run('sync');
    expect([code, lines.at(-1)]).toEqual([
      1,
      expect.stringMatching(/^content\/ {2}disk {2}The disk .* run the command again: it goes on where it stopped\./),
    ]);
  }),
);

test.each(['two\nlines', 'töken'])('a token that no header can hold is told at once: %j', (token) =>
  visit({ 'content/posts/a.md': page(1) }, async ({ run, env, waits }) => {
    env['GITHUB_TOKEN'] = token;
    const { code, lines } = await run('sync');
    expect([code, waits]).toEqual([1, []]);
    expect(lines.at(-1)).toMatch(
      /^GITHUB_TOKEN {2}bad-credentials {2}The token holds a character .* Copy it once more/,
    );
  }),
);

test('the token is not sent in clear over a network', () =>
  visit({ 'content/posts/a.md': page(1) }, async ({ run, env, github }) => {
    env['GITHUB_GRAPHQL_URL'] = 'http://api.github.example/graphql';
    const { code, lines } = await run('sync');
    expect([code, lines[0], github.calls]).toEqual([1, expect.stringContaining('unsafe-endpoint'), []]);
  }));
