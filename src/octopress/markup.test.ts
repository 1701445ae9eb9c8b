import { expect, test } from 'vitest';
import { attributes, escapeHtml, escapeMarkdown, inlineCode, link, linkAddress, resolveEntities } from './markup.ts';

test('text of HTML and JSX holds no sign of either', () => {
  expect(escapeHtml('a < {b} & "c">')).toBe('a &lt; &#123;b&#125; &amp; &quot;c&quot;&gt;');
});

test('attributes without value are left out, and values stand on one line', () => {
  expect(attributes({ href: '/a', title: undefined, alt: 'a\n  "b"' })).toBe(' href="/a" alt="a &quot;b&quot;"');
});

test('plain words are no Markdown', () => {
  expect(escapeMarkdown('*a* _b_ [c](d) `e` <f> {g} &amp; AT&T')).toBe(
    '\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\<f> \\{g} &amp;amp; AT&T',
  );
});

test('an address in a link ends at no sign of its own', () => {
  expect(link('a]', '/x (y) <z>')).toBe('[a\\]](/x%20%28y%29%20%3Cz%3E)');
  expect(linkAddress('/a\\b"')).toBe('/a%5Cb%22');
});

test.each([
  ['a', '`a`'],
  ['a `b`', '`` a `b` ``'],
  ['a\n  b', '`a b`'],
])('code %j in a line is %j', (code, markdown) => {
  expect(inlineCode(code)).toBe(markdown);
});

test.each([
  ['Tom &amp; Jerry &#8217;s &#x2014; &hellip;', 'Tom & Jerry ’s — …'],
  ['&nope; &#0; &#xD800;', '&nope; &#0; &#xD800;'],
  ['&amp;lt;', '&lt;'],
])('%j reads %j', (text, plain) => {
  expect(resolveEntities(text)).toBe(plain);
});
