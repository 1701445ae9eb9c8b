import { expect, test } from 'vitest';
import { limitNesting } from './nesting.ts';

test.each([
  '<p>one</p><p>two<br>three</p>',
  '<p title="a > b </p>">x</p>',
  "<p title='\"'>x</p>",
  '<!-- <p> --><p>x</p>',
  '<ul><li>one<li>two</li></ul>',
  'a < b and 1 <2',
])('HTML that is nested as it should be stays as it is: %s', (html) => {
  expect(limitNesting(html, 3)).toEqual({ html, cut: false });
});

test('tags beyond the depth go, their text and what follows stay', () => {
  expect(limitNesting('<div><div><div><b>deep</b></div></div></div><p>after</p>', 2)).toEqual({
    html: '<div><div>deep</div></div><p>after</p>',
    cut: true,
  });
});

test('what is left open is closed, the last begun first', () => {
  expect(limitNesting('<table><tr><td><b>open', 9).html).toBe('<table><tr><td><b>open</b></td></tr></table>');
});

test('an end tag that ends nothing goes', () => {
  expect(limitNesting('</div></article>text', 9).html).toBe('text');
});

test('an end tag ends what was begun inside it', () => {
  expect(limitNesting('<p><b>x</p>y', 9).html).toBe('<p><b>x</b></p>y');
});

test('end tags in comments, attributes and scripts do not hide how deep the rest is', () => {
  const hiding = ['<!-- </i> -->', '<img alt="</i>">', '<script>"</i>"</script>'];
  for (const hidden of hiding) expect(limitNesting(`<i>${hidden}`.repeat(50), 20).cut).toBe(true);
});

test('paragraphs that nobody closed are not nested', () => {
  expect(limitNesting('<p>one'.repeat(50), 3).cut).toBe(false);
});

test('text inside elements that hold only text is not read as tags', () => {
  expect(limitNesting('<textarea><b><b></textarea><xmp><b></xmp>', 2)).toEqual({
    html: '<textarea><b><b></textarea><xmp><b></xmp>',
    cut: false,
  });
});

test.each([
  ['elements in each other', '<div>'.repeat(130_000)],
  ['tags without end', '<a '.repeat(200_000)],
  ['attributes whose quotes never end', '<a b="'.repeat(100_000)],
  ['equals signs and blanks', `<a ${'= '.repeat(300_000)}`],
  ['comments without end', '<!--'.repeat(160_000)],
  ['end tags that end nothing', '<b>' + '</i>'.repeat(160_000)],
])('a body ten times as large as GitHub allows takes three seconds at most: %s', (_, html) => {
  const start = performance.now();
  limitNesting(html, 200);
  expect(performance.now() - start).toBeLessThan(3000);
});
