import { join } from 'node:path';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BuiltSite } from '../built-site.ts';
import { otherContent, otherSite } from '../fixtures/other-owner.ts';
import { attacks, long, threads } from '../fixtures/threads.ts';
import { executablePath, handle, openSite } from '../heard.ts';
import { build, copyProject, removeProject, siteConfig } from './project-copy.ts';

const patience = 120_000; // ms; a cold build on a busy machine

let root = '';
let site = new BuiltSite();

beforeAll(async () => {
  const discussions = {
    ...otherSite.discussions,
    live: true,
    elsewhere: { label: 'the list', url: 'mailto:list@lagerhaus.example' },
  };
  root = await copyProject({
    ...otherContent,
    ...threads,
    'src/site.config.ts': await siteConfig({ ...otherSite, discussions }),
  });
  const { code, output } = await build(root);
  expect(code, output).toBe(0);
  site = new BuiltSite(join(root, 'dist'), otherSite.base);
}, patience);

afterAll(() => removeProject(root));

describe('the files of a site with threads', () => {
  test('has a feed of the comments, newest first, whose ids stay when the page is renamed', () => {
    const feed = parseAtomFeed(site.text('posts/states/comments.atom'));
    const page = `${otherSite.origin}/docs/posts/states/`;
    expect(feed).toMatchObject({ id: page, title: { value: 'Comments on States' } });
    expect(feed.entries?.map(({ id, title, authors }) => [id, title?.value, authors?.[0]?.name])).toEqual([
      [
        'https://github.com/lagerhaus/notes/discussions/23#discussioncomment-4',
        'Reply by deleted user',
        'deleted user',
      ],
      ['https://github.com/lagerhaus/notes/discussions/23#discussioncomment-1', 'Answer by octocat', 'octocat'],
      ['https://github.com/lagerhaus/notes/discussions/23', 'Question by monalisa', 'monalisa'],
    ]);
    expect(feed.entries?.[1]).toMatchObject({
      links: [{ href: `${page}#comment-1` }],
      content: { value: '<p dir="auto">Voted.</p>' },
    });
    expect(site.text('posts/states/index.html')).toContain('href="/docs/posts/states/comments.atom"');
  });

  test('an empty thread has a feed without entries, dated by the thread', () => {
    const feed = parseAtomFeed(site.text('posts/vanished/comments.atom'));
    expect(feed.entries ?? []).toEqual([]);
    expect(new Date(String(feed.updated)).toISOString()).toBe('2025-03-03T08:00:00.000Z');
  });

  test('the feed of a long thread holds its newest hundred comments', () => {
    expect(parseAtomFeed(site.text('posts/many/comments.atom')).entries).toHaveLength(100);
  });

  test('a page without a thread has no such feed', () => {
    expect(site.files().filter((file) => file.endsWith('.atom'))).not.toContain('posts/elsewhere/comments.atom');
  });

  test('the feed of hostile comments holds no element that runs or loads', () => {
    const feed = site.text('posts/hostile/comments.atom');
    expect(feed).not.toMatch(/&lt;(?:script|img|iframe|svg|style|form|object|embed|link|video)\b/i);
    expect(feed).not.toMatch(/javascript:|\bon\w+=/i);
  });

  test('the Markdown of a page has the thread, and no offer that only a browser can take up', () => {
    const markdown = site.text('posts/states.md');
    expect(markdown).toContain('Voted.');
    expect(markdown).not.toContain('giscus.app');
  });

  test('the Markdown of a page says that moderators hid a comment, and why, and not what it said', () => {
    const markdown = site.text('posts/states.md');
    expect(markdown).toContain('Hidden: spam');
    expect(markdown).not.toContain('wordofthespam');
    expect(site.text('posts/states/index.html')).toContain('wordofthespam');
  });

  test('the policy lets in the frame of giscus.app and nothing else', () => {
    const policy = site.headers('/docs/').get('content-security-policy')?.split('; ') ?? [];
    expect(policy).toContain('frame-src https://giscus.app');
    expect(policy.filter((part) => /https?:/.test(part))).toHaveLength(1);
  });
});

test('the policy of a site that did not ask for live threads lets in no frame', () => {
  expect(new BuiltSite().headers('/').get('content-security-policy')).not.toMatch(/frame-src|https?:/);
});

if (executablePath === undefined) console.log('Threads were not tested in a browser: no Chromium was found.');

