import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { baseLinks } from './base-links.node.ts';

const processor = unified()
  .use(rehypeParse, { fragment: true })
  .use(baseLinks, { base: '/docs/' })
  .use(rehypeStringify);

test.each([
  ['<a href="/drivers/">x</a>', '<a href="/docs/drivers/">x</a>'],
  ['<img src="/a.png" alt="">', '<img src="/docs/a.png" alt="">'],
  ['<video src="/a.mp4" poster="/a.png"></video>', '<video src="/docs/a.mp4" poster="/docs/a.png"></video>'],
  ['<a href="//example.org/">x</a>', '<a href="//example.org/">x</a>'],
  ['<a href="https://example.org/a">x</a>', '<a href="https://example.org/a">x</a>'],
  ['<a href="#here">x</a>', '<a href="#here">x</a>'],
])('%s becomes %s', (html, expected) => {
  expect(String(processor.processSync(html))).toBe(expected);
});

test('an address that an author wrote as JSX gets the base too', () => {
  const link = {
    type: 'mdxJsxTextElement',
    name: 'a',
    attributes: [
      { type: 'mdxJsxAttribute', name: 'href', value: '/drivers/' },
      { type: 'mdxJsxAttribute', name: 'title', value: '/drivers/' },
    ],
    children: [],
  };
  baseLinks({ base: '/docs/' })({ type: 'root', children: [link as never] });
  expect(link.attributes.map(({ value }) => value)).toEqual(['/docs/drivers/', '/drivers/']);
});
