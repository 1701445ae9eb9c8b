import { test } from 'vitest';
import { distribution, driver, engine, event, expectProblems, fact } from '../../../tests/fixtures/content-tree.ts';

const aufs = 'content/drivers/docker-aufs.yaml';

function from(source: string): string {
  const facts = fact('copy_up', 'file') + fact('max_layers', '125');
  return driver('aufs', facts.replace('https://example.org/copy_up', source));
}

test.each([
  'https://example.org',
  'https://example.org/',
  'http://example.org/index.html',
  'https://github.com/moby',
  'https://github.com/moby/moby',
  'https://gitlab.com/owner/name/',
])('the front door %s is named', (source) =>
  expectProblems(
    { [aufs]: from(`‸${source}`) },
    `home-page-source  \`${source}\` is a home page. Write the address of the very page, or of a file at a tag or commit.`,
  ),
);

test.each([
  'https://example.org/page',
  'https://example.org/page/index.html',
  'https://example.org/?page=3',
  'https://github.com/moby/moby/releases',
  'https://github.com/moby/moby/blob/v1.0.0/README.md',
])('%s is a page', (source) => expectProblems({ [aufs]: from(source) }));

test('the front door is no source of an event or a distribution either', () => {
  const words =
    'home-page-source  `https://example.org/` is a home page. Write the address of the very page, or of a file at a tag or commit.';
  return expectProblems(
    {
      'content/distributions.yaml': distribution({ source: '‸https://example.org/' }),
      'content/engines/docker.yaml': engine(event({ source: '‸https://example.org/' })),
    },
    words,
    words,
  );
});
