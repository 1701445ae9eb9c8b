import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuiltSite } from '../built-site.ts';
import { editedPost, otherContent, otherSite } from '../fixtures/other-owner.ts';
import { executablePath, openSite } from '../heard.ts';
import { build, copyProject, removeProject, siteConfig } from './project-copy.ts';

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

\`\`\`console mark="aufs"
$ docker info --format '{{.Driver}}'
aufs
\`\`\`
`;

let root = '';
let site = new BuiltSite();

beforeAll(async () => {
  root = await copyProject({
    ...otherContent,
    [editedPost]: article,
    'content/posts/second-note.md': '---\ntitle: ثانية\ndate: 2022-01-01\n---\nنص.\n',
    'src/site.config.ts': await siteConfig({ ...otherSite, language: 'ar', offline: false }),
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
  expect(scripts.filter((file) => site.text(file).includes('keeper.js'))).toEqual([]);
  expect(site.text('keeper.js')).toContain('unregister');
  expect(site.files().filter((file) => file.includes('offline-'))).toEqual([]);
  expect(site.text('index.html')).not.toContain('href="/docs/offline/"');
});

test.skipIf(executablePath === undefined).each([360, 1280])(
  'its article is laid out from right to left at %i px, its code from left to right, and nothing scrolls sideways',
  async (width) => {
    const opened = await openSite(site.folder, otherSite.base);
    try {
      const heard = await opened.visit('posts/first-note/', { viewport: { width, height: 800 } }, async (page) => {
        const seen = await page.evaluate(() => {
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
            firstHead: document.querySelector('thead th')?.getBoundingClientRect().left ?? 0,
            lastHead: document.querySelector('thead th:last-child')?.getBoundingClientRect().left ?? 0,
            path: getComputedStyle(document.querySelector('.prose p code') ?? document.body).direction,
          };
        });
        expect(seen.sideways).toBe(0);
        expect(seen.heading.right).toBeLessThan(seen.heading.left);
        expect(seen.command.left).toBeGreaterThan(0);
        expect(seen.command.left).toBeLessThan(60);
        expect(seen.firstHead).toBeGreaterThan(seen.lastHead);
        expect(seen.path).toBe('ltr');
      });
      expect(heard).toEqual([]);
    } finally {
      await opened.close();
    }
  },
);
