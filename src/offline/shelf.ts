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
const seams = /(?=<style|<script|<\/head>|<main|<footer)|(?<=<\/style>|<\/script>)/;

/** Packs `pages`, HTML by path. The order of the pages is kept. */
export function shelve(pages: ReadonlyMap<string, string>, files: readonly string[]): Shelf {
  const places = new Map<string, number>();
  const placeOf = (piece: string) => {
    const place = places.get(piece) ?? places.size;
    places.set(piece, place);
    return place;
  };
  const packed = [...pages].map(([path, html]) => [path, html.split(seams).map(placeOf)] as const);
  return { pieces: [...places.keys()], pages: Object.fromEntries(packed), files: [...files] };
}

/** The page at `path`, as it was packed; a path that lacks its last slash is understood. Undefined if there is none. */
export function pageOn({ pieces, pages }: Shelf, path: string): string | undefined {
  const found = [path, `${path}/`].find((one) => Object.hasOwn(pages, one));
  return found === undefined ? undefined : pages[found]?.map((place) => pieces[place]).join('');
}
