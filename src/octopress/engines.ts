/** What an engine of blogs did where the blog's own settings say nothing. */
export interface Engine {
  /** Folder of the source, if there is one of that name. */
  source: string;
  /** Name of the folders that hold posts. */
  postFolder: string;
  /** Whether a post's file begins with its date. */
  isDated: boolean;
  /** Addresses of posts: `/blog/:year/:month/:day/:title/`. */
  permalink: string;
  /** Folder of category pages. */
  categoryFolder: string;
  markdown: 'kramdown' | 'maruku' | 'rdiscount' | 'redcarpet';
  /** Whether kramdown named headings as GitHub does, where the blog's settings do not say how it reads. */
  namesLikeGithub?: true;
  /** Whether a fence of backticks ended at any line that begins with them, such as one with a language. */
  endsFencesEarly?: true;
  /** Whether it wrote titles in title case. */
  titlecase: boolean;
}

/** The kinds of blogs that can be imported, by the word of the command. */
export const engines = {
  octopress: {
    source: 'source',
    postFolder: '_posts',
    isDated: true,
    permalink: '/blog/:year/:month/:day/:title/',
    categoryFolder: 'blog/categories',
    markdown: 'rdiscount',
    endsFencesEarly: true,
    titlecase: true,
  },
  jekyll: {
    source: 'source',
    postFolder: '_posts',
    isDated: true,
    permalink: 'date',
    categoryFolder: 'categories',
    markdown: 'kramdown',
    namesLikeGithub: true, // since version 3; GitHub took all blogs there in 2016
    titlecase: false,
  },
} as const satisfies Record<string, Engine>;

export type BlogKind = keyof typeof engines;

/** Whether the command knows that kind of blog. */
export function isBlogKind(name: string | undefined): name is BlogKind {
  return name !== undefined && Object.hasOwn(engines, name);
}
