import * as words from '../site/words.ts';

/** Kinds that a search result can have; pages carry the first four, remarks below them the last. */
export type PageKind = 'article' | 'guide' | 'error' | 'driver';
export type ResultKind = PageKind | 'discussion';

/** What a kind is called beside a result. */
export const kindWords: Readonly<Record<ResultKind | 'page', string>> = {
  article: words.kindArticle,
  guide: words.kindGuide,
  error: words.kindError,
  driver: words.kindDriver,
  discussion: words.kindComment,
  page: words.kindPage,
};

/** What a page tells the search index about itself. */
export interface SearchMarks {
  kind: PageKind;
  /** As they are shown; any text is allowed, commas and colons too. */
  tags?: readonly string[];
  /** Kinds of drivers that the page is about. */
  drivers?: readonly string[];
  /** What people type who look for it, in words that it does not have. */
  asked?: readonly string[] | undefined;
  /** When the page was published. */
  date?: Date;
}

/**
 * Attributes for the one element of a page whose text is searched, usually `<article>`: filters `kind`, `tag` and
 * `driver` (several) and `year`, the kind as a word beside the result, and what people ask, which is found and not shown.
 * Values sit in attributes of their own, because Pagefind reads a value that is written inline up to the end of the
 * list, so that a comma in a tag would swallow the filters behind it.
 */
export function searchMarks({ kind, tags = [], drivers = [], asked = [], date }: SearchMarks): Record<string, string> {
  const year = date?.toISOString().slice(0, 4);
  const several = Object.entries({ tag: tags, driver: drivers }).flatMap(([filter, values]) =>
    values.map((value, place) => ({ filter, name: `data-${filter}-${place}`, value })),
  );
  const filters = ['kind[data-kind]', ...several.map(({ filter, name }) => `${filter}[${name}]`)];
  return {
    'data-pagefind-body': '',
    'data-kind': kind,
    'data-pagefind-meta': asked.length > 0 ? 'kind[data-kind], asked[data-asked]' : 'kind[data-kind]',
    ...(asked.length > 0 && { 'data-asked': asked.join('; ') }),
    ...Object.fromEntries(several.map(({ name, value }) => [name, value])),
    ...(year !== undefined && { 'data-year': year }),
    'data-pagefind-filter': [...filters, ...(year === undefined ? [] : ['year[data-year]'])].join(', '),
  };
}
