import { expect, test } from 'vitest';
import { page, visit } from '../../../tests/fixtures/github/visit.ts';
import { addDiscussion } from '../../../tests/fixtures/github/world.ts';

const file = 'content/posts/mind-it.md';
const text = '---\r\ntitle: "Mind it"\r\ndate: 2026-11-01 # a day\r\n---\r\nText without an end';

test('a discussion is opened in our category, and the page has its number and all its other bytes', () =>
  visit({ [file]: text }, async ({ run, world, read, snapshots }) => {
    world.issues.set(6, 'Issue');
    const { code, lines } = await run('create', 'mind-it');
    expect(code).toBe(0);
    expect(lines[0]).toBe(
      'https://github.com/octo-org/driver-notes/discussions/7 is open, and content/posts/mind-it.md has its number.',
    );
    expect(world.discussions.get(7)).toMatchObject({
      title: 'Mind it',
      category: 'Articles',
      body: 'About “Mind it”: https://notes.example/posts/mind-it/\n\n',
    });
    expect(await read(file)).toBe(text.replace('a day\r\n', 'a day\r\ndiscussion: 7\r\n'));
    expect(await snapshots()).toEqual(['7.json']);
  }));

test.each(['content/errors/no-space.mdx', './content/errors/no-space.mdx', 'no-space'])(
  'pages of every kind are found by file or name: %s',
  (name) =>
    visit({ 'content/errors/no-space.mdx': page() }, async ({ run, world }) => {
      expect((await run('create', name)).code).toBe(0);
      expect(world.discussions.get(1)?.body).toContain('https://notes.example/errors/no-space/');
    }),
);

test('a driver gets it too', () =>
  visit({ 'content/drivers/docker-aufs.yaml': 'title: Docker aufs\nfacts: {}\n' }, async ({ run, read }) => {
    expect((await run('create', 'docker-aufs')).code).toBe(0);
    expect(await read('content/drivers/docker-aufs.yaml')).toBe('title: Docker aufs\nfacts: {}\ndiscussion: 1\n');
  }));

test.each<[string, Record<string, string>, string, string]>([
  ['has one', { [file]: page(4) }, 'mind-it', `${file}:4:1  no-new-discussion  The page has the key`],
  ['is not there', { [file]: page() }, 'mind-at', 'mind-at:1:1  unknown-page  There is no such page. Write mind-it.'],
  [
    'shares its name',
    { [file]: page(), 'content/docs/mind-it.md': page() },
    'mind-it',
    'Several pages have this name. Write content/docs/mind-it.md or content/posts/mind-it.md.',
  ],
  [
    'is a draft',
    { [file]: '---\ntitle: A\ndraft: true\n---\n' },
    'mind-it',
    `${file}:1:1  draft  The page is a draft, and a discussion of it would lead to an address that is not there. Remove`,
  ],
  ['has no title', { [file]: '---\ndate: 2026-11-01\n---\n' }, 'mind-it', 'no-title'],
  [
    'has front matter in braces',
    { [file]: '---\n{ title: A }\n---\n' },
    'mind-it',
    'a form to which no line can be added',
  ],
])('a page that %s is refused before GitHub is asked', (_, files, name, words) =>
  visit(files, async ({ run, github, read }) => {
    const before = await read(file);
    const { code, lines } = await run('create', name);
    expect([code, lines[0]]).toEqual([1, expect.stringContaining(words)]);
    expect([github.calls.length, await read(file)]).toEqual([0, before]);
  }),
);

test('a title that a discussion has already, on whatever page of the list, is refused with its number', () =>
  visit({ [file]: text }, async ({ run, world }) => {
    addDiscussion(world, 5, [], { title: ' mind  It' });
    for (let number = 6; number < 150; number += 1) addDiscussion(world, number);
    const { code, lines } = await run('create', 'mind-it');
    expect([code, world.discussions.size]).toEqual([1, 145]);
    expect(lines[0]).toContain('Discussion 5 has the title of this page already. Write `discussion: 5`');
  }));

test('a category that the repository lacks is named with the nearest one', () =>
  visit({ [file]: text, 'src/site.config.ts': "{\n  category: 'Article' }\n" }, async ({ run, site, world }) => {
    site.discussions.category = 'Article';
    const { code, lines } = await run('create', 'mind-it');
    expect([code, world.discussions.size]).toEqual([1, 0]);
    expect(lines[0]).toMatch(/^src\/site\.config\.ts:2:13 {2}unknown-category.*`Article`.*Write `Articles`\./);
  }));

test('a token that may only read is told what it lacks', () =>
  visit({ [file]: text }, async ({ run, github, read }) => {
    github.token.scope = 'read';
    const { code, lines } = await run('create', 'mind-it');
    expect([code, await read(file)]).toEqual([1, text]);
    expect(lines[0]).toMatch(/forbidden .* GitHub says: Resource [a-z ]+\. Give a .*“Discussions: write”/);
  }));

test('if the connection is lost after GitHub opened it, no second one is opened', () =>
  visit({ [file]: text }, async ({ run, github, world, read }) => {
    github.before = ({ operation }) => (operation === 'Create' ? 'lost-after-doing' : undefined);
    expect((await run('create', 'mind-it')).code).toBe(0);
    expect(world.discussions.size).toBe(1);
    expect(await read(file)).toContain('\r\ndiscussion: 1\r\n');
  }));

test('if the connection is lost before, none is opened, and the page stays', () =>
  visit({ [file]: text }, async ({ run, github, world, read }) => {
    github.before = ({ operation }) => (operation === 'Create' ? 'lost' : undefined);
    const { code, lines } = await run('create', 'mind-it');
    expect([code, world.discussions.size, await read(file)]).toEqual([1, 0, text]);
    expect(lines[0]).toContain('unreachable');
  }));

test('if the page can’t be written after all, its number is said', () =>
  visit(
    { [file]: text, [`content/posts/.mind-it.md.${process.pid}.draft/in`]: 'the way' },
    async ({ run, world, read }) => {
      const { code, lines } = await run('create', 'mind-it');
      expect([code, world.discussions.size, await read(file)]).toEqual([1, 1, text]);
      expect(lines).toEqual([
        expect.stringMatching(
          /^content\/\S+:1:1 {2}disk {2}Discussion 1 is open, .*EISDIR.* Write `discussion: 1` into it\.$/,
        ),
      ]);
    },
  ));

test('a limit on new discussions is waited for, since GitHub did nothing yet', () =>
  visit({ [file]: text }, async ({ run, github, world, waits }) => {
    let refusals = 0;
    github.before = ({ operation }) =>
      operation === 'Create' && (refusals += 1) === 1
        ? { status: 403, headers: { 'retry-after': '30' }, body: { message: 'secondary rate limit' } }
        : undefined;
    expect((await run('create', 'mind-it')).code).toBe(0);
    expect([world.discussions.size, waits]).toEqual([1, [30_000]]);
  }));
