import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { siteFaults } from './site-faults.node.ts';

const root = mkdtempSync(join(tmpdir(), 'faults-'));
afterAll(() => rmSync(root, { recursive: true }));

const page = '<!doctype html><title>A</title><p id="here"><a href="/docs/a/#here">A</a></html>\n';
const whole: Record<string, string> = {
  'index.html': page,
  'a/index.html': page,
  '404.html': page,
  'old/index.html': '<!doctype html><meta http-equiv="refresh" content="0;url=/docs/a/">',
  _headers: '/docs/*\n',
  _redirects: '/docs/old/ /docs/a/ 301\n/docs/gone/ https://elsewhere.example/ 301\n\n',
  'robots.txt': 'User-agent: *\n',
  'sitemap-index.xml': '<sitemapindex/>\n',
  'atom.xml': '<feed/>\n',
};

function write(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

beforeEach(() => write(whole));

const faults = (): Promise<string[]> => siteFaults(root, 'https://ours.example', '/docs/');

test('a whole site has no fault', async () => {
  expect(await faults()).toEqual([]);
});

test.each([
  ['an empty file', { 'atom.xml': '' }, 'atom.xml is empty.'],
  ['a page that was cut short', { '404.html': page.slice(0, 40) }, '404.html ends before its </html>.'],
  ['a link to nothing', { 'index.html': '<a href="/docs/b/">b</a></html>' }, 'index.html:1:1 /docs/b/ leads nowhere.'],
  [
    'a link to no place of a page',
    { 'a/index.html': '<a href="#no">b</a></html>' },
    'a/index.html:1:1 #no leads nowhere.',
  ],
  ['a link outside the base', { 'index.html': '<a href="/a/">b</a></html>' }, 'index.html:1:1 /a/ leads nowhere.'],
  [
    'an address that is none',
    { 'index.html': '<a href="http://[">b</a></html>' },
    'index.html:1:1 http://[ leads nowhere.',
  ],
  [
    'a broken escape',
    { 'index.html': '<a href="/docs/%E0%A4%A/">b</a></html>' },
    'index.html:1:1 /docs/%E0%A4%A/ leads nowhere.',
  ],
  [
    'a redirect to nothing',
    { _redirects: '\n/docs/x /docs/y/ 301\n' },
    '_redirects:2:1 /docs/x leads to /docs/y/, which is not there.',
  ],
  [
    'a redirect without a target',
    { _redirects: '/docs/x\n' },
    '_redirects:1:1 /docs/x leads to nothing, which is not there.',
  ],
])('%s is found', async (_, files, fault) => {
  write(files);
  expect(await faults()).toContain(fault);
});

test('a site that lacks what every site has is not looked at further', async () => {
  rmSync(join(root, 'index.html'));
  expect(await faults()).toEqual(['There is no index.html.']);
});
