/** A group of as many pages is an index of its own: each one costs a search some requests and kilobytes. */
const leastPages = 2000;

/**
 * Pages by age: `older` in groups of whole years that are over, the oldest first, and `newest`, those of the last year
 * with all that have none. Writers change what is new, so indexes of older pages can be kept from build to build; and what
 * the newest ones have is found without the older. A small site has newest ones only.
 */
export function byAge<Page extends { read: { year: string } }>(
  pages: readonly Page[],
): { older: Page[][]; newest: Page[] } {
  const { '': timeless = [], ...years } = Object.groupBy(pages, ({ read }) => read.year);
  // Years are whole numbers, whose order an object keeps.
  const [last = [], ...before] = Object.values(years)
    .map((ofYear = []) => ofYear)
    .toReversed();
  const older: Page[][] = [];
  let group: Page[] = [];
  for (const ofYear of before.toReversed()) {
    group = group.concat(ofYear);
    if (group.length < leastPages) continue;
    older.push(group);
    group = [];
  }
  if (older.length === 0) return { older, newest: timeless.concat(group, last) };
  return { older: group.length === 0 ? older : [...older, group], newest: timeless.concat(last) };
}
