/** A group of as many pages is an index of its own: each one costs a search some requests and kilobytes. */
const leastPages = 2000;

/**
 * Pages by age: `older` in groups of whole years that are over, the oldest first, and `newest`, with all that have no year.
 * Writers change what is new, so indexes of older pages can be kept from build to build. A small site has newest ones only.
 */
export function byAge<Page extends { read: { year: string } }>(
  pages: readonly Page[],
): { older: Page[][]; newest: Page[] } {
  const { '': timeless = [], ...years } = Object.groupBy(pages, ({ read }) => read.year);
  const older: Page[][] = [];
  let group: Page[] = [];
  // Years are whole numbers, whose order an object keeps.
  for (const ofYear of Object.values(years)) {
    if (group.length >= leastPages) {
      older.push(group);
      group = [];
    }
    group = group.concat(ofYear ?? []);
  }
  return { older, newest: timeless.concat(group) };
}
