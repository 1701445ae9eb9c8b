import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageOn, shelfText } from './shelf.ts';
import type { Shelf } from './shelf.ts';

const page = (text: string) =>
  `<!doctype html><head><style>p{}</style><title>${text}</title></head><main>${text}</main><footer>f</footer>`;

/** The shelf as a reader's browser has it. */
function shelve(pages: Iterable<[path: string, html: string]>, files: readonly string[] = []): Shelf {
  const parts = [...shelfText(pages, files, (piece) => piece)];
  return JSON.parse(parts.join('')) as Shelf;
}

test('a page comes off the shelf as it was put there', () => {
  const html = page('one');
  const shelf = shelve([['/errors/one/', html]], ['/a.js']);
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
      const shelf = shelve(Object.entries(pages));
      for (const [path, text] of Object.entries(pages)) expect(pageOn(shelf, path)).toBe(text);
    }),
  );
});

test('what pages have in common is there once', () => {
  const { pieces } = shelve([
    ['/1/', page('one')],
    ['/2/', page('two')],
  ]);
  expect(pieces.filter((piece) => piece.includes('<style>'))).toHaveLength(1);
  expect(pieces.filter((piece) => piece.includes('<footer>'))).toHaveLength(1);
});

test('an address that is not on the shelf finds none', () => {
  const shelf = shelve([['/errors/one/', page('one')]]);
  expect(pageOn(shelf, '/errors/two/')).toBeUndefined();
  expect(pageOn(shelf, 'toString')).toBeUndefined();
});
