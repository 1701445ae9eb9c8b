import type { Guide } from './schema.ts';

/** The guides by `order`, lowest first; guides of one place are sorted by title. */
export function byOrder<Entry extends { data: Guide }>(guides: readonly Entry[]): Entry[] {
  return guides.toSorted((a, b) => a.data.order - b.data.order || a.data.title.localeCompare(b.data.title, 'en'));
}
