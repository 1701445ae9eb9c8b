import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { site as ours } from '../../src/site.config.ts';
import { BuiltSite, attribute, elementsOf } from '../built-site.ts';
import sharp from 'sharp';
import { editedPost, firstNote, hiddenWords, otherContent, otherSite } from '../fixtures/other-owner.ts';
import { executablePath, openSite } from '../heard.ts';
import { keeperReady } from '../keeper.ts';
import { brokenLinks } from '../../src/release/broken-links.node.ts';
import { pictureArticles, pictureFiles } from '../fixtures/pictures.ts';
import { build, copyProject, removeProject, siteConfig, write } from './project-copy.ts';

const patience = 120_000; // ms; a cold build on a busy machine

let root = '';
let site = new BuiltSite();
let built = { code: 1, output: '' };

beforeAll(async () => {
  const pictures = { ...pictureArticles, ...(await pictureFiles()) };
  const own = { 'public/favicon.ico': 'drawn by hand', 'src/site.config.ts': await siteConfig(otherSite) };
  root = await copyProject({ ...otherContent, ...pictures, ...own });
  // Astro takes a variable of this name for its own switch, by which drafts are shown; many shells and hosts set it.
  built = await build(root, { DEV: '1' });
  site = new BuiltSite(join(root, 'dist'), otherSite.base);
}, patience);

afterAll(() => removeProject(root));

/** Files of the site that hold one of `words`, compressed ones too, with the word. */
function filesWith(words: readonly string[]): string[] {
  return site.files().flatMap((file) => {
    const bytes = readFileSync(join(site.folder, file));
    const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const text = `${file} ${(isZipped ? gunzipSync(bytes) : bytes).toString()}`.toLowerCase();
    return words.filter((word) => text.includes(word.toLowerCase())).map((word) => `${file}: ${word}`);
  });
}

/** Whether a page only stands at an old address. */
function leadsOn(html: string): boolean {
  return html.includes('http-equiv="refresh"');
}

