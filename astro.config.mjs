import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { fileURLToPath } from 'node:url';
import { fail } from './scripts/fail.ts';
import { contentCheck } from './src/content-check/integration.node.ts';
import { freshStore } from './src/content-check/fresh-store.node.ts';
import { ofBuiltPages } from './src/content.built.node.ts';
import { checkChanges } from './src/content.check.node.ts';
import { knownLines, readCatalogue } from './src/errors/known-lines.node.ts';
import { keptMdx } from './src/markdown/kept-mdx.node.ts';
import { picturesDigest } from './src/markdown/picture-file.node.ts';
import { markdownProcessor } from './src/markdown/pipeline.node.ts';
import { askedAtOnce } from './src/site/asked-at-once.node.ts';
import { baseNotice } from './src/site/base-notice.node.ts';
import { withoutEnd } from './src/site/build-end.node.ts';
import { folderFault } from './src/site/folder-name.ts';
import { historyNotice } from './src/site/last-changes.node.ts';
import { madeByBuilds } from './src/site/made-by-builds.node.ts';
import { shardedBuild } from './src/site/sharded-build.node.ts';
import { unfinishedBuild } from './src/site/unfinished-build.node.ts';
import { site } from './src/site.config.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const fault = folderFault(root);
if (fault !== undefined) fail(fault); // An error thrown here would come with a stack, and be tried twice.
const catalogue = await readCatalogue(root);
const shownInTexts = JSON.stringify([catalogue, await picturesDigest(root)]);
const keptTexts = keptMdx(root, shownInTexts);

const { ofEach, ofAll } = ofBuiltPages(root);

export default defineConfig({
  ...(URL.canParse(site.origin) && { site: site.origin }), // the content check says what is wrong with another one
  base: site.base,
  trailingSlash: 'always',
  cacheDir: '.cache/astro',
  integrations: [
    contentCheck({ check: checkChanges, root }),
    freshStore(root, shownInTexts),
    unfinishedBuild(root),
    historyNotice(root),
    baseNotice(root),
    shardedBuild(site.base, process.env),
    mdx(),
    keptTexts.integration,
    ...withoutEnd([...ofEach, ...ofAll], process.env),
  ],
  markdown: {
    processor: keptTexts.keep(markdownProcessor({ base: site.base, root, findKnown: knownLines(catalogue) })),
    syntaxHighlight: false,
  },
  compressHTML: true, // the default follows JSX, in which a line break between two words joins them
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  experimental: { incrementalBuild: true },
  // Astro marks the modules of MDX in a way that Vite warns about, once a file; nobody can do anything about it.
  vite: {
    plugins: [askedAtOnce()],
    server: { watch: { ignored: madeByBuilds(root) } },
    worker: { format: 'es' }, // so that a worker can load more when it needs it
    build: {
      // What Safari, on a phone too, and Firefox call by another name is there under both. Older ones lack light-dark().
      cssTarget: ['safari17.5', 'ios17.5', 'firefox120', 'chrome123'],
      rolldownOptions: {
        // Each script gets the words that it uses, of all those of src/site/words.ts, and no more.
        optimization: { inlineConst: { mode: 'all' } },
        // Two small files that most widgets load together: apart, each would cost the comparison a request and a frame.
        output: { codeSplitting: { groups: [{ name: 'releases', test: /drivers\/(?:release-at|version)\.ts$/ }] } },
        onLog(level, log, handle) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  },
});
