import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, quietly } from '../../scripts/chromium.mjs';
import { editedPost, firstNote, otherContent, otherSite } from '../fixtures/other-owner.ts';
import { copyProject, quiet, removeProject, siteConfig, write } from './project-copy.ts';

const patience = 90_000; // ms; the server's first start transforms everything

let root = '';
let home = '';
let server: ChildProcess | undefined;
let printed = '';

async function freePort(): Promise<number> {
  return new Promise((tell) => {
    const probe = createServer();
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => tell(port));
    });
  });
}

/** Repeats `look` until it answers with something, for a minute at most. */
async function eventually<Found>(what: string, look: () => Promise<Found | false | undefined>): Promise<Found> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const found = await look().catch(() => undefined); // A server that starts or restarts refuses for a moment.
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${what} did not happen. The server printed:\n${printed}`);
}

async function pageText(path: string): Promise<string> {
  return (await fetch(new URL(path, home))).text();
}

beforeAll(async () => {
  root = await copyProject({ ...otherContent, 'src/site.config.ts': await siteConfig(otherSite) });
  const port = await freePort();
  home = `http://localhost:${port}${otherSite.base}`;
  server = spawn('npm', ['run', '--ignore-scripts', 'dev', '--', '--port', String(port)], {
    cwd: root,
    env: quiet(),
    detached: true,
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (text: Buffer) => (printed += text.toString()));
  await eventually('The start of npm run dev', async () => (await fetch(home)).ok);
}, patience);

afterAll(async () => {
  // The whole group: npm, the shell that it starts, and Astro.
  if (server?.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
  await removeProject(root);
});

describe('npm run dev', { timeout: patience }, () => {
  test('serves the home page', async () => {
    expect(await pageText('.')).toContain('What did your terminal print?');
  });

  test('shows a draft and an article of the future, and marks them', async () => {
    expect(await pageText('posts/draft-note/')).toMatch(/<strong[^>]*>Draft<\/strong>/);
    expect(await pageText('posts/future-note/')).toMatch(/<strong[^>]*>Scheduled<\/strong>/);
    expect(await pageText('posts/')).toMatch(
      /Future note[^]*<strong[^>]*>Scheduled<\/strong>[^]*<strong[^>]*>Draft<\/strong>/,
    );
    expect(await pageText('posts/first-note/')).not.toMatch(/<strong[^>]*>(?:Draft|Scheduled)<\/strong>/);
  });

  test('answers the parts of the search', async () => {
    const response = await fetch(new URL('pagefind/pagefind.js', home));
    expect(response.status, printed).toBe(200);
    expect(response.headers.get('content-type')).toContain('javascript');
    expect(await response.text()).toContain('export');
  });

  test('shows an edit', async () => {
    await write(root, { [editedPost]: firstNote('An edited sentence.') });
    await eventually('The edit', async () => (await pageText('posts/first-note/')).includes('An edited sentence.'));
  });

  test('shows an edited title wherever the article is named', async () => {
    await write(root, { [editedPost]: firstNote('Whatever.').replace(/^title: .*/m, 'title: Renamed note') });
    for (const path of ['posts/first-note/', 'posts/', 'atom.xml'])
      await eventually(`The title in ${path}`, async () => (await pageText(path)).includes('Renamed note'));
  });

  test('prints a problem with its place, and stays up', async () => {
    printed = '';
    await write(root, { [editedPost]: firstNote('See [nothing](/nothing/).') });
    await eventually('The problem', async () =>
      /content\/posts\/first-note\.mdx:10:\d+ {2}broken-link {2}/.test(printed),
    );
    expect((await fetch(home)).ok).toBe(true);
    printed = '';
    await write(root, { [editedPost]: firstNote('A mended sentence.') });
    await eventually('The all-clear', async () => printed.includes('Content is sound'));
  });

  test('says that a new base takes a new start, and nothing of what shows at once', async () => {
    printed = '';
    await write(root, { 'src/site.config.ts': await siteConfig({ ...otherSite, name: 'Speicher', base: '/neu/' }) });
    await eventually('The notice', async () => /base is \/neu\/ now.*npm run dev/.test(printed));
    printed = '';
    await write(root, { 'src/site.config.ts': await siteConfig({ ...otherSite, name: 'Speicher' }) });
    await eventually('The new name', async () => (await pageText('.')).includes('Speicher'));
    expect(printed).not.toContain('base is');
    await write(root, { 'src/site.config.ts': await siteConfig(otherSite) });
  });
});

const executablePath = findChromium();
if (executablePath === undefined)
  console.log('What npm run dev shows in a browser was not tested: no Chromium was found.');

describe.skipIf(executablePath === undefined)('npm run dev in a browser', { timeout: patience }, () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: quietly,
    });
    page = await browser.newPage();
  });

  afterAll(() => browser.close());

  test('the search finds a page', async () => {
    const result = page.getByRole('option', { name: 'First note' }).first();
    // What was edited just now is in the index a little later, on a busy machine even much later.
    await eventually('The result', async () => {
      await page.goto(home);
      await page.getByRole('textbox').fill('mended sentence');
      await result.waitFor({ timeout: 5000 });
      return true;
    });
    await result.click();
    await page.waitForURL(/\/docs\/posts\/first-note\//);
  });

  test('a problem lies over the page until it is mended', async () => {
    await page.goto(new URL('posts/first-note/', home).href);
    await write(root, { [editedPost]: firstNote('See [nothing](/nothing/).') });
    const overlay = page.locator('vite-error-overlay');
    await overlay
      .getByText(/content\/posts\/first-note\.mdx:10:\d+ {2}broken-link/)
      .first()
      .waitFor({ timeout: 30_000 });
    await write(root, { [editedPost]: firstNote('Mended before your eyes.') });
    await page.getByText('Mended before your eyes.').waitFor({ timeout: 30_000 });
    expect(await overlay.count()).toBe(0);
  });
});
