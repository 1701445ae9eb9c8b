import { expect, test } from 'vitest';
import { withSite } from '../tests/fixtures/content-tree.ts';
import { formatProblem } from './content-check/problem.ts';
import { checkContent } from './content.check.node.ts';

test('links of header and footer are held to the same pages and anchors', async () => {
  const config = `export const site = {\n  navigation: [\n    { label: 'Drivers', href: '/driver/' },\n    { label: 'Find', href: '/docs/find/#ask' },\n    { label: 'Story', href: '/posts/frist/' },\n  ],\n  footer: [{ label: 'About', href: '/abuot/' }],\n};\n`;
  const navigation = [
    { label: 'Drivers', href: '/driver/' },
    { label: 'Find', href: '/docs/find/#ask' },
    { label: 'Story', href: '/posts/frist/' },
  ];
  const { problems } = await withSite({ 'src/site.config.ts': config }, (root) =>
    checkContent(root, {
      origin: 'https://site.example',
      base: '/',
      navigation,
      footer: [{ label: 'About', href: '/abuot/' }],
      repository: 'owner/name',
    }),
  );
  expect(problems.map(formatProblem)).toEqual([
    'src/site.config.ts:3:32  broken-link  `/driver/` leads to no page. Write `/drivers/`.',
    'src/site.config.ts:4:40  broken-anchor  `/docs/find/` has no heading `#ask`. Write `/docs/find/#ask-it`.',
    'src/site.config.ts:5:37  unknown-post  There is no article `frist`. Write `first`.',
    expect.stringMatching(/^src\/site\.config\.ts:7:37 {2}broken-link {2}`\/abuot\/` leads to no page\./),
  ]);
});
