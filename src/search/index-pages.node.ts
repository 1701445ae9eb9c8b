import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { createIndex } from 'pagefind';
import type { IndexFile, NewFileResponse, PagefindIndex } from 'pagefind';
import { parsePage } from '../site/built-pages.node.ts';
import { readPage } from './remarks.node.ts';
import type { ReadPage } from './remarks.node.ts';
import type { ResultKind } from './marks.ts';
import { wordsElsewhere } from './elsewhere.ts';
import { tells } from './query.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** A built page: its path without the site's base, such as `/posts/x/`, and its whole HTML. */
export interface BuiltPage {
  url: string;
  readonly html: string;
  /** What is to be found in it, if it was read before. */
  read?: ReadPage;
}

/** The files to publish under `pagefind/`, and what is in them. */
export interface SearchIndex {
  files: IndexFile[];
  pages: number;
  remarks: number;
}

/**
 * Letters of words beside those of the alphabet, so that `/dev/mapper`, `--storage-opt` and `driver_overlay2` are found
 * as they are written. Pagefind finds their parts too. The full stop is not among them: with it, `device.` at the end
 * of a sentence and `device` are different words.
 */
const includeCharacters = '/-_';

/** Past so many words of the site, the rest are too rare to be meant by a misspelt one. */
const mostWords = 5000;

/**
 * How many places of words one part of the index holds, a quarter of what Pagefind puts into it by itself: a search fetches
 * a whole part for each word, so two words cost 20 kB instead of 60. Pagefind takes it from this variable alone; without
 * it searches find the same and cost more.
 */
const partSize = { variable: 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE', places: '5000' };

/** What the browser is told first: the languages of an index, and the names of those with older pages. */
const entryFile = 'pagefind-entry.json';

/** What the browser needs of all that Pagefind writes; its own boxes, 380 kB, are not used here. */
const scripts = new Set(['pagefind.js', entryFile]);

/**
 * Pagefind hides a part of the index that could not be fetched, and a reader whose connection broke off would be told
 * that nothing was found. Without this end of the line the search fails, and the box says that it did.
 */
const quietFailure = /("load_index_chunk"\)\))\.catch\(\(\)=>\{\}\)/;

/**
 * For a word Pagefind fetches the part of the index that the word itself belongs to, and misses longer ones that begin
 * like it but lie in the next part: `overlayfs` for `overlay`. Unless a text is in quotes, or its own part is enough for
 * whoever asks, it is made to fetch the part with the last of them too, and no letter comes after U+FFFF.
 */
const ownPartOnly = 'request_indexes(ptr,term)';
const longerWordsToo = String.raw`request_indexes(ptr,exact_search||options2.ownPart?term:term.replace(/\S+/g,"$& $&\uffff"))`;

/**
 * Pagefind packs its program with gzip and unpacks it by script. As plain WebAssembly a host sends it by brotli, in 51 kB
 * instead of 60, as it sends all scripts.
 */
const program = {
  ending: '}.pagefind`',
  unpacking: 'this.decompress(new Uint8Array(compressed_wasm),"Pagefind WebAssembly")',
};
/** Stands before the program that was packed. */
const signature = 'pagefind_dcd';

/**
 * The index of all pages that have a `data-pagefind-body`, and of the remarks under any page, and `words.json`: the
 * words of the pages, the most frequent first, for whoever misspelt one, and at last those that are not misspelt either.
 * All of it is one index in `language`, a BCP 47 tag, because Pagefind would hide pages in other languages. `older` are the
 * names of indexes of the same site that a search looks through as well.
 * Throws if no page can be searched, or if one of them does not arrive in the index.
 */
export async function buildSearchIndex(
  pages: AsyncIterable<BuiltPage> | Iterable<BuiltPage>,
  language: string,
  older: readonly string[] = [],
): Promise<SearchIndex> {
  const index = await newIndex(language);
  try {
    const count = { pages: 0, remarks: 0 };
    const pagesOf = new Map<string, number>();
    for await (const page of pages) {
      const { url, read = readPage(parsePage(page.html)) } = page;
      const { digest, words: own, heading, remarks } = read;
      if (digest !== '') {
        check(url, await index.addHTMLFile({ url, content: mainOf(page.html) }));
        count.pages += 1;
      }
      for (const word of own.match(/\S+/g)?.filter(tells) ?? []) pagesOf.set(word, (pagesOf.get(word) ?? 0) + 1);
      for (const { anchor, text } of remarks) {
        const kind: ResultKind = 'discussion';
        const record = {
          url: `${url}#${anchor}`,
          content: text,
          language,
          meta: { title: filled(words.discussionOf, { title: heading }), kind },
          filters: { kind: [kind] },
        };
        check(record.url, await index.addCustomRecord(record));
        count.remarks += 1;
      }
    }
    if (count.pages === 0) {
      throw new Error(
        'The search index would be empty: no page has an element with searchMarks(). Spread them on the element that holds the text.',
      );
    }
    const { files, errors } = await index.getFiles();
    if (errors.length > 0) throw new Error(`Pagefind could not write the search index: ${errors.join('; ')}`);
    const frequent = [...pagesOf].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, mostWords);
    const list = bytes([...new Set([...frequent.map(([word]) => word), ...wordsElsewhere])]);
    return {
      files: [...(await needed(files, count.pages + count.remarks, older)), { path: 'words.json', content: list }],
      ...count,
    };
  } finally {
    await index.deleteIndex();
  }
}

