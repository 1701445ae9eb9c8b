import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBody } from '../../src/content-check/body.node.ts';
import { importBlog } from '../../src/octopress/blog.node.ts';
import type { ImportedBlog } from '../../src/octopress/blog.node.ts';
import { SourceTree } from '../../src/octopress/source-tree.node.ts';
import { difference, newWords, oldWords } from './octopress-words.ts';
import { sharedFile } from './shared-folder.ts';

const folder = sharedFile('inputs/octopress', 'the import of real blogs');
const blogs =
  folder === undefined
    ? []
    : readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));

const author = 'the theme shows a line about the author inside the article';
const label = 'a link stands for a frame or a script that showed something of another site';
const listing = `${author}, and the code that include_code names was left out of the inputs`;

/**
 * Pages whose words differ, by blog and new name: how many old words are missing, how many are new, and why. Pages that
 * were deployed before their source was last changed are left out of the comparison (`drifted`).
 */
const differences: Record<string, [missing: number, extra: number, why: string]> = {
  'gpg-key': [451, 0, listing],
  'blogging-with-octopress': [338, 10, listing],
  'connecting-to-wireless-from-the-command-line': [232, 0, listing],
  'debian-on-the-lenovo-thinkpad-yoga': [38, 0, author],
  'open-terminator-from-nautilus': [38, 0, author],
  'bitcoin-address-to-hash': [274, 0, listing],
  'protect-yourself-online': [38, 0, author],
  'verified-addresses': [967, 0, listing],
  'temporary-security-mirror': [543, 0, listing],
  'parameter-forwarding': [38, 0, author],
  singletons: [38, 0, author],
  'yaml-de-slash-serialization-with-boost-fusion': [41, 0, author],
  'placement-new': [44, 0, author],
  'screenshots-in-qubes': [43, 0, author],
  allocators: [38, 0, author],
  'aligned-heap': [38, 0, author],
  'google-test': [38, 0, author],
  'memory-blocks': [38, 0, author],
  'bitcoin-donation-proofs': [38, 0, author],
  'running-docker-in-qubes': [43, 0, author],
  'cryptography-using-openssl': [1478, 0, listing],
  'three-js-object-and-camera-position-tracking-in-real-time': [
    27,
    2,
    'the old article ends with a comment, and its pictures have captions',
  ],
  'vanilla-javascript-menu-from-json': [0, 3, label],
  'dynamic-namespace-objects-based-on-directory-structure-and-file-names': [220, 0, listing],
  'vertically-and-horizontally-center-with-twitter-bootstrap-responsive': [0, 3, label],
  'automatic-javascript-linting-fixes': [0, 2, label],
  'finally-got-jsdocs-working-with-node-app': [0, 6, label],
  'functional-data-structures': [2, 4, 'the old page shows the logarithm’s base without a gap'],
  'flow-cookbook-unpacking-json': [
    47,
    53,
    'kramdown took a footnote whose name has a blank for text where it stands; here it is a footnote at the end',
  ],
};

const drifted = /^docs|octopress-20-surfaces/;

const pages = blogs.flatMap((blog) => {
  const root = join(String(folder), blog);
  const rendered =
    blog === 'seed'
      ? ['rendered.html']
      : readdirSync(root).includes('rendered')
        ? readdirSync(join(root, 'rendered')).map((name) => `rendered/${name}`)
        : [];
  return rendered.map((file) => ({ blog, root, file }));
});

const first = new Map<string, ImportedBlog>();

/** What a blog becomes, made once for all tests of it. */
function importedOnce(blog: string): ImportedBlog {
  const result = first.get(blog) ?? imported(blog);
  first.set(blog, result);
  return result;
}

function imported(blog: string): ImportedBlog {
  const kind = blog === 'artsy-engineering' ? 'jekyll' : 'octopress';
  return importBlog(SourceTree.open(join(String(folder), blog)), {
    kind,
    origin: 'https://new.example',
    out: 'content/posts',
  });
}

const seedId = 'mind-the-storage-driver-for-ubuntu-cloud-images-on-azure';
const idOf = (file: string): string =>
  file === 'rendered.html'
    ? seedId
    : file
        .replace('rendered/', '')
        .replace('.html', '')
        .replace(/^\d+-\d+-\d+-/, '')
        .replace(/-index$/, '');

test('words in another order are a difference', () => {
  expect(difference(['a', 'b', 'c', 'd'], ['b', 'a', 'c', 'd'])).toEqual({ missing: ['a'], extra: ['a'] });
});

describe.skipIf(folder === undefined)('real Octopress blogs', () => {
  test.each(pages.filter(({ file }) => !drifted.test(idOf(file))))(
    '$blog: $file has the words that Octopress showed',
    async ({ blog, root, file }) => {
      const id = idOf(file);
      const found = importedOnce(blog).files.find(({ path }) => /([^/]+)\.mdx?$/.exec(path)?.[1] === id);
      expect(found).toBeDefined();
      const fresh = await newWords(String(found?.bytes), found?.path.endsWith('x') === true ? 'mdx' : 'md');
      const { missing, extra } = difference(oldWords(readFileSync(join(root, file), 'utf8')), fresh);
      const [fewer, more] = differences[id] ?? [0, 0];
      expect({ missing: missing.length, extra: extra.length }, `${missing.join(' ')} / ${extra.join(' ')}`).toEqual({
        missing: fewer,
        extra: more,
      });
    },
  );

  test.each(blogs)('%s: every file can be read by this site, and a second import gives the same bytes', (blog) => {
    const result = importedOnce(blog);
    for (const { path, bytes } of result.files) {
      if (!/\.mdx?$/.test(path)) continue;
      const text = bytes.toString();
      expect(readBody(text, text.indexOf('\n---\n', 4) + 5, path.endsWith('x') ? 'mdx' : 'md').issues, path).toEqual(
        [],
      );
    }
    const second = imported(blog);
    expect(second.files.map(({ path, bytes }) => `${path} ${bytes.toString('base64')}`)).toEqual(
      result.files.map(({ path, bytes }) => `${path} ${bytes.toString('base64')}`),
    );
    expect(result.lines.filter(({ became }) => became.includes('the importer failed'))).toEqual([]);
  });
});