describe("another owner's site", () => {
  test('is built, in a folder with a space and an umlaut', () => {
    expect(built, built.output).toMatchObject({ code: 0 });
  });

  test('has no trace of ours', () => {
    const { name, origin, repository, author, description } = ours;
    expect(filesWith([name, new URL(origin).host, repository, author.name, author.url, description])).toEqual([]);
  });

  test('has the name, the author, the repository and the navigation of its owner on every page', () => {
    for (const { file, html } of site.pages()) {
      if (leadsOn(html)) continue;
      expect(html, file).toContain(otherSite.name);
      expect(html, file).toContain(otherSite.author.url);
      expect(html, file).toContain(`https://github.com/${otherSite.repository}`);
      for (const { label } of [...otherSite.navigation, ...otherSite.footer]) expect(html, file).toContain(label);
    }
  });

  test('has nothing but addresses below its base', () => {
    const outside = site.pages().flatMap(({ file, html }) =>
      elementsOf(html).flatMap((element) =>
        Object.entries(element.properties)
          .filter(([name]) =>
            ['href', 'src', 'poster', 'action', 'dataBundle', 'dataCatalogue', 'dataList'].includes(name),
          )
          .map(([name]) => attribute(element, name) ?? '')
          .filter((address) => address.startsWith('/') && !address.startsWith(otherSite.base))
          .map((address) => `${file}: ${address}`),
      ),
    );
    expect(outside).toEqual([]);
  });

  test('has no broken link where it will be served', () => {
    expect(brokenLinks(site.folder, otherSite.origin, otherSite.base)).toEqual([]);
  });

  test('has its origin and base in feed, sitemap, canonical addresses and robots.txt', () => {
    const home = otherSite.origin + otherSite.base;
    const feed = parseAtomFeed(site.text('atom.xml'));
    expect(feed).toMatchObject({
      id: home,
      title: { value: otherSite.name },
      authors: [{ name: otherSite.author.name }],
    });
    expect(feed.entries?.map(({ id }) => id)).toEqual(
      ['second-note', 'pictures-in-components', 'pictures-in-markdown', 'first-note'].map(
        (id) => `${home}posts/${id}/`,
      ),
    );
    expect(feed.entries?.[3]?.content?.value).toContain(`href="${home}errors/no-space/"`);
    expect(feed.entries?.[3]?.content?.value).toContain(`src="${home}sheet.svg"`);
    expect(site.sitemap().filter((url) => !url.startsWith(home))).toEqual([]);
    expect(site.sitemapPaths().toSorted()).toEqual(
      site
        .pages()
        .filter(({ path, html }) => !path.endsWith('/404.html') && !leadsOn(html))
        .map(({ path }) => path)
        .toSorted(),
    );
    expect(site.text('robots.txt')).toContain(`${home}sitemap-index.xml`);
    for (const { path, html } of site.pages().filter((page) => !page.path.endsWith('/404.html'))) {
      if (leadsOn(html)) continue;
      expect(html).toContain(`<link rel="canonical" href="${otherSite.origin}${path}"`);
    }
  });

  test('leads on from old addresses: of articles, and of what is none', () => {
    for (const [file, target] of [
      ['blog/second note/index.html', 'posts/second-note/'],
      ['old/second.html', 'posts/second-note/'],
      ['blog/categories/layers/index.html', 'tags/layers/'],
      ['blog/categories/gone/index.html', 'posts/'],
    ] as const) {
      expect(site.text(file), file).toContain(`content="0; url=${otherSite.base}${target}"`);
      expect(site.text(file), file).toContain(
        `<link rel="canonical" href="${otherSite.origin}${otherSite.base}${target}">`,
      );
    }
    expect(site.text('_redirects').split('\n')).toContain('/docs/blog/second%20note/ /docs/posts/second-note/ 301');
  });

  test('gives the feed itself to readers of an old one', () => {
    expect(parseAtomFeed(site.text('blog/atom.xml')).entries).toHaveLength(4);
    expect(site.text('blog/categories/layers/atom.xml')).toBe(site.text('tags/layers/atom.xml'));
    expect(parseAtomFeed(site.text('blog/categories/gone/atom.xml')).entries).toHaveLength(4);
  });

  test('keeps an icon that its owner has drawn, and has the others drawn from its sign', () => {
    expect(site.text('favicon.ico')).toBe('drawn by hand');
    expect(site.files()).toContain('apple-touch-icon.png');
  });

  test('has its search index and its headers below the base', () => {
    expect(site.files()).toContain('pagefind/pagefind.js');
    const policy = site.headers(otherSite.base).get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("; media-src 'self';"); // an article has a film
    const { url, fields } = JSON.parse(site.text('data/messages.json')) as { url: string; fields: { id: string } };
    expect(fields.id.split('~~').map((id) => url.replace('<id>', id))).toEqual(['/docs/errors/no-space/']);
  });

  test('has each picture in the formats and widths that its pages offer, in the size that they say', async () => {
    const pages = ['posts/pictures-in-markdown/index.html', 'posts/pictures-in-components/index.html'];
    const offered = pages.flatMap((page) =>
      elementsOf(site.text(page), ({ tagName }) => tagName === 'source').flatMap((source) =>
        (attribute(source, 'srcSet') ?? '').split(', ').map((one) => [attribute(source, 'type'), ...one.split(' ')]),
      ),
    );
    const files = new Map(offered.map(([type, address = '', width]) => [address, { type, width }]));
    expect(files.size).toBeGreaterThan(15);
    for (const [address, { type, width }] of files) {
      const bytes = readFileSync(join(site.folder, decodeURIComponent(address.slice(otherSite.base.length))));
      const found = await sharp(bytes).metadata();
      // What has no type is the first frame of what moves.
      expect([found.mediaType, width === undefined ? undefined : `${found.width}w`], address).toEqual([
        type ?? 'image/webp',
        width,
      ]);
    }
    expect(site.text('pictures/content/posts/torn.png')).toBe('GIF89a, and torn');
    expect(built.output).toContain("content/posts/torn.png can't be read as a picture");
    expect(site.headers([...files.keys()][0] ?? '').get('cache-control')).toContain('immutable');
  });

  test('has pictures in feed and Markdown at one plain address each, that of the whole size in words', () => {
    const home = otherSite.origin + otherSite.base;
    const text = parseAtomFeed(site.text('atom.xml')).entries?.[2]?.content?.value ?? '';
    expect(text).not.toMatch(/<picture|<source|srcset|loading=/i);
    const markdown = site.text('posts/pictures-in-markdown.md');
    for (const name of ['wide%20pool.png.1320.', 'steps.gif.40.', 'plan.svg.800.']) {
      expect(text).toContain(`<img src="${home}pictures/content/posts/${name}`);
      expect(markdown).toContain(`](${home}pictures/content/posts/${name}`);
    }
    expect(markdown).toContain(`![An old shot](${home}images/old%20shot.png)`);
    expect(markdown).toContain('*A pool of 1,600 pixels*');
  });

  test.skipIf(executablePath === undefined)('keeps its pages for the time without network below its base', async () => {
    const opened = await openSite(site.folder, otherSite.base);
    try {
      const heard = await opened.visit('', { serviceWorkers: 'allow' }, async (page) => {
        await keeperReady(page);
        await page.context().setOffline(true);
        await page.goto(`${opened.origin}${otherSite.base}errors/no-space/`);
        expect(await page.locator('main').innerText()).toContain('You are offline; this page was kept on');
        await page.goto(`${opened.origin}${otherSite.base}docs/find/`);
        expect(await page.locator('main').innerText()).toContain('this page is not kept on this device');
      });
      expect(heard).toEqual([]);
    } finally {
      await opened.close();
    }
  });

  test('has no draft and no article of the future: no page, no tag, nothing in feed, sitemap and index', () => {
    expect(filesWith(hiddenWords)).toEqual([]);
    expect(site.files().filter((file) => /draft|future-note/.test(file))).toEqual([]);
    // The search for words can find some: those of the articles that are out.
    expect(filesWith(['Layers lie on layers.']).length).toBeGreaterThan(2);
  });
});

