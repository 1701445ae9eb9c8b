import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageOn, shelve } from './shelf.ts';

const page = (text: string) =>
  `<!doctype html><head><style>p{}</style><title>${text}</title></head><main>${text}</main><footer>f</footer>`;

test('a page comes off the shelf as it was put there', () => {
  const html = page('one');
  const shelf = shelve(new Map([['/errors/one/', html]]), ['/a.js']);
  expect(pageOn(shelf, '/errors/one/')).toBe(html);
  expect(shelf.files).toEqual(['/a.js']);
});

test('whatever pages hold, they come off the shelf as they were put there', () => {
  const piece = fc.constantFrom(
    '<style>',
    '</style>',
    '<script>',
    '</script>',
    '</head>',
    '<main>',
    '<footer>',
    'a',
    '',
  );
  const html = fc.array(piece).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), html), (pages) => {
      const shelf = JSON.parse(JSON.stringify(shelve(new Map(Object.entries(pages)), []))) as ReturnType<typeof shelve>;
      for (const [path, text] of Object.entries(pages)) expect(pageOn(shelf, path)).toBe(text);
    }),
  );
});

test('what pages have in common is there once', () => {
  const { pieces } = shelve(
    new Map([
      ['/1/', page('one')],
      ['/2/', page('two')],
    ]),
    [],
  );
  expect(pieces.filter((piece) => piece.includes('<style>'))).toHaveLength(1);
  expect(pieces.filter((piece) => piece.includes('<footer>'))).toHaveLength(1);
});

test('an address without its last slash finds the page, and others find none', () => {
  const shelf = shelve(new Map([['/errors/one/', page('one')]]), []);
  expect(pageOn(shelf, '/errors/one')).toBe(page('one'));
  expect(pageOn(shelf, '/errors/two/')).toBeUndefined();
  expect(pageOn(shelf, 'toString')).toBeUndefined();
});
