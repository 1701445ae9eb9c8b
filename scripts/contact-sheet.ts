/**
 * `npm run contact-sheet [KIND…]`: draws each kind of page in three widths, in both themes, on paper and in forced
 * colours, and puts the pictures of a kind side by side into `.cache/contact-sheet/`, for a look at the whole.
 */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import type { Browser, BrowserContextOptions } from '@playwright/test';
import sharp from 'sharp';
import { fail } from './fail.ts';
import { createSiteServer } from '../src/site/server.node.ts';
import { site } from '../src/site.config.ts';
import { findChromium, quietly } from './chromium.mjs';

const folder = '.cache/contact-sheet';

const kinds: Readonly<Record<string, string>> = {
  home: '',
  results: 'search/?q=no+space+left+on+device',
  search: 'search/',
  article: 'posts/mind-the-storage-driver/',
  discussion: 'posts/mind-the-storage-driver/#discussion',
  posts: 'posts/',
  tags: 'tags/',
  tag: 'tags/overlay2/',
  guides: 'docs/',
  guide: 'docs/change-driver-on-debian/',
  glossary: 'docs/glossary/',
  drivers: 'drivers/',
  driver: 'drivers/docker-overlay2/',
  chooser: 'drivers/choose/?engine=docker&version=18.06&kernel=3.10&filesystem=xfs&nodtype=1',
  errors: 'errors/',
  error: 'errors/no-space-left-on-device/',
  missing: '404.html',
};

const height = 1_400;
const looks: readonly BrowserContextOptions[] = [
  ...[360, 768, 1_440].flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height }, colorScheme })),
  ),
  { viewport: { width: 768, height }, forcedColors: 'active' },
];

if (!existsSync('dist')) fail('There is no dist/ to look at. Run npm run build first.');
const wanted = process.argv.slice(2);
const unknown = wanted.filter((kind) => !(kind in kinds));
if (unknown.length > 0)
  fail(`No kind of page is called ${unknown.join(', ')}. There are: ${Object.keys(kinds).join(', ')}.`);
const executablePath = findChromium();
if (executablePath === undefined) fail('There is no Chromium to draw with. Install it, or set CHROME_PATH.');

await mkdir(folder, { recursive: true });
const server = createSiteServer('dist', site.base).listen(0);
await once(server, 'listening');
const origin = `http://localhost:${(server.address() as AddressInfo).port}${site.base}`;
const browser = await chromium.launch({ executablePath, args: quietly });
try {
  for (const [kind, path] of Object.entries(kinds)) {
    if (wanted.length > 0 && !wanted.includes(kind)) continue;
    const file = `${folder}/${kind}.png`;
    await sheet(await pictures(browser, origin + path), file);
    console.log(file);
  }
} finally {
  await browser.close();
  server.close();
}

/** The first screen of the page at `address` in each look, then its first sheet of paper. */
async function pictures(browser: Browser, address: string): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for (const look of looks) {
    const context = await browser.newContext(look);
    const page = await context.newPage();
    // The second visit has the faces at hand, as most readers have.
    await page.goto(origin);
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.mouse.move(100, 100); // a reader's first sign, at which the tools of code blocks come
    await page.waitForTimeout(500);
    all.push(await page.screenshot());
    if (look.forcedColors === 'active') {
      await page.emulateMedia({ media: 'print', forcedColors: 'none', colorScheme: 'light' });
      all.push(await page.screenshot());
    }
    await context.close();
  }
  return all;
}

/** Writes the `pictures`, all of one height, side by side into `file`. */
async function sheet(pictures: readonly Buffer[], file: string): Promise<void> {
  const gap = 16;
  let left = 0;
  const layers = [];
  for (const input of pictures) {
    layers.push({ input, left, top: 0 });
    left += (await sharp(input).metadata()).width + gap;
  }
  const canvas = { width: left, height, channels: 3 as const, background: '#888888' };
  await sharp({ create: canvas }).composite(layers).png().toFile(file);
}
