/** Kinds that a search result can have; pages carry the first four, remarks below them the last. */
export type PageKind = 'article' | 'guide' | 'error' | 'driver';
export type ResultKind = PageKind | 'discussion';

/** What a kind is called beside a result. */
export const kindWords: Readonly<Record<ResultKind | 'page', string>> = {
  article: 'Article',
  guide: 'Guide',
  error: 'Known error',
  driver: 'Driver',
  discussion: 'Comment',
  page: 'Page',
};

/** What a page tells the search index about itself. */
export interface SearchMarks {
  kind: PageKind;
  /** As they are shown; any text is allowed, commas and colons too. */
  tags?: readonly string[];
  /** When the page was published. Pages without a date, such as errors, come last if results are sorted by date. */
  date?: Date;
}

/**
 * Attributes for the one element of a page whose text is searched, usually `<article>`: filters `kind`, `tag` (several)
 * and `year`, the sort key `date`, and the kind as a word beside the result.
 * Values sit in attributes of their own, because Pagefind reads a value that is written inline up to the end of the
 * list, so that a comma in a tag would swallow the filters behind it.
 */
export function searchMarks({ kind, tags = [], date }: SearchMarks): Record<string, string> {
  const day = date?.toISOString().slice(0, 10);
  const tagMarks = tags.map((tag, place) => [`data-tag-${place}`, tag] as const);
  const filters = ['kind[data-kind]', ...tagMarks.map(([name]) => `tag[${name}]`)];
  return {
    'data-pagefind-body': '',
    'data-kind': kind,
    'data-pagefind-meta': 'kind[data-kind]',
    ...Object.fromEntries(tagMarks),
    ...(day !== undefined && { 'data-day': day, 'data-year': day.slice(0, 4), 'data-pagefind-sort': 'date[data-day]' }),
    'data-pagefind-filter': [...filters, ...(day === undefined ? [] : ['year[data-year]'])].join(', '),
  };
}
