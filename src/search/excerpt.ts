/** A run of an excerpt: text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/**
 * Pagefind's excerpt as text. Pagefind writes `<mark>` and `</mark>` around words that matched and escapes the angle
 * brackets of the page's own text, and nothing else, so that `&amp;` in an excerpt is what the reader sees on the page.
 */
export function excerptPieces(excerpt: string): Piece[] {
  return excerpt
    .split('<mark>')
    .flatMap((run, place) => {
      const [marked, plain] = place === 0 ? ['', run] : halves(run);
      const [, before = '', word = '', after = ''] = marksAround.exec(plainText(marked)) ?? [];
      return [
        { text: before, marked: false },
        { text: word, marked: true },
        { text: after + plainText(plain), marked: false },
      ];
    })
    .filter(({ text }) => text !== '');
}

/** What Pagefind marks with a word though it is no part of it: brackets, quotes and full stops. */
const marksAround = /^([^\p{L}\p{N}/_-]*)(.*?)([^\p{L}\p{N}/_]*)$/su;

function halves(run: string): [marked: string, plain: string] {
  const end = run.indexOf('</mark>');
  return end === -1 ? [run, ''] : [run.slice(0, end), run.slice(end + '</mark>'.length)];
}

function plainText(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
