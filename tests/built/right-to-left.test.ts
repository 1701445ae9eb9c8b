import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuiltSite, attribute, elementsOf } from '../built-site.ts';
import { editedPost, otherContent, otherSite } from '../fixtures/other-owner.ts';
import { translatedWords } from '../fixtures/translation.ts';
import { executablePath, openSite } from '../heard.ts';
import { build, copyProject, removeProject, siteConfig } from './project-copy.ts';

/** Elements whose text is code, or nobody's to read. */
const silent = new Set(['code', 'kbd', 'pre', 'samp', 'script', 'style']);

const patience = 120_000; // ms; a cold build on a busy machine

const article = `---
title: برامج تشغيل التخزين
description: أين تُحفظ الطبقات.
date: 2026-11-26
tags: [طبقات]
---

تُحفظ كل طبقة في \`/var/lib/docker\`، ويقرؤها \`overlay2\`.

## المقارنة

<Compare drivers="docker-aufs docker-overlay2" facts="copy_up" />

\`\`\`console mark="aufs" title="/etc/docker/daemon.json"
$ docker info --format '{{.Driver}}'
aufs
\`\`\`
`;

/** Words of the site's content, which stay as its authors wrote them, and names that are the same everywhere. */
const ownWords = new Set(
  wordsIn(
    [
      ...Object.values(otherContent),
      article,
      JSON.stringify(otherSite),
      'Atom CC BY CSV JSON RSS xfs btrfs zfs nfs ntfs crictl nerdctl crio status',
    ].join(' '),
  ),
);

let root = '';
let site = new BuiltSite();

beforeAll(async () => {
  root = await copyProject({
    ...otherContent,
    [editedPost]: article,
    'content/posts/second-note.md': '---\ntitle: ثانية\ndate: 2022-01-01\n---\nنص.\n',
    'src/site.config.ts': await siteConfig({ ...otherSite, language: 'ar', offline: false }),
    'src/site/words.ts': await translatedWords(),
  });
  const { code, output } = await build(root);
  expect(code, output).toBe(0);
  site = new BuiltSite(join(root, 'dist'), otherSite.base);
}, patience);

afterAll(() => removeProject(root));

test('every page of a site in Arabic says its language and its direction', () => {
  for (const { file, html } of site.pages()) {
    if (!html.includes('http-equiv="refresh"')) expect(html.slice(0, 120), file).toContain('<html lang="ar" dir="rtl"');
  }
});

test('a site that keeps nothing asks for no worker, and has one at its address that takes an earlier one away', () => {
  const scripts = site.files().filter((file) => /^_astro\/.*\.js$/.test(file));
  expect(scripts.filter((file) => site.text(file).includes('.register('))).toEqual([]);
  expect(site.text('keeper.js')).toContain('unregister');
  expect(site.files().filter((file) => file.includes('offline-'))).toEqual([]);
  expect(site.text('index.html')).not.toContain('href="/docs/offline/"');
});

test('no page of it has a word that is neither in its content nor in its translated words', () => {
  const left = site.pages().flatMap(({ file, html }) => foreignWords(html).map((word) => `${file}: ${word}`));
  expect(left).toEqual([]);
});

test('a word of ours that stayed in a page would be found', () => {
  expect(foreignWords('<p>Skip to <code>main</code> <a aria-label="Whereabouts">overlay2</a></p>')).toEqual([
    'skip',
    'whereabouts',
  ]);
});

test.skipIf(executablePath === undefined)('what its scripts say is translated, too', async () => {
  const opened = await openSite(site.folder, otherSite.base);
  try {
    const heard = await opened.visit('posts/first-note/', {}, async (page) => {
      await page.locator('theme-toggle button').click();
      await page.locator('driver-compare button.more').click();
      await page.locator('compare-panel').waitFor();
      const shown = await page.evaluate(() =>
        ['theme-toggle b', 'compare-panel > .field', 'compare-panel > p'].map(
          (selector) => document.querySelector(selector)?.textContent ?? '',
        ),
      );
      for (const text of shown) {
        expect(text).toMatch(/\p{Script=Arabic}/u);
        expect(text).not.toMatch(/[a-z]/i);
      }
    });
    expect(heard).toEqual([]);
  } finally {
    await opened.close();
  }
});

