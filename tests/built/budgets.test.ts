import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BuiltSite, attribute, elementsOf, textOf } from '../built-site.ts';

/** Bytes of one page as a browser loads it: text compressed by brotli, fonts as they are. */
interface Weight {
  /** The page with the styles that hold back its first drawing; what a thread below it links is not among them. */
  htmlAndCss: number;
  /** Scripts that run before a reader does anything: inline, and modules with all they import at once. */
  script: number;
  fonts: number;
  /** All of it, with pictures. */
  whole: number;
  /** Addresses on other hosts that the page loads by itself. */
  foreign: string[];
}

const site = new BuiltSite();

// A first round trip brings about 14 kB; what fits is drawn at once. Starlight's article has 53.7 kB without a font.
const limits = { htmlAndCss: 14_000, script: 1_080, fonts: 36_000, whole: 42_700 };

function squeezed(text: string | Buffer): Buffer {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

function compressed(text: string | Buffer): number {
  return squeezed(text).length;
}

/** `files` and all that they import as soon as they run, each once. Imports on demand are written `import(…)`. */
function withImports(folder: string, files: readonly string[]): string[] {
  const all = new Set(files);
  for (const file of all) {
    const code = readFileSync(join(folder, file), 'utf8');
    for (const [, name] of code.matchAll(/(?:\bfrom|\bimport)\s*["']([^"']+)["']/g)) {
      if (name?.startsWith('.') === true) all.add(join(dirname(file), name));
    }
  }
  return [...all];
}

/** What `html` makes a browser load from `folder` before its reader does anything. */
function weigh(html: string, folder: string): Weight {
  const elements = elementsOf(html);
  const [head] = elementsOf(html, ({ tagName }) => tagName === 'head');
  const early = new Set(elementsOf(head ?? html).map((element) => attribute(element, 'href')));
  const inline = { script: '', style: '' };
  const scripts: string[] = [];
  const styles: string[] = [];
  const lateStyles: string[] = [];
  const pictures: string[] = [];
  const fonts: string[] = [];
  const foreign: string[] = [];
  const take = (list: string[], address: string): void => {
    if (/^(?:https?:)?\/\//.test(address)) foreign.push(address);
    else list.push(address.replace(/^\//, ''));
  };
  for (const element of elements) {
    const { tagName } = element;
    const [src, href, rel] = ['src', 'href', 'rel'].map((name) => attribute(element, name));
    // What search engines read is no script: it never runs, and is counted with the HTML.
    if (tagName === 'script' && attribute(element, 'type') === 'application/ld+json') continue;
    if (tagName === 'script' && src !== undefined) take(scripts, src);
    else if (tagName === 'script' || tagName === 'style') inline[tagName] += textOf(element);
    else if (src !== undefined && attribute(element, 'loading') !== 'lazy') take(pictures, src);
    // What is disabled waits for a script.
    if (tagName !== 'link' || href === undefined || attribute(element, 'disabled') !== undefined) continue;
    // A browser draws what stands before a stylesheet in the body without waiting for it.
    if (rel === 'stylesheet') take(early.has(href) ? styles : lateStyles, href);
    if (rel === 'modulepreload') take(scripts, href);
    if (rel === 'icon') take(pictures, href);
    if (rel === 'preload' && attribute(element, 'as') !== 'font') take(pictures, href);
  }
  const css = styles.map((file) => readFileSync(join(folder, file), 'utf8'));
  for (const [, address] of [inline.style, ...css].join('').matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)) {
    if (address !== undefined && !fonts.includes(address.replace(/^\//, ''))) take(fonts, address);
  }
  // An inline module's imports count as well as those of a file.
  for (const [, name] of inline.script.matchAll(/(?:\bfrom|\bimport)\s*["']([^"']+)["']/g)) take(scripts, String(name));
  const read = (file: string): Buffer => readFileSync(join(folder, file));
  const sum = (list: readonly number[]): number => list.reduce((total, bytes) => total + bytes, 0);
  const files = withImports(folder, scripts);
  const htmlAndCss = sum([compressed(html), ...css.map(compressed)]);
  const external = sum(files.map((file) => compressed(read(file))));
  const fontBytes = sum(fonts.map((file) => read(file).length));
  return {
    htmlAndCss,
    script: external + (inline.script === '' ? 0 : compressed(inline.script)),
    fonts: fontBytes,
    // Inline script is in the HTML already.
    whole:
      htmlAndCss +
      external +
      fontBytes +
      sum([...new Set([...lateStyles, ...pictures])].map((file) => compressed(read(file)))),
    foreign,
  };
}

describe.each(['posts/mind-the-storage-driver/index.html', 'index.html', 'errors/no-space-left-on-device/index.html'])(
  '%s',
  (file) => {
    const weight = weigh(site.text(file), site.folder);

    test.each(Object.entries(limits))('keeps %s within %i bytes', (part, limit) => {
      const bytes = weight[part as keyof typeof limits];
      expect(bytes).toBeGreaterThan(0);
      expect(bytes).toBeLessThanOrEqual(limit);
    });

    test('loads nothing from another host', () => {
      expect(weight.foreign).toEqual([]);
    });
  },
);

// What a page says takes bytes, its comparisons above all; a page of this many has a dozen screens and every source.
const wholePage = 17_400;
// Some eight screens, so that nobody waits for the second round trip while reading.
const wordsAtOnce = 2_000;

/** Bytes of `html`, and what a browser has of it after the first round trip: whether all styles, and how many words. */
function firstRoundTrip(html: string): { bytes: number; hasStyle: boolean; words: number } {
  const all = squeezed(html);
  const first = all.subarray(0, limits.htmlAndCss);
  const arrived = brotliDecompressSync(first, { finishFlush: constants.BROTLI_OPERATION_FLUSH }).toString();
  const [main = ''] = elementsOf(arrived, ({ tagName }) => tagName === 'main').map(textOf);
  return { bytes: all.length, hasStyle: arrived.includes('</head>'), words: wordsIn(main) };
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}

test.each(site.pages().filter(({ file }) => /^(?:posts|docs|errors|drivers)\/[^/]+\/index\.html$/.test(file)))(
  '$file has its style and eight screens of words in the first round trip',
  ({ html }) => {
    const { bytes, hasStyle, words } = firstRoundTrip(html);
    expect(bytes).toBeLessThanOrEqual(wholePage);
    expect(hasStyle).toBe(true);
    if (bytes > limits.htmlAndCss) expect(words).toBeGreaterThanOrEqual(wordsAtOnce);
    // Whatever else holds back the drawing would come in a round trip of its own.
    const [head = html] = html.split('</head>', 1);
    expect(elementsOf(head, (element) => attribute(element, 'rel') === 'stylesheet')).toEqual([]);
  },
);

test('a page whose style leaves no room for its words is noticed', () => {
  const noise = randomBytes(6_000).toString('hex');
  const { bytes, words } = firstRoundTrip(
    `<head><style>${noise}</style></head><main>${randomBytes(9_000).toString('hex').replaceAll('0', ' ')}</main>`,
  );
  expect(bytes).toBeGreaterThan(limits.htmlAndCss);
  expect(words).toBeLessThan(wordsAtOnce);
  expect(firstRoundTrip(`<head><style>${randomBytes(15_000).toString('hex')}</style></head>`).hasStyle).toBe(false);
});

// Less than a picture: what a thousand cells need to be sorted, filtered, compared and walked through.
const comparisonLimit = 6_144;

/** Bytes of the comparison's scripts in `folder`: the loader of `file`, what it loads on demand, and all their imports. */
function weighComparison(folder: string, file: string): number {
  const html = readFileSync(join(folder, file), 'utf8');
  const loaders = elementsOf(html, ({ tagName }) => tagName === 'script')
    .map((script) => attribute(script, 'src')?.slice(1) ?? '')
    .filter((src) => src !== '' && readFileSync(join(folder, src), 'utf8').includes('driver-compare'));
  expect(loaders).toHaveLength(1);
  const onDemand = loaders.flatMap((loader) =>
    [...readFileSync(join(folder, loader), 'utf8').matchAll(/\bimport\(\s*[`"']([^`"']+)[`"']/g)].map(([, name]) =>
      join(dirname(loader), String(name)),
    ),
  );
  expect(onDemand).not.toEqual([]);
  return withImports(folder, [...loaders, ...onDemand]).reduce(
    (sum, script) => sum + compressed(readFileSync(join(folder, script))),
    0,
  );
}

test('the comparison needs at most 6 kB of script with all that it loads', () => {
  expect(weighComparison(site.folder, 'drivers/index.html')).toBeLessThanOrEqual(comparisonLimit);
});

test('the budget of the comparison notices what it imports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'budget-'));
  try {
    writeFileSync(join(folder, 'page.html'), '<script type="module" src="/loader.js"></script>');
    writeFileSync(join(folder, 'loader.js'), "customElements.define('driver-compare', X); import(`./more.js`)");
    writeFileSync(join(folder, 'more.js'), 'import{a}from"./heavy.js"');
    writeFileSync(join(folder, 'heavy.js'), `export const a = '${randomBytes(4000).toString('hex')}'`);
    expect(weighComparison(folder, 'page.html')).toBeGreaterThan(4000);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the facts for advice on docker info are at most 15.6 kB, and none of it comes before a paste', () => {
  expect(compressed(site.text('data/advice.json'))).toBeLessThanOrEqual(15_600);
  const { script } = weigh(site.text('docker-info/index.html'), site.folder);
  expect(script).toBeLessThanOrEqual(3_150);
});

test('all drivers with all facts and sources are at most 50 kB of HTML', () => {
  expect(compressed(site.text('drivers/index.html'))).toBeLessThanOrEqual(50_000);
});

test('the weight of a page has its inline parts, its files, what they import, its fonts and other hosts', () => {
  const noise = (bytes: number): string => randomBytes(bytes).toString('hex');
  const script = site.files().find((file) => /^_astro\/.*\.js$/.test(file)) ?? '';
  const font = site.files().find((file) => file.endsWith('.woff2')) ?? '';
  const bad = `<title>Bad</title><style>@font-face{src:url(/${font})}</style><script>${noise(2000)}</script>
    <script type="module" src="/${script}"></script><img src="https://example.org/a.png" alt=""><p>${noise(20_000)}</p>`;
  const weight = weigh(bad, site.folder);
  expect(weight.htmlAndCss).toBeGreaterThan(limits.htmlAndCss);
  expect(weight.script).toBeGreaterThan(limits.script);
  expect(weight.fonts).toBe(readFileSync(join(site.folder, font)).length);
  expect(weight.foreign).toEqual(['https://example.org/a.png']);
});
