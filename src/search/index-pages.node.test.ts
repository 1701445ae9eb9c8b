import { expect, test } from 'vitest';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { buildSearchIndex } from './index-pages.node.ts';
import { searchMarks } from './marks.ts';

const marks = Object.entries(searchMarks({ kind: 'article', tags: ['a, b'], date: new Date('2014-07-24') }))
  .map(([name, value]) => `${name}="${value}"`)
  .join(' ');

function page(url: string, body: string, after = '', attributes = marks) {
  const html = `<html lang="en-GB"><body><nav>menu</nav><article ${attributes}><h1 id="top">Mind it</h1>${body}</article>${after}</body></html>`;
  return { url, html };
}

interface Fragment {
  url: string;
  content: string;
  filters: Record<string, string[]>;
  meta: Record<string, string>;
  anchors: { id: string; text: string }[];
}

async function fragmentsOf(pages: { url: string; html: string }[]): Promise<Fragment[]> {
  const { files } = await buildSearchIndex(pages, 'en');
  return files
    .filter(({ path }) => path.endsWith('.pf_fragment'))
    .map(
      ({ content }) =>
        JSON.parse(
          gunzipSync(content)
            .toString()
            .replace(/^pagefind_dcd/, ''),
        ) as Fragment,
    )
    .toSorted((a, b) => a.url.localeCompare(b.url));
}

test('the body of a page, its kind, tags, year and headings are in the index, and nothing around the body', async () => {
  const [found, ...others] = await fragmentsOf([page('/posts/x/', '<p>Word.</p><h2 id="sub">Part</h2><p>More.</p>')]);
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    url: '/posts/x/',
    filters: { kind: ['article'], tag: ['a, b'], year: ['2014'] },
    meta: { title: 'Mind it', kind: 'article' },
  });
  expect(found?.content).toBe('Mind it. Word. Part. More.');
  expect(found?.anchors.map(({ id }) => id)).toEqual(['top', 'sub']);
});

test('captions, terms and the heads of tables end before the words that follow them', async () => {
  const [found] = await fragmentsOf([
    page(
      '/a/',
      '<figure><figcaption>Log, shortened</figcaption><pre>error: one\n</pre></figure><table><caption>All</caption><thead><tr><th>Kind</th><th>Use</th></tr></thead><tbody><tr><td>a</td></tr></tbody></table><dl><dt>Term</dt><dd>What</dd></dl><details><summary>More</summary>of it</details>',
    ),
  ]);
  expect(found?.content).toBe('Mind it. Log, shortened. error: one All. Kind. Use. a. Term. What. More. of it.');
});

test('a page without marks is not in the index', async () => {
  const plain = { url: '/', html: '<html lang="en"><body><main><h1>Home</h1></main></body></html>' };
  const found = await fragmentsOf([plain, page('/a/', '<p>Word</p>')]);
  expect(found.map(({ url }) => url)).toEqual(['/a/']);
});

test('remarks under a page are results of their own, also in the folded part of a long thread; hidden ones are not', async () => {
  const thread = `<section id="discussion">
    <article id="comment-1"><p>who</p><div data-remark="comment-1"><p>First</p><p>thing &amp; &lt;b&gt;</p></div></article>
    <article id="comment-2"><details><div>Spam</div></details></article>
    <details><article id="comment-3"><div data-remark="comment-3">Late</div></article></details></section>`;
  const [, remark, ...others] = await fragmentsOf([page('/a/', '<p>Word</p>', thread)]);
  expect(others.map(({ url }) => url)).toEqual(['/a/#comment-3']);
  expect(remark).toMatchObject({
    url: '/a/#comment-1',
    content: 'First thing & <b>',
    filters: { kind: ['discussion'] },
    meta: { title: 'Mind it – discussion', kind: 'discussion' },
  });
});

test('pages in other languages are in the same index', async () => {
  const other = page('/b/', '<p>Wort</p>');
  other.html = other.html.replace('en-GB', 'de');
  const { files } = await buildSearchIndex([page('/a/', '<p>Word</p>'), other], 'en');
  expect(files.filter(({ path }) => path.endsWith('.pf_meta'))).toHaveLength(1);
});

test('only files that the browser needs are given', async () => {
  const { files } = await buildSearchIndex([page('/a/', '<p>Word</p>')], 'en');
  const names = files.map(({ path }) => path.replace(/_[\da-f]+\./, '.')).toSorted();
  expect(names).toEqual([
    'filter/en.pf_filter',
    'filter/en.pf_filter',
    'filter/en.pf_filter',
    'fragment/en.pf_fragment',
    'index/en.pf_index',
    'pagefind-entry.json',
    'pagefind.en.pf_meta',
    'pagefind.js',
    'wasm.en.wasm',
    'words.json',
  ]);
});

