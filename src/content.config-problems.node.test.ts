import { expect, test } from 'vitest';
import { withSite } from '../tests/fixtures/content-tree.ts';
import { formatProblem } from './content-check/problem.ts';
import { checkContent } from './content.check.node.ts';

test('what would make a broken site is named where it stands in the configuration, before anything is built', async () => {
  const config = `export interface SiteConfig { base: string }\nexport const site: SiteConfig = {\n  origin: 'https://me.github.io/notes',\n  "base": '/notes',\n  author: { name: 'Me', url: "me.example" },\n};\n`;
  const { problems } = await withSite({ 'src/site.config.ts': config }, (root) =>
    checkContent(root, {
      origin: 'https://me.github.io/notes',
      base: '/notes',
      author: { name: 'Me', url: 'me.example' },
      navigation: [],
      footer: [],
      repository: 'owner/name',
    }),
  );
  expect(problems.map(formatProblem)).toEqual([
    'src/site.config.ts:3:11  site-config  `https://me.github.io/notes` is no scheme and host alone. Write `https://me.github.io`; the path `/notes/` is the `base`.',
    'src/site.config.ts:4:11  site-config  `/notes` is no path with both slashes. Write `/notes/`.',
    expect.stringMatching(/^src\/site\.config\.ts:5:30 {2}site-config {2}`me\.example` is no address/),
  ]);
});
