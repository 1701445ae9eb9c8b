/** Pages packed for one fetch. They have most of their head, header and footer in common, which is there once. */
export interface Shelf {
  /** Pieces of HTML, each once. */
  pieces: string[];
  /** Which pieces make a page, in their order, by the path of its address with the base. */
  pages: Record<string, number[]>;
  /** Paths of the files that the pages need to work, with the base. */
  files: string[];
}

/** Where pages begin to differ, or end to: around styles and scripts, and before the parts of the body. */
const seams = /<\/(?:style|script)>|<(?:style|script|main|footer)|<\/head>/g;

/**
 * The text of a file with the shelf that holds `pages`, path and HTML, in their order. It comes in parts, and of each piece
 * only what `digest` makes of it stays in memory, since all pages of a large site would be longer than a text may be.
 */
export function* shelfText(
  pages: Iterable<readonly [path: string, html: string]>,
  files: readonly string[],
  digest: (piece: string) => string,
): Generator<string> {
  const places = new Map<string, number>();
  const packed = new Map<string, number[]>();
  yield '{"pieces":[';
  for (const [path, html] of pages) {
    let text = '';
    const own = piecesOf(html).map((piece) => {
      const key = digest(piece);
      const place = places.get(key) ?? places.size;
      if (!places.has(key)) text += (place === 0 ? '' : ',') + JSON.stringify(piece);
      places.set(key, place);
      return place;
    });
    packed.set(path, own);
    yield text;
  }
  yield `],"pages":${JSON.stringify(Object.fromEntries(packed))},"files":${JSON.stringify(files)}}`;
}

function piecesOf(html: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: tag, index } of html.matchAll(seams)) {
    const to = tag.startsWith('</s') ? index + tag.length : index;
    if (to > from) pieces.push(html.slice(from, to));
    from = to;
  }
  if (from < html.length || html === '') pieces.push(html.slice(from));
  return pieces;
}

/** The page at `path`, as it was packed. Undefined if there is none. */
export function pageOn({ pieces, pages }: Shelf, path: string): string | undefined {
  return Object.hasOwn(pages, path) ? pages[path]?.map((place) => pieces[place]).join('') : undefined;
}
