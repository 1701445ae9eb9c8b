import type { Guide } from './schema.ts';

/** The guides by `order`, lowest first; guides of one place are sorted by title. */
export function byOrder<Entry extends { data: Guide }>(guides: readonly Entry[]): Entry[] {
  return guides.toSorted((a, b) => a.data.order - b.data.order || a.data.title.localeCompare(b.data.title, 'en'));
}

/** The section of the guides about this site itself, which say nothing about drivers. */
export const siteSection = 'This site';

/** Guides that belong together. */
export interface Section<Entry> {
  name: string;
  guides: Entry[];
}

/** The guides by section, in the order of each section's first guide. */
export function sectionsOf<Entry extends { data: Guide }>(guides: readonly Entry[]): Section<Entry>[] {
  return [...Map.groupBy(byOrder(guides), ({ data }) => data.section)].map(([name, own]) => ({ name, guides: own }));
}
