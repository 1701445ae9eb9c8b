/** Widths in pixels in which pictures are drawn: a column of 41 rem on a screen of one or two dots a pixel, and phones. */
const columnWidths = [480, 720, 960, 1320];

/** The widest that a reader gets on asking for the full picture: what a large screen shows. */
const fullWidth = 2560;

/** What a browser reserves for a picture in an article: the column, or what a phone's margins leave. */
export const columnSizes = '(min-width: 50rem) 41rem, 82vw';

/** Endings of the files that are pictures. */
export const pictureEnding = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Formats that are drawn, best first; each browser takes the first that it knows. */
export const drawnFormats = ['avif', 'webp'] as const;

/** One of the files that are made of a picture. */
export interface Version {
  /** Path of the picture from the root of the project: `content/posts/pool.png`. */
  file: string;
  /** In pixels. */
  width: number;
  /** Digest of the picture, so that a version never changes at its address. */
  hash: string;
  /** Format of the version, as its ending: `avif`. */
  ending: string;
}

/** Path of a version without base, from which `versionAt` reads what to draw. */
export function versionPath({ file, width, hash, ending }: Version): string {
  const folders = file.split('/').map((name) => encodeURIComponent(name).replaceAll("'", '%27'));
  return `/pictures/${folders.join('/')}.${width}.${hash}.${ending}`;
}

/** The version at a path without base; nothing if the path is that of something else. */
export function versionAt(path: string): Version | undefined {
  const [, name = '', width, hash = '', ending = ''] =
    /^\/pictures\/((?:content|public)\/[^?#]+)\.(\d{1,5})\.([0-9a-f]{10})\.(\w+)$/.exec(path) ?? [];
  const file = decode(name);
  return isInside(file) && pictureEnding.test(file) ? { file, width: Number(width), hash, ending } : undefined;
}

/** The picture beside a page whose address is that of no version, because it could not be read. */
export function fileAt(path: string): string | undefined {
  const [, name = ''] = /^\/pictures\/(content\/[^?#]+)$/.exec(path) ?? [];
  const file = decode(name);
  return isInside(file) && pictureEnding.test(file) ? file : undefined;
}

function isInside(file: string): boolean {
  return !file.split('/').some((folder) => folder === '..' || folder === '.' || folder === '');
}

/** The widths of a picture that is `own` pixels wide and shown in a column, or `shown` pixels wide if somebody said so. */
export function widthsFor(own: number, shown?: number): number[] {
  const wanted = shown === undefined ? columnWidths : [shown, 2 * shown];
  const largest = Math.max(...wanted);
  return [...wanted.filter((width) => width < own), ...(own <= largest ? [own] : [])];
}

/** Width of the full picture. */
export function fullWidthOf(own: number): number {
  return Math.min(own, fullWidth);
}

/** Format for programs that know neither AVIF nor WebP, such as old readers of feeds. */
export function plainEnding(ending: string): string {
  if (ending === 'avif') return 'jpg';
  return ending === 'gif' ? 'png' : ending;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // A lone percent sign is in no address of ours.
  }
}
