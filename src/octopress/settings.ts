/** What an old blog's `_config.yml` says, with what its engine took where it says nothing. */
export interface Settings {
  /** All keys, for `{{ site.key }}`. */
  values: Record<string, unknown>;
  /** Scheme, host and path of the old site without last slash; undefined if it is not known. */
  url: string | undefined;
  /** Path under which all of it lay, without last slash: `/notes`, or nothing. */
  root: string;
  /** Addresses of posts: `/blog/:year/:month/:day/:title/`. */
  permalink: string;
  /** Folder of category pages, without slashes at its ends. */
  categoryFolder: string;
  /** Folder of `include_code`, from the folder of the posts' source. */
  codeFolder: string;
  timezone: string | undefined;
  markdown: 'kramdown' | 'maruku' | 'rdiscount' | 'redcarpet';
  titlecase: boolean;
  author: string | undefined;
  /** Name of the site at Disqus. */
  disqus: string | undefined;
}

export type BlogKind = 'octopress' | 'jekyll';
