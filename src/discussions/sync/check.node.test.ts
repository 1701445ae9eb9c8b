import { expect, test } from 'vitest';
import { page, visit } from '../../../tests/fixtures/github/visit.ts';
import { addDiscussion } from '../../../tests/fixtures/github/world.ts';

const config =
  "export interface SiteConfig {\n  repository: string;\n}\nexport const site = {\n  repository: 'octo-org/driver-notes',\n  discussions: { category: 'Articles' },\n};\n";
const base = { 'src/site.config.ts': config, 'content/posts/a.md': page(1) };

test('a site in order is told so', () =>
  visit(base, async ({ run, world }) => {
    addDiscussion(world, 1);
    await run('sync');
    expect(await run('check')).toEqual({ code: 0, lines: ['All settings and all linked discussions are in order.'] });
  }));

test('a repository that is not there is named at its setting', () =>
  visit(base, async ({ run, world }) => {
    world.names = ['octo-org/other'];
    const { code, lines } = await run('check');
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^src\/site\.config\.ts:5:15 {2}repository-not-found .*Correct `repository`/);
  }));

test('a repository that was renamed is named with its new name', () =>
  visit(base, async ({ run, world }) => {
    addDiscussion(world, 1);
    await run('sync');
    world.names.unshift('octo-org/notes');
    const { code, lines } = await run('check');
    expect(code).toBe(1);
    expect(lines[0]).toMatch(
      /^src\/site\.config\.ts:5:15 {2}renamed-repository .*Write `repository: 'octo-org\/notes'`/,
    );
  }));

test('Discussions that are switched off are named with the switch', () =>
  visit(base, async ({ run, world }) => {
    world.hasDiscussionsEnabled = false;
    const { code, lines } = await run('check');
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/site\.config\.ts:5:15 {2}discussions-disabled .*driver-notes\/settings, under Features/);
  }));

test('a category that is not there is named with the nearest', () =>
  visit(base, async ({ run, site, world }) => {
    addDiscussion(world, 1);
    await run('sync');
    site.discussions.category = 'Artikles';
    expect((await run('check')).lines[0]).toBe(
      'src/site.config.ts:6:28  unknown-category  The repository has no category `Artikles`. Write `Articles`.',
    );
  }));

test('a token that is missing, wrong or too weak is named', () =>
  visit(base, async ({ run, env, github }) => {
    github.token.scope = 'none';
    expect((await run('check')).lines[0]).toMatch(/^GITHUB_TOKEN {2}missing-scope .*public_repo/);
    env['GITHUB_TOKEN'] = 'other';
    expect((await run('check')).lines[0]).toMatch(/^GITHUB_TOKEN {2}bad-credentials /);
    env['GITHUB_TOKEN'] = undefined;
    expect((await run('check')).lines[0]).toMatch(/^GITHUB_TOKEN {2}no-token /);
  }));

test('threads that were deleted, moved or locked, and numbers of issues, are named at their links', () =>
  visit(
    {
      'content/posts/a.md': page(1),
      'content/posts/b.md': page(2),
      'content/posts/c.md': page(3),
      'content/posts/d.md': page(4),
    },
    async ({ run, world }) => {
      for (const number of [1, 2, 3]) addDiscussion(world, number);
      await run('sync');
      world.discussions.delete(1);
      world.discussions.delete(2);
      world.redirects.set('/octo-org/driver-notes/discussions/2', '/octo-org/storage/discussions/8');
      const third = world.discussions.get(3);
      if (third) third.locked = true;
      world.issues.set(4, 'Issue');
      const { code, lines } = await run('check');
      expect(code).toBe(1);
      expect(lines.map((line) => line.split('. ')[0])).toEqual([
        'content/posts/a.md:4:13  deleted-discussion  Discussion 1 was deleted, or this token may not see it',
        'content/posts/b.md:4:13  moved-discussion  Discussion 2 is at https://github.com/octo-org/storage/discussions/8 now',
        "content/posts/c.md:4:13  locked-discussion  Discussion 3 is locked: readers can't reply",
        'content/posts/d.md:4:13  not-a-discussion  4 is an issue of octo-org/driver-notes, and no discussion',
        '3 problems, 1 warning.',
      ]);
    },
  ));

test('snapshots that no page shows, and old ones, are worth a look and no more', () =>
  visit({ ...base, 'content/posts/b.md': page(2) }, async ({ run, world, write }) => {
    addDiscussion(world, 1);
    addDiscussion(world, 2);
    await run('sync');
    await write({ 'content/posts/b.md': page() });
    const first = world.discussions.get(1);
    if (first) first.updatedAt = '2026-11-20T00:00:00Z';
    const { code, lines } = await run('check');
    expect([code, lines]).toEqual([
      0,
      [
        'content/discussions/2.json:1:1  orphan-snapshot  No page links to discussion 2. Write `discussion: 2` into a page, or delete the file: a sync would go on asking for it.',
        'content/posts/a.md:4:13  old-snapshot  The snapshot of discussion 1 is older than the thread. Run npm run discussions sync 1.',
        '0 problems, 2 warnings.',
      ],
    ]);
  }));
