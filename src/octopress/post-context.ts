import type { Settings } from './settings.ts';
import type { Slots } from './slots.ts';

/** Where a picture of an old post is now. */
export type PictureTarget =
  | { kind: 'here'; path: string }
  /** Not among the blog's files; `url` is where it was, if that is known. */
  | { kind: 'elsewhere'; url: string | undefined; reason: string };

/** Where a link of an old post leads now. */
export type LinkTarget =
  | { kind: 'same' }
  | { kind: 'new'; url: string }
  /** It led to a page of the old site that does not come along; `url` is its whole address, if there is another site. */
  | { kind: 'gone'; url: string | undefined };

/** What a file of the old blog holds, or why it can't be taken in. */
export type OldFile = { kind: 'found'; path: string; text: string } | { kind: 'none'; reason: string };

/** What the conversion of one post may ask about the blog, and where it tells what it did. */
export interface PostContext {
  settings: Settings;
  slots: Slots;
  /** Whether the highlighter has colours for a language. */
  isKnownLanguage: (name: string) => boolean;
  /** Says what became of what stood at an offset of the old file. */
  note: (at: number, was: string, became: string, person?: boolean) => void;
  picture: (src: string) => PictureTarget;
  link: (url: string) => LinkTarget;
  /** A file from the folder of the source: `_partials/note.markdown`. */
  readText: (path: string) => OldFile;
  /** The new address of a file of the old blog that readers may download. */
  offerFile: (path: string) => string | undefined;
  /** Code of a gist that Octopress kept beside the blog. */
  cachedGist: (id: string, file: string | undefined) => string | undefined;
  /** The blog's own plugin that made a tag. */
  pluginOf: (tag: string) => string | undefined;
  /** The new address of the post that `post_url` names. */
  postAddress: (name: string) => string | undefined;
  /** The new address of a file of the source: of an article made of it, or of the file itself. */
  fileAddress: (path: string) => string | undefined;
  /** Folder of the post from that of the source, with a slash at its end, or nothing. */
  folder: string;
  /** What Liquid makes of a text with the values of site and page; undefined if it does not know one of them. */
  evaluate: (liquid: string) => string | undefined;
  /** Runs `work` with a value that Liquid knows meanwhile, as `include` has. */
  withValue: <Result>(name: string, value: unknown, work: () => Result) => Result;
  /** How many files deep this text was taken in. */
  depth: number;
}
