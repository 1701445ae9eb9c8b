/** A page as other pages may lead to it. */
export interface WayPage {
  /** Without base: `/posts/a/`. */
  path: string;
  title: string;
  /** What it is about, as slugs. */
  tags: readonly string[];
  /** Paths without base to which it leads, in any order, each as often as it is linked. */
  links: readonly string[];
}

/** Where to go from a page. */
export interface Ways {
  /** Pages about the same, the nearest first. */
  related: WayPage[];
  /** Pages that link here, by title. */
  backLinks: WayPage[];
}

/** A link between two pages says more than a subject that they share, unless hardly another page has that subject. */
const linkWorth = 2;
const tagWorth = 6;
const mostRelated = 4;

/**
 * The ways from each page, computed from tags and links alone, so that one content gives one result. A subject counts the
 * more the fewer pages have it; equals are sorted by path.
 */
export function createWays(pages: readonly WayPage[]): (path: string) => Ways {
  const places = new Map(pages.map(({ path }, place) => [path, place]));
  const tagged = new Map<string, number[]>();
  const linking = new Map<string, Set<WayPage>>();
  for (const [place, page] of pages.entries()) {
    for (const tag of new Set(page.tags)) {
      const sharing = tagged.get(tag) ?? [];
      tagged.set(tag, sharing);
      sharing.push(place);
    }
    for (const target of page.links) {
      if (target !== page.path) linking.set(target, (linking.get(target) ?? new Set()).add(page));
    }
  }
  // Every page is held against every other one with a common subject, so this has to be quick: one list for all.
  const scores = new Float64Array(pages.length);
  return (path) => {
    const own = places.get(path);
    const { tags = [], links = [] } = own === undefined ? {} : (pages[own] ?? {});
    const backLinks = [...(linking.get(path) ?? [])].toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
    const scored: number[] = [];
    const add = (place: number | undefined, score: number): void => {
      if (place === undefined || place === own) return;
      const before = scores[place] ?? 0;
      if (before === 0) scored.push(place);
      scores[place] = before + score;
    };
    for (const tag of new Set(tags)) {
      const sharing = tagged.get(tag) ?? [];
      for (const place of sharing) add(place, tagWorth / sharing.length);
    }
    for (const target of new Set(links)) add(places.get(target), linkWorth);
    for (const page of backLinks) add(places.get(page.path), linkWorth);
    const related = best(scored, (place) => scores[place] ?? 0, pages);
    for (const place of scored) scores[place] = 0;
    return { related, backLinks };
  };
}

/** The first of the pages at `places` by score, equals by path. */
function best(places: readonly number[], scoreOf: (place: number) => number, pages: readonly WayPage[]): WayPage[] {
  const first: { page: WayPage; score: number }[] = [];
  for (const place of places) {
    const [page, score] = [pages[place], scoreOf(place)];
    const last = first[mostRelated - 1];
    if (page === undefined || (last !== undefined && isBefore(last, { page, score }))) continue;
    first.push({ page, score });
    first.sort((a, b) => (isBefore(a, b) ? -1 : 1));
    first.length = Math.min(first.length, mostRelated);
  }
  return first.map(({ page }) => page);
}

function isBefore(a: { page: WayPage; score: number }, b: { page: WayPage; score: number }): boolean {
  return a.score > b.score || (a.score === b.score && a.page.path < b.page.path);
}
