import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { components } from '../../content.rules.node.ts';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

const mdx = 'content/posts/a.mdx';

test('a word in braces that nothing has is named at the word', () =>
  expectProblems(
    { [mdx]: post('Write {‸name} here.\n\n{‸shop.items.length}\n\n{`${‸host}`} {{ ‸site }}\n') },
    ...['name', 'shop', 'host', 'site'].map(
      (name) =>
        `unknown-code  Braces hold code in MDX, and nothing is called \`${name}\` here. If it is text, write \`\\{\` for the brace, or put the whole into backticks.`,
    ),
  ));

test('a component that nobody imported is named, with the one that was meant', () =>
  expectProblems(
    { [mdx]: post('‸<Compair drivers="docker-aufs" />\n\nA ‸<Tabs.Item>b</Tabs.Item> and {1 && <‸Chart />}.\n') },
    'unknown-code  There is no component `Compair`. Write `<Compare>`.',
    'unknown-code  There is no component `Tabs`. Import it, or take `Compare`, `Figure`, `Pulled`, `Quote` or `Still`. If it is text, write `\\<Tabs>`.',
    'unknown-code  There is no component `Chart`. Import it, or take `Compare`, `Figure`, `Pulled`, `Quote` or `Still`. If it is text, write `\\<Chart>`.',
  ));

test('what the file makes or imports is known, and what JavaScript, MDX and Astro bring', () =>
  expectProblems({
    [mdx]: post(`import Chart, { axis as side } from 'charts';
import * as all from 'charts';
export const sizes = [1, 2], { wide, of: [tall = 3], ...rest } = {};
export function half(size) { try { return size / 2; } catch (error) { return error; } }

<Chart sizes={sizes.map((size, index) => ({ size, index }))} {...rest} />

{side} {all.x} {half(wide)} {tall} {Math.max(...sizes)} {props.a} {frontmatter.title} {undefined} {/* a comment */}

<ul>{sizes.map(({ name, ...more }) => <li key={name} {...more}><Chart>{name}</Chart></li>)}</ul>
`),
  }));

test('a component in Markdown is named, since nothing is made of it, and one in code is not', () =>
  expectProblems(
    { 'content/posts/a.md': post('‸<Compare drivers="docker-aufs" />\n\n`<Compare />` <BR> <Unknown>\n') },
    'unknown-code  `<Compare>` works in MDX only, and this file is Markdown. Give the file the ending `.mdx`.',
  ));

test('the components that need no import are those that pages hand over', async () => {
  const text = await readFile('src/pages/_components.ts', 'utf8');
  expect(text).toContain(`export const components = { ${Object.keys(components).join(', ')} };`);
});
