import type { Root } from 'mdast';
import { unified } from 'unified';
import remarkParse from 'remark-parse';
import { VFile } from 'vfile';
import { afterEach, expect, test } from 'vitest';
import { forgetTrees, keepTree, takeTree } from './parsed-texts.node.ts';

afterEach(forgetTrees);

const parser = unified().use(remarkParse).use(takeTree).freeze();
const kept = parser.parse('another *tree*');

function parse(value: string, path = 'a.md'): Root {
  return parser.parse(new VFile({ value, path }));
}

test('a text that was parsed before has the same tree, without places', () => {
  keepTree('some words', kept);
  const [paragraph] = parse('some words').children;
  expect(paragraph).toEqual({
    type: 'paragraph',
    children: [
      { type: 'text', value: 'another ' },
      { type: 'emphasis', children: [{ type: 'text', value: 'tree' }] },
    ],
  });
});

test('a tree is used once, since whoever gets it changes it', () => {
  keepTree('some words', kept);
  expect(parse('some words')).not.toEqual(parse('some words'));
});

test('MDX with the same text is read as MDX', () => {
  keepTree('some words', kept);
  expect(parse('some words', 'a.mdx').children).toHaveLength(1);
  expect(parse('some words', 'a.mdx').children[0]).toMatchObject({ children: [{ value: 'some words' }] });
});