/** Paths and hashes of all files of the site. */
function fingerprint(): string[] {
  return site.files().map((file) => {
    const hash = createHash('sha256')
      .update(readFileSync(join(site.folder, file)))
      .digest('hex');
    return `${file} ${hash}`;
  });
}

describe('previews', () => {
  const secret = { MTD_PREVIEW_SECRET: 'what nobody but us knows' };

  test(
    'of a draft and of what is scheduled are built on request, and nothing leads there',
    async () => {
      const before = new Set(site.files());
      const { code, output } = await build(root, secret, ['--previews']);
      expect(code, output).toBe(0);
      const added = site.files().filter((file) => !before.has(file));
      expect(
        added.filter((file) => !/^preview\/[0-9a-f]{40}\/index\.html$|^pictures\/.*of-the-draft/.test(file)),
      ).toEqual([]);
      const pages = added.filter((file) => file.endsWith('.html'));
      expect(pages).toHaveLength(3);
      expect(new Set(filesWith(hiddenWords).map((found) => found.split(':')[0]))).toEqual(
        new Set(pages.filter((page) => hiddenWords.some((word) => site.text(page).includes(word)))),
      );
      const draft = site.text(pages.find((page) => site.text(page).includes('wordofthedraft')) ?? '');
      expect(draft).toContain('<meta name="robots" content="noindex, nofollow">');
      expect(draft).toMatch(/<strong[^>]*>Draft<\/strong>: only this preview shows it/);
      expect(draft).not.toContain('/tags/tagofthedraft/');
      expect(draft).not.toContain('rel="canonical"');
      const tokens = pages.map((page) => page.split('/')[1] ?? '');
      expect(filesWith(tokens).filter((found) => !found.startsWith('preview/'))).toEqual([]);
      expect(tokens.filter((token) => output.includes(token))).toEqual([]); // others may read the log
    },
    patience,
  );

  test('need a secret, and without it the last site stays', async () => {
    const { code, output } = await build(root, {}, ['--previews']);
    expect(code).toBe(1);
    expect(output).toContain('MTD_PREVIEW_SECRET is not set');
    expect(site.files().length).toBeGreaterThan(20);
  });
});

describe('content with problems', () => {
  test(
    'stops the build with all of them, each with its place, and the last good site stays as it was',
    async () => {
      const before = fingerprint();
      await write(root, {
        [editedPost]: firstNote('See [nothing](/nothing/).'),
        'content/errors/no-space.mdx': '---\ntitle: Broken\n\tmeans: a tab\n---\n',
      });
      const { code, output } = await build(root);
      expect(code).toBe(1);
      expect(output).toMatch(/^content\/posts\/first-note\.mdx:10:\d+ {2}broken-link {2}/m);
      expect(output).toMatch(/^content\/errors\/no-space\.mdx:3:1 {2}/m);
      expect(output).toContain('The site was not built. The last good one is still in dist/.');
      expect(output).not.toMatch(/^\s+at .*\.(?:ts|js):\d+/m);
      expect(fingerprint()).toEqual(before);
    },
    patience,
  );

  test(
    'that need more memory than the system has leave the last good site as well, and the reason is told',
    async () => {
      const before = fingerprint();
      const page = 'src/pages/large.astro';
      await write(root, { ...otherContent, [page]: "---\nprocess.kill(process.pid, 'SIGKILL');\n---\n" });
      const { code, output } = await build(root);
      rmSync(join(root, page));
      expect(code).toBe(1);
      expect(output).toContain('The process that makes the pages was ended by SIGKILL, as a system does');
      expect(output).toContain('The site was not built. The last good one is still in dist/.');
      expect(fingerprint()).toEqual(before);
    },
    patience,
  );

  test(
    'that appears only while a page is rendered leaves the last good site as well',
    async () => {
      const before = fingerprint();
      renameSync(join(root, 'src/pages/404.astro'), join(root, 'src/pages/spare.txt'));
      await write(root, {
        ...otherContent,
        'src/pages/404.astro': "---\nthrow new Error('This page cannot be drawn.');\n---\n",
      });
      const { code, output } = await build(root);
      expect(code).toBe(1);
      expect(output).toContain('This page cannot be drawn.');
      expect(fingerprint()).toEqual(before);
    },
    patience,
  );
});