/** Blocks after which Pagefind would join the last word and the next one: it ends sentences after `div` and its like only. */
const joinedBlocks = /(?<=<\/?)(?:caption|dd|dt|figcaption|summary|th)\b/g;

/** The part of a page that holds all that is marked for the search: half of its bytes are head, header and footer. */
function mainOf(html: string): string {
  return `<html>${(/<main\b[^]*<\/main>/.exec(html)?.[0] ?? html).replaceAll(joinedBlocks, 'div')}`;
}

async function newIndex(language: string): Promise<PagefindIndex> {
  process.env[partSize.variable] = partSize.places;
  const { index, errors } = await createIndex({ includeCharacters, forceLanguage: language });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  return index;
}

function check(url: string, { errors }: NewFileResponse): void {
  if (errors.length > 0) throw new Error(`Pagefind could not read ${url}: ${errors.join('; ')}`);
}

interface Entry {
  languages: Record<string, { page_count: number; wasm: string | null }>;
}

async function needed(files: IndexFile[], expected: number, older: readonly string[]): Promise<IndexFile[]> {
  const entry = JSON.parse(new TextDecoder().decode(files.find(({ path }) => path === entryFile)?.content)) as Entry;
  const { languages } = entry;
  const found = Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0);
  if (found !== expected) {
    throw new Error(
      `The search index holds ${found} of ${expected} pages and remarks. Look for pages without a word in their body, or with the same address.`,
    );
  }
  const wasm = new Set(Object.values(languages).map((one) => `wasm.${one.wasm ?? 'unknown'}.pagefind`));
  const wanted = files.filter(
    ({ path }) => scripts.has(path) || wasm.has(path) || /\.pf_(meta|fragment|index|filter)$/.test(path),
  );
  return Promise.all(
    wanted.map(async (file) => {
      if (file.path.endsWith('.js')) return adapted(file);
      if (file.path === entryFile && older.length > 0) return { ...file, content: bytes({ ...entry, older }) };
      return wasm.has(file.path) ? unpacked(file) : file;
    }),
  );
}

/** A value as the bytes of its JSON. */
function bytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** Lets `page-finder.ts` ask for files before this script does. */
const ownFetch = 'await fetch(queued.input)';
const sharedFetch = 'await(globalThis.fetchForPagefind??fetch)(queued.input)';

/** All that Pagefind's script exports, and the part that we use: without what only the others need it is a sixth smaller. */
const exported = { all: /export\{[\w,]+\};\s*$/, used: 'export{createInstance};' };

/** What we use of Pagefind's script, which fails loudly and loads its program as it is. */
async function adapted({ path, content }: IndexFile): Promise<IndexFile> {
  const script = new TextDecoder().decode(content);
  if (!quietFailure.test(script)) {
    throw new Error(`${path} no longer hides failed requests as this build expects. Look at adapted() anew.`);
  }
  if (!script.includes(program.ending) || !script.includes(program.unpacking)) {
    throw new Error(`${path} no longer loads its program as this build expects. Look at adapted() anew.`);
  }
  if (!script.includes(`backend.${ownPartOnly}`)) {
    throw new Error(`${path} no longer fetches parts of the index as this build expects. Look at adapted() anew.`);
  }
  if (!exported.all.test(script)) {
    throw new Error(`${path} no longer ends as this build expects. Look at adapted() anew.`);
  }
  if (!script.includes(ownFetch)) {
    throw new Error(`${path} no longer fetches as this build expects. Look at adapted() anew.`);
  }
  const changed = script
    .replace(ownFetch, sharedFetch)
    .replace(quietFailure, '$1')
    .replace(`backend.${ownPartOnly}`, () => `backend.${longerWordsToo}`)
    .replace(program.ending, '}.wasm`')
    .replace(program.unpacking, 'compressed_wasm')
    .replace(exported.all, exported.used);
  const { outputFiles } = await build({
    stdin: { contents: changed },
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
  });
  return { path, content: outputFiles[0]?.contents ?? content };
}

/** Pagefind's program as plain WebAssembly. */
function unpacked({ path, content }: IndexFile): IndexFile {
  const packed = gunzipSync(content);
  if (packed.toString('latin1', 0, signature.length) !== signature) {
    throw new Error(`${path} is not packed as this build expects. Look at unpacked() anew.`);
  }
  return { path: path.replace(/\.pagefind$/, '.wasm'), content: new Uint8Array(packed.subarray(signature.length)) };
}
