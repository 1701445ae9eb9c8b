/** What search engines are told of a page beyond its words. */
export interface PageFacts {
  /** What it is: an article with its day, a text that is held against its sources, or a list of such. */
  type: 'BlogPosting' | 'TechArticle' | 'CollectionPage';
  /** Day or moment at which it came out. */
  published?: Date | undefined;
  /** When what it says last changed, or was last held against its sources; left out if nobody can say. */
  changed?: Date | string | undefined;
  /** Who wrote it, if not the site's author. */
  author?: string | undefined;
}

/** Where a page is in the site, and whose it is. */
export interface PagePlace {
  title: string;
  url: string;
  image: string;
  language: string;
  siteAuthor: { name: string; url: string };
  /** The list above it, if there is one. */
  section?: { title: string; url: string } | undefined;
}

/** JSON-LD of schema.org for a page, safe within a script element. */
export function structuredData({ type, published, changed, author }: PageFacts, place: PagePlace): string {
  const { title, url, image, language, siteAuthor, section } = place;
  const isText = type !== 'CollectionPage';
  const page = {
    '@type': type,
    url,
    [isText ? 'headline' : 'name']: title,
    ...(isText && { image, inLanguage: language }),
    ...(published !== undefined && { datePublished: published.toISOString() }),
    ...(changed !== undefined && { dateModified: typeof changed === 'string' ? changed : changed.toISOString() }),
    ...(isText && {
      author: author === undefined ? { '@type': 'Organization', ...siteAuthor } : { '@type': 'Person', name: author },
    }),
  };
  const way = section !== undefined && {
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: section.title, item: section.url },
      { '@type': 'ListItem', position: 2, name: title },
    ],
  };
  const data = { '@context': 'https://schema.org', '@graph': way === false ? [page] : [page, way] };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** The latest of some days or moments; nothing if there is none. */
export function latest(days: readonly (Date | string | undefined)[]): Date | undefined {
  const times = days.flatMap((day) => (day === undefined ? [] : [new Date(day).getTime()]));
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}