test.skipIf(executablePath === undefined).each([360, 1280])(
  'its article is laid out from right to left at %i px, its code from left to right, and nothing scrolls sideways',
  async (width) => {
    const opened = await openSite(site.folder, otherSite.base);
    try {
      const heard = await opened.visit('posts/first-note/', { viewport: { width, height: 800 } }, async (page) => {
        const seen = await page.evaluate(() => {
          const slash = document.createRange();
          const named = document.querySelector('figcaption')?.firstChild;
          if (named) {
            slash.setStart(named, 0);
            slash.setEnd(named, 1);
          }
          const boxOf = (selector: string) => {
            const range = document.createRange();
            range.selectNodeContents(document.querySelector(selector) ?? document.body);
            const { left, right } = range.getBoundingClientRect();
            return { left, right };
          };
          const gaps = (selector: string, around: string) => {
            const [inner, outer] = [boxOf(selector), document.querySelector(around)?.getBoundingClientRect()];
            return { left: inner.left - (outer?.left ?? 0), right: (outer?.right ?? 0) - inner.right };
          };
          return {
            sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            heading: gaps('h1', 'article'),
            command: gaps('.terminal .line', '.terminal'),
            title: gaps('figcaption', '.terminal'),
            slash: slash.getBoundingClientRect().left - boxOf('figcaption').left,
            firstHead: document.querySelector('thead th')?.getBoundingClientRect().left ?? 0,
            lastHead: document.querySelector('thead th:last-child')?.getBoundingClientRect().left ?? 0,
            path: getComputedStyle(document.querySelector('.prose p code') ?? document.body).direction,
          };
        });
        expect(seen.sideways).toBe(0);
        expect(seen.heading.right).toBeLessThan(seen.heading.left);
        expect(seen.command.left).toBeGreaterThan(0);
        expect(seen.command.left).toBeLessThan(60);
        expect(seen.title.left).toBeLessThan(seen.title.right);
        expect(seen.slash).toBe(0);
        expect(seen.firstHead).toBeGreaterThan(seen.lastHead);
        expect(seen.path).toBe('ltr');
      });
      expect(heard).toEqual([]);
    } finally {
      await opened.close();
    }
  },
);

test.skipIf(executablePath === undefined)('a log that is pasted into it keeps its own direction', async () => {
  const opened = await openSite(site.folder, otherSite.base);
  try {
    const heard = await opened.visit('', {}, async (page) => {
      expect(await page.locator('textarea').evaluate((field) => getComputedStyle(field).unicodeBidi)).toBe('plaintext');
    });
    expect(heard).toEqual([]);
  } finally {
    await opened.close();
  }
});

test.skipIf(executablePath === undefined)('its comparison is walked through the way that the keys point', async () => {
  const opened = await openSite(site.folder, otherSite.base);
  try {
    const heard = await opened.visit('drivers/', { viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.locator('driver-compare button.more').click();
      const heads = page.getByRole('grid').getByRole('columnheader');
      await heads.nth(1).focus();
      await page.keyboard.press('ArrowLeft');
      expect(await heads.nth(2).evaluate((head) => head === document.activeElement)).toBe(true);
      await page.keyboard.press('ArrowRight');
      expect(await heads.nth(1).evaluate((head) => head === document.activeElement)).toBe(true);
      const names = await heads.allInnerTexts();
      await page.locator('compare-panel button', { hasText: '←' }).first().click();
      // The table is arranged a moment after the click.
      await expect.poll(() => heads.allInnerTexts()).toEqual([names[0], names[2], names[1], ...names.slice(3)]);
    });
    expect(heard).toEqual([]);
  } finally {
    await opened.close();
  }
});

/** Words in Latin letters that a page shows or says, and that are not of its content, in the order of its elements. */
function foreignWords(html: string): string[] {
  const [page] = elementsOf(html);
  if (page === undefined) return [];
  for (const element of elementsOf(page, ({ tagName }) => silent.has(tagName))) element.children = [];
  const texts = elementsOf(page).flatMap((element) => [
    ...['ariaLabel', 'alt', 'placeholder', 'title'].map((name) => attribute(element, name) ?? ''),
    ...element.children.map((child) => (child.type === 'text' ? child.value : '')),
  ]);
  return texts.flatMap(wordsIn).filter((word) => !ownWords.has(word));
}

function wordsIn(text: string): string[] {
  return [...text.toLowerCase().matchAll(/[a-z]{2,}/g)].map(([word]) => word);
}
