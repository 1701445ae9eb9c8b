import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { discussionNode, toSnapshot } from '../../src/discussions/sync/from-github.node.ts';
import { build, copyProject, removeProject, siteConfig } from '../built/project-copy.ts';
import { otherContent, otherSite } from '../fixtures/other-owner.ts';
import { executablePath, handle, openSite } from '../heard.ts';
import { sharedFile } from './shared-folder.ts';

const patience = 180_000; // ms; a cold build on a busy machine
const names = [
  '101-answered-locked',
  '102-deleted-author',
  '103-minimised',
  '106-hostile',
  '107-huge-body',
  '108-rtl',
  '109-rich',
  '110-poll',
  '111-closed',
  '112-empty',
];

const found = sharedFile('inputs/discussions/106-hostile.json', 'recorded threads in a browser');

describe.skipIf(found === undefined || executablePath === undefined)(
  'recorded threads on a page',
  { timeout: patience },
  () => {
    const folder = dirname(found ?? '');
    let root = '';
    let opened: Awaited<ReturnType<typeof openSite>>;

    function read(name: string): unknown {
      return JSON.parse(readFileSync(join(folder, name), 'utf8'));
    }

    beforeAll(async () => {
      const pages = names.flatMap((name): [string, string][] => {
        const { data } = read(`${name}.json`) as { data: { repository: { discussion: unknown } } };
        const snapshot = toSnapshot(discussionNode.parse(data.repository.discussion), '2026-11-25T00:00:00Z');
        const number = name.slice(0, 3);
        return [
          [`content/discussions/${number}.json`, JSON.stringify(snapshot, undefined, 2)],
          [
            `content/posts/thread-${number}.md`,
            `---\ntitle: Thread\ndate: 2020-01-01\ndiscussion: ${number}\n---\nText.\n`,
          ],
        ];
      });
      root = await copyProject({
        ...otherContent,
        ...Object.fromEntries(pages),
        'src/site.config.ts': await siteConfig(otherSite),
      });
      const { code, output } = await build(root);
      expect(code, output).toBe(0);
      opened = await openSite(join(root, 'dist'), otherSite.base);
    }, patience);

    afterAll(async () => {
      await opened.close();
      await removeProject(root);
    });

    const look = (number: number, use: (page: Page) => Promise<void>, options = {}) =>
      opened.visit(`posts/thread-${String(number)}/`, options, use);

    const words = async (page: Page): Promise<string> =>
      (await page.locator('.thread').innerText()).replace(/\s+/g, ' ');

    test.each(names.flatMap((name) => [320, 1280].map((width): [string, number] => [name, width])))(
      '%s loads nothing from elsewhere, runs nothing, and does not scroll sideways at %i pixels',
      async (name, width) => {
        const heard = await look(
          Number(name.slice(0, 3)),
          async (page) => {
            await handle(page);
            const { sideways, ids } = await page.evaluate(() => ({
              sideways: document.documentElement.scrollWidth - innerWidth,
              ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
            }));
            expect(sideways).toBe(0);
            expect(new Set(ids).size).toBe(ids.length);
          },
          { viewport: { width, height: 740 }, bypassCSP: width === 1280 },
        );
        expect(heard).toEqual([]);
      },
    );

    test('every hostile comment has its own place, and its words in it', async () => {
      const expected = read('106-hostile.expected.json') as { comment: number; text: string[] }[];
      await look(106, async (page) => {
        await handle(page);
        for (const { comment, text } of expected) {
          const shown = (await page.locator(`#comment-${String(comment)} .body`).textContent()) ?? '';
          let at = 0;
          for (const word of text) {
            expect([comment, shown.indexOf(word, at)]).not.toEqual([comment, -1]);
            at = shown.indexOf(word, at);
          }
        }
        expect(await page.title()).toBe('Thread – Lagerhaus');
      });
    });

    test('the answer stands directly after the question, locked is said, and code has our colours', async () => {
      await look(101, async (page) => {
        expect(await words(page)).toMatch(
          /6 comments, answered, locked as resolved .*Nobody can reply any more\..*octocat Question .*layer-cake Answer/,
        );
        expect(await page.locator('.thread pre .t-f').count()).toBeGreaterThan(0);
        expect(await words(page)).toContain('<b>not bold</b>');
      });
    });

    test('who deleted an account, and what was deleted, leave a gap', async () => {
      await look(102, async (page) => {
        const text = await words(page);
        expect(text).toContain('deleted user');
        expect(text.split('This comment was deleted.').length - 1).toBe(2);
        expect(await page.getByRole('link', { name: 'ghost' }).count()).toBe(1);
      });
    });

    test('what was hidden is folded with its reason', async () => {
      await look(103, async (page) => {
        const reasons = await page.locator('.thread summary').allTextContents();
        expect(reasons.map((reason) => reason.trim())).toEqual(
          ['abuse', 'off topic', 'outdated', 'resolved', 'duplicate', 'spam', 'spam', 'low quality'].map(
            (reason) => `Hidden: ${reason}`,
          ),
        );
        expect(await page.locator('.thread details [data-remark]').count()).toBe(0);
      });
    });

    test('a log of 1,400 lines and a table of 900 rows scroll in their own boxes', async () => {
      await look(107, async (page) => {
        const boxes = page.locator('.thread .table-scroll, .thread details pre');
        for (const box of await boxes.all()) {
          const { outer, inner } = await box.evaluate((element) => ({
            outer: element.clientHeight,
            inner: element.scrollHeight,
          }));
          expect(outer).toBeLessThan(700);
          expect(inner).toBeGreaterThanOrEqual(outer);
        }
        expect(await page.locator('.thread tr').count()).toBeGreaterThan(900);
      });
    });

    test('text from right to left stands on its side, with names and days in their place', async () => {
      await look(108, async (page) => {
        const directions = await page
          .locator('.thread .body > p')
          .evaluateAll((all) => all.map((block) => getComputedStyle(block).direction));
        expect(directions.slice(0, 2)).toEqual(['rtl', 'rtl']);
        expect(directions).toContain('ltr');
        const days = await page.locator('.thread .facts time').allInnerTexts();
        expect(days.every((day) => /^\d+ March 2025$/.test(day))).toBe(true);
        for (const remark of await page.locator('.remark').all()) {
          expect(await remark.locator('header').evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
        }
      });
    });

    test('a poll has its question and all counts, a closed thread its reason, an empty one a way to reply', async () => {
      await look(110, async (page) => {
        expect(await words(page)).toContain('Which <driver>? 321 votes overlay2 280 btrfs & zfs 41 vfs 0');
      });
      await look(111, async (page) => {
        expect(await words(page)).toContain('closed as a duplicate');
        expect(await page.getByRole('link', { name: '#101' }).getAttribute('href')).toBe(
          'https://github.com/octo-org/driver-notes/discussions/101',
        );
      });
      await look(112, async (page) => {
        expect(await words(page)).toMatch(/no comments yet .*Reply on GitHub/);
      });
    });
  },
);