test.each([
  ['no page at all', []],
  ['no page with marks', [page('/a/', '<p>Word</p>', '', '')]],
])('%s stops the build', async (_name, pages) => {
  await expect(buildSearchIndex(pages, 'en')).rejects.toThrow('The search index would be empty');
});

test('a page that does not arrive in the index stops the build', async () => {
  const twice = [page('/a/', '<p>Word</p>'), page('/a/', '<p>Word</p>')];
  await expect(buildSearchIndex(twice, 'en')).rejects.toThrow('The search index holds 1 of 2 pages and remarks.');
});

test('a part of the index that cannot be fetched fails the search instead of finding nothing', async () => {
  const { files } = await buildSearchIndex([page('/a/', '<p>Word</p>')], 'en');
  const scripts = files
    .filter(({ path }) => path.endsWith('.js'))
    .map(({ content }) => new TextDecoder().decode(content));
  expect(scripts).toHaveLength(1);
  for (const script of scripts) expect(script).toMatch(/"load_index_chunk"\)\)\}/);
});

test('of its script a browser loads what the search uses, in short', async () => {
  const { files } = await buildSearchIndex([page('/a/', '<p>Word</p>')], 'en');
  const script = new TextDecoder().decode(files.find(({ path }) => path === 'pagefind.js')?.content);
  expect(script).toMatch(/export\{\w+ as createInstance\};\n$/);
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(10_500); // 12,100 as it comes
});

test('the index comes in small parts, so that a word costs little', async () => {
  const words = Array.from({ length: 12_000 }, (_, number) => `w${number.toString(36)}`).join(' ');
  const { files } = await buildSearchIndex([page('/a/', `<p>${words}</p>`)], 'en');
  expect(files.filter(({ path }) => path.endsWith('.pf_index')).length).toBeGreaterThan(2);
});

test('for a word the part with the last of the longer ones is fetched too, unless it is in quotes or its own is enough', async () => {
  const { files } = await buildSearchIndex([page('/a/', '<p>Word</p>')], 'en');
  const script = new TextDecoder().decode(files.find(({ path }) => path === 'pagefind.js')?.content);
  expect(script).toMatch(
    /async search\(\w+,(\w+)=\{\}\)\{\1=\{verbose[^]+request_indexes\(\w+,\w+\|\|\1\.ownPart\?(\w+):\2\.replace\(\/\\S\+\/g,"\$& \$&\\uFFFF"\)\)/,
  );
});

test('the program is plain WebAssembly, and the script loads it under its name', async () => {
  const { files } = await buildSearchIndex([page('/a/', '<p>Word</p>')], 'en');
  const program = files.find(({ path }) => path.endsWith('.wasm'));
  expect(WebAssembly.validate(new Uint8Array(program?.content ?? []))).toBe(true);
  const script = new TextDecoder().decode(files.find(({ path }) => path === 'pagefind.js')?.content);
  expect(script).toMatch(/wasm\.\$\{\w+\}\.wasm`/);
  expect(script).not.toContain('.pagefind`');
});

test('what people ask is in the index beside the text, and its words are among those of the pages', async () => {
  const asking = 'data-pagefind-body data-pagefind-meta="asked[data-asked]" data-asked="shrink it"';
  const asked = [page('/a/', '<p>Pool.</p>', '', asking)];
  const [found] = await fragmentsOf(asked);
  expect(found?.meta['asked']).toBe('shrink it');
  expect(found?.content).not.toContain('shrink');
  const { files } = await buildSearchIndex(asked, 'en');
  const list = files.find(({ path }) => path === 'words.json');
  expect(JSON.parse(new TextDecoder().decode(list?.content))).toContain('shrink');
});

test('the words of the pages are published, those of most pages first, without code blocks and short words', async () => {
  const { files } = await buildSearchIndex(
    [page('/a/', '<p>A pool, the <code>overlay2</code>.</p><pre>dmsetup</pre>'), page('/b/', '<p>Pool and mind.</p>')],
    'en',
  );
  const list = files.find(({ path }) => path === 'words.json');
  const words = JSON.parse(new TextDecoder().decode(list?.content)) as string[];
  expect(words.slice(0, 3)).toEqual(['mind', 'pool', 'overlay2']);
  // What is no word of these pages, but is not misspelt.
  expect(words).toContain('qnap');
});
