import type { Engine } from './engines.ts';

/** What an old blog's `_config.yml` says, with what its engine took where it says nothing. */
export interface Settings {
  engine: Engine;
  /** All keys, for `{{ site.key }}`. */
  values: Record<string, unknown>;
  /** Scheme, host and path of the old site without last slash; undefined if it is not known. */
  url: string | undefined;
  /** Path under which all of it lay, without last slash: `/notes`, or nothing. */
  root: string;
  /** Addresses of posts: `/blog/:year/:month/:day/:title/`. */
  permalink: string;
  /** Jekyll's collections besides posts, by name. */
  collections: ReadonlyMap<string, Collection>;
  /** What front matter says where it says nothing; what comes later counts more. */
  defaults: readonly Default[];
  /** Folder of category pages, without slashes at its ends. */
  categoryFolder: string;
  /** Folder of `include_code`, from the folder of the posts' source. */
  codeFolder: string;
  /** What of the source had no place on the site, by paths and patterns, without slashes at their ends. */
  exclude: readonly string[];
  timezone: string | undefined;
  markdown: Engine['markdown'];
  /** Whether headings had the addresses that are kramdown's own. */
  hasKramdownIds: boolean;
  /** Whether each line of a paragraph stayed one. */
  hardWrap: boolean;
  /** Endings of Markdown files besides the usual ones, in lower case. */
  markdownEndings: readonly string[];
  titlecase: boolean;
  author: string | undefined;
  /** Name of the site at Disqus. */
  disqus: string | undefined;
}

/** A collection of Jekyll: the folder `_name`. */
export interface Collection {
  /** Whether its files have pages. */
  isShown: boolean;
  /** Addresses of its pages: `/:collection/:path/`. */
  permalink: string | undefined;
}

/** Front matter that a `_config.yml` gives to all files below a path. */
export interface Default {
  path: string;
  /** `posts`, `drafts`, `pages` or a collection; undefined for all of them. */
  type: string | undefined;
  values: Record<string, unknown>;
}
