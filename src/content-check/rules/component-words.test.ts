import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { components } from '../../content.rules.node.ts';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test('an attribute that a component does not read is named with what was meant, and one that it needs', () =>
  expectProblems(
    {
      'content/posts/a.mdx': post(`‸<Compare drivers="docker-aufs" asof="1.0" />

‸<Figure src="/icon.svg" alternative="A">Words</Figure>

‸<Figure alt="A">Words</Figure>

‸<Quote of="a book">Words</Quote>

A film: ‸<Still href="https://example.com/film" />

‸<Quote autor="A person">Words</Quote>
`),
    },
    'component-words  `<Compare>` reads no `asof`. Write `asOf`.',
    'component-words  `<Figure>` reads no `alternative`. Write `alt`.',
    'component-words  `<Figure>` lacks its `src`. Write `src="…"`.',
    'component-words  `<Quote>` reads no `of`. Write `author`, `title` or `href`.',
    'component-words  `<Still>` lacks its `label`. Write `label="…"`.',
    'component-words  `<Quote>` reads no `autor`. Write `author`.',
  ));

test('components that the file imports or that take what code gives them are left alone', () =>
  expectProblems({
    'content/posts/a.mdx': post(`import Chart from 'charts';
export const film = { href: 'https://example.com/film', label: 'A film' };

<Chart any="thing" />

<Still {...film} />
`),
  }));

test('what a component is said to read is what its own file declares', async () => {
  for (const [name, { reads, needs = [] }] of Object.entries(components)) {
    const file = name === 'Compare' ? 'src/pages/_Compare.astro' : `src/posts/${name}.astro`;
    const [, declared = ''] = /interface Props \{\n(.*?)\n\}/s.exec(await readFile(file, 'utf8')) ?? [];
    for (const attribute of reads) expect(declared).toMatch(new RegExp(`^  ${attribute}\\??: `, 'm'));
    expect(needs).toEqual(
      reads.filter((attribute) => declared.includes(`  ${attribute}: `)).filter((it) => it !== 'drivers'),
    );
  }
});