describe.skipIf(executablePath === undefined)('threads in a browser', { timeout: patience }, () => {
  let opened: Awaited<ReturnType<typeof openSite>>;
  let origin = '';

  beforeAll(async () => {
    opened = await openSite(site.folder, otherSite.base);
    origin = opened.origin;
  });

  afterAll(() => opened.close());

  const visit = (path: string, options: BrowserContextOptions, use: (page: Page) => Promise<void>) =>
    opened.visit(path, options, use);

  test.each([
    ['under our policy', {}],
    ['without any policy', { bypassCSP: true }],
    ['on a phone', { viewport: { width: 320, height: 640 } }],
  ])('no attack runs, loads, or leaves its comment: %s', async (_, options) => {
    const heard = await visit('posts/hostile/', options, async (page) => {
      await handle(page);
      await expect.poll(() => page.locator('.thread > ol > li').count()).toBe(Object.keys(attacks).length);
      const seen = await page.evaluate(() => {
        const strange = [...document.querySelectorAll('.body *')].flatMap((element) =>
          [...element.attributes].map(({ name, value }) => `${element.localName} ${name}=${value.slice(0, 60)}`),
        );
        return {
          title: document.title,
          heading: document.querySelector('h1')?.textContent,
          main: document.getElementById('main')?.localName,
          discussion: document.getElementById('discussion')?.localName,
          elements: [...new Set([...document.querySelectorAll('.body *')].map(({ localName }) => localName))],
          attributes: [...new Set(strange)],
          ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
          links: [...document.querySelectorAll<HTMLAnchorElement>('.body a')].map(
            ({ protocol, rel }) => `${protocol} ${rel}`,
          ),
          comments: [...document.querySelectorAll('.thread > ol > li')].map((item) => item.textContent),
          sideways: document.documentElement.scrollWidth - innerWidth,
          hidden: [...document.querySelectorAll('.thread > ol > li')].filter(
            (item) => item.getBoundingClientRect().height === 0,
          ).length,
        };
      });
      expect(seen).toMatchObject({ heading: 'Hostile', main: 'main', discussion: 'h2', sideways: 0, hidden: 0 });
      expect(seen.title).toBe('Hostile – Lagerhaus');
      expect(new Set(seen.ids).size).toBe(seen.ids.length);
      expect([...new Set(seen.links)]).toEqual(['https: ugc nofollow noopener']);
      expect(seen.elements.filter((name) => !allowedElements.includes(name))).toEqual([]);
      expect(seen.attributes.filter((attribute) => !allowedAttributes.test(attribute))).toEqual([]);
      for (const [place, text] of seen.comments.entries()) {
        expect(text).toContain(`before ${String(place + 1)}`);
        expect(text).not.toContain(`before ${String(place + 2)}`);
      }
    });
    expect(heard).toEqual([]);
  });

  test('without script all 500 comments and all replies are there, in order, folded after the first', async () => {
    await visit('posts/many/', { javaScriptEnabled: false }, async (page) => {
      const section = page.locator('.thread');
      const texts = await section.locator('.remark > .body').allTextContents();
      const comments = texts.filter((text) => text.startsWith('Comment'));
      expect(comments.map((text) => Number(/\d+/.exec(text)?.[0]))).toEqual([...Array(long.comments).keys()]);
      const replies = texts.filter((text) => text.startsWith('Reply'));
      expect(replies.map((text) => Number(/\d+/.exec(text)?.[0]))).toEqual([...Array(long.replies).keys()]);
      const folds = section.locator('details.part > summary');
      expect(await folds.allTextContents()).toEqual([
        '110 more replies',
        ...Array.from({ length: 9 }, (__, part) => `Comments ${String(51 + part * 50)} to ${String(100 + part * 50)}`),
      ]);
      expect(await section.getByText('Comment 300 of many').isVisible()).toBe(false);
      await folds.filter({ hasText: 'Comments 301' }).click();
      expect(await section.getByText('Comment 300 of many').isVisible()).toBe(true);
    });
  });

  test('a link to a folded comment opens its fold and shows it', async () => {
    await visit('posts/many/#comment-630', {}, async (page) => {
      await expect.poll(() => page.getByText('Comment 499 of many').isVisible()).toBe(true);
      const top = await page.locator('#comment-630').evaluate((remark) => remark.getBoundingClientRect().top);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(720);
    });
  });

  test('the search finds what only a folded comment says, as a comment, and not what moderators hid', async () => {
    await visit('search/', {}, async (page) => {
      const field = page.getByRole('combobox');
      await field.fill('zyzzyva');
      const found = page.getByRole('option');
      await found.first().waitFor({ timeout: 30_000 });
      expect(await found.first().getAttribute('href')).toMatch(/^\/docs\/posts\/many\/#comment-630(?::|$)/);
      expect(await found.first().locator('.note').textContent()).toBe('Comment');
      await field.fill('wordofthespam');
      await page.getByText('Nothing was found').waitFor();
    });
  });

  test('a thread says what is known of it: answer, votes, poll, what is hidden, deleted and edited', async () => {
    await visit('posts/states/', {}, async (page) => {
      const thread = page.locator('.thread');
      const text = async (): Promise<string> => (await thread.innerText()).replace(/\s+/g, ' ');
      expect(await text()).toContain('Thread 23 · 3 comments, answered, closed as a duplicate · as of 5 March 2025');
      expect(await text()).toMatch(/monalisa Question .*octocat Answer .*Voted\. 5 votes · 2 hearts/);
      expect(await text()).toMatch(/Which <one>\? 3 votes aufs 3 vfs 0/);
      expect(await text()).toContain('This comment was deleted. deleted user 4 March 2025 edited 5 March 2025');
      const spam = thread.getByText('Buy now');
      expect(await spam.isVisible()).toBe(false);
      await thread.getByText('Hidden: spam').click();
      expect(await spam.isVisible()).toBe(true);
      const reply = thread.getByRole('link', { name: 'Reply on GitHub' }).first();
      expect(await reply.getAttribute('href')).toBe('https://github.com/lagerhaus/notes/discussions/23');
      expect(await text()).toContain('Replying needs a GitHub account. Or write to the list.');
    });
  });

  test('a thread that vanished says so, keeps its copy, and leads to no place that is gone', async () => {
    await visit('posts/vanished/', {}, async (page) => {
      const thread = page.locator('.thread');
      expect(await thread.innerText()).toContain('The thread was no longer on GitHub on 1 April 2025');
      expect(await thread.locator('a[href*="github.com"]').count()).toBe(0);
      expect(await thread.getByRole('button').count()).toBe(0);
      expect(await thread.innerText()).toContain('Write to the list.');
    });
  });

  test('an example thread leads to no place on GitHub but the one where a real thread begins', async () => {
    await visit('posts/example/', {}, async (page) => {
      const links = page.locator('.thread a[href*="github.com"]');
      expect(await links.allInnerTexts()).toEqual(['Start the discussion on GitHub']);
      const address = new URL((await links.getAttribute('href')) ?? '');
      expect(address.pathname).toBe('/lagerhaus/notes/discussions/new');
      expect(address.searchParams.get('body')).toContain('/docs/posts/example/');
      expect(await page.locator('.thread').innerText()).toContain(
        'which needs an account there. Or write to the list.',
      );
    });
  });

  test('on a phone a table in a comment scrolls before it breaks a word, and a task has its box for a sign', async () => {
    await visit('posts/example/', { viewport: { width: 320, height: 640 } }, async (page) => {
      const lines = await page.locator('.thread td, .thread th').evaluateAll((cells) =>
        cells.map((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getClientRects().length;
        }),
      );
      expect(lines).toEqual([1, 1, 2, 1]); // a hyphen is a place to break at
      const task = page.locator('.thread li', { hasText: 'Moved.' });
      expect(await task.last().evaluate((item) => getComputedStyle(item).listStyleType)).toBe('none');
    });
  });

  test('on paper the folds of a comment are open, and what moderators hid is not there', async () => {
    const onPaper = async (path: string, text: string): Promise<boolean> => {
      let isSeen = false;
      await visit(path, {}, async (page) => {
        await page.emulateMedia({ media: 'print' });
        isSeen = await page.getByText(text).evaluate((element) => element.checkVisibility());
      });
      return isSeen;
    };
    expect(await onPaper('posts/example/', 'Line of the log.')).toBe(true);
    expect(await onPaper('posts/states/', 'Buy now')).toBe(false);
  });

  test('the page of an error leads to the accepted answer, and has a feed of its own', async () => {
    await visit('errors/no-space/', {}, async (page) => {
      await page.getByRole('link', { name: 'an answer was accepted' }).click();
      expect(await page.locator(':target').innerText()).toContain('Prune.');
      expect(await page.getByRole('link', { name: 'Feed of the comments' }).getAttribute('href')).toBe(
        '/docs/errors/no-space/comments.atom',
      );
    });
  });

  test('the page of a driver can name a place too', async () => {
    await visit('drivers/docker-aufs/', {}, async (page) => {
      expect(await page.getByRole('link', { name: 'the forum' }).getAttribute('href')).toBe(
        'https://forum.example/aufs',
      );
    });
  });

  test('another place is linked by its name', async () => {
    await visit('posts/elsewhere/', {}, async (page) => {
      const link = page.getByRole('link', { name: 'the forum' });
      expect(await link.getAttribute('href')).toBe('https://forum.example/t/7?a=1&b=2');
    });
  });

  test('the live thread is asked for on a click only, says before who will know, and follows the theme', async () => {
    const heard = await visit('posts/states/', { colorScheme: 'light' }, async (page) => {
      expect(await page.locator('iframe').count()).toBe(0);
      expect(await page.locator('live-discussion').innerText()).toContain(
        'giscus.app. That site, and GitHub behind it, will then see your IP address and which page you read.',
      );
      await page.getByRole('button', { name: 'Load the live thread' }).click();
      const frame = page.frameLocator('iframe');
      await frame.getByText('preferred_color_scheme').waitFor();
      await expect.poll(() => page.locator('iframe').evaluate((element) => element.clientHeight)).toBe(777);
      await page.getByRole('button', { name: 'Theme: system' }).click();
      await frame.getByText('light', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Theme: light' }).click();
      await frame.getByText('dark', { exact: true }).waitFor();
    });
    const asked = heard.filter((line) => line.startsWith('request: '));
    expect(asked).toHaveLength(1);
    const { origin: host, pathname, searchParams } = new URL(asked[0]?.slice('request: '.length) ?? '');
    expect(host + pathname).toBe('https://giscus.app/widget');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      repo: 'lagerhaus/notes',
      number: '23',
      origin: `${origin}/docs/posts/states/`,
      session: '',
    });
    expect(heard.filter((line) => !line.startsWith('request: '))).toEqual([]);
  });

  test('whoever comes back from signing in finds the live thread open, and no key in the address', async () => {
    const heard = await visit('posts/states/', {}, async (page) => {
      await page.getByRole('button', { name: 'Load the live thread' }).click();
      await page.frameLocator('iframe').getByText('preferred_color_scheme').waitFor();
      await page.goto('https://giscus.app/api/oauth/authorize');
      await page.goto(`${origin}/docs/posts/states/?giscus=key`);
      await page.frameLocator('iframe').getByText('preferred_color_scheme').waitFor();
      expect(page.url()).toBe(`${origin}/docs/posts/states/`);
    });
    expect(heard.join()).toContain('session=key');
  });

  test('a link with a key in it loads nothing for a reader who has not asked, and signs nobody in', async () => {
    const heard = await visit('posts/states/?giscus=key', {}, async (page) => {
      expect(page.url()).toBe(`${origin}/docs/posts/states/`);
      expect(await page.locator('iframe').count()).toBe(0);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    });
    expect(heard).toEqual([]);
  });

  test('a message from elsewhere changes nothing', async () => {
    await visit('posts/states/', {}, async (page) => {
      await page.getByRole('button', { name: 'Load the live thread' }).click();
      await expect.poll(() => page.locator('iframe').evaluate((element) => element.clientHeight)).toBe(777);
      await page.evaluate(() => postMessage({ giscus: { resizeHeight: 5000, error: 'forged' } }, '*'));
      await page.waitForTimeout(200);
      expect(await page.locator('iframe').evaluate((element) => element.clientHeight)).toBe(777);
      expect(await page.locator('live-discussion').innerText()).not.toContain('forged');
    });
  });

  test('without script nothing offers what needs it', async () => {
    await visit('posts/states/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('live-discussion').isVisible()).toBe(false);
    });
  });
});

const allowedElements = (
  'a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure h4 h5 h6 hr i ins kbd li mark ' +
  'ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead tr ul var wbr'
).split(' ');

const allowedAttributes =
  /^\w+ (?:dir=auto|href=https:\/\/.*|id=comment-\d+-[\w.-]+|rel=ugc nofollow noopener|open=|role=(?:group|note)|aria-label=(?:Code|Table.*|Terminal)|tabindex=0|class=(?:line|t-\w|code|terminal|prompt|command|output|language-[\w+#-]+|table-scroll|quiet|note(?: note-\w+)?|note-title|align-\w+)|(?:colspan|rowspan)=\d+|scope=col)$/;
