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
export function createWays(unsorted: readonly WayPage[]): (path: string) => Ways {
  const pages = unsorted.toSorted((a, b) => (a.path < b.path ? -1 : 1)); // so that a place tells the order of equals
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
  const add = (place: number | undefined, score: number): void => {
    if (place !== undefined) scores[place] = (scores[place] ?? 0) + score;
  };
  return (path) => {
    const own = places.get(path);
    const { tags = [], links = [] } = own === undefined ? {} : (pages[own] ?? {});
    const backLinks = [...(linking.get(path) ?? [])].toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
    scores.fill(0);
    for (const tag of new Set(tags)) {
      const sharing = tagged.get(tag) ?? [];
      const worth = tagWorth / sharing.length;
      for (const place of sharing) add(place, worth);
    }
    for (const target of new Set(links)) add(places.get(target), linkWorth);
    for (const page of backLinks) add(places.get(page.path), linkWorth);
    if (own !== undefined) scores[own] = 0;
    return { related: best(scores).flatMap((place) => pages[place] ?? []), backLinks };
  };
}

/** The places of the highest scores, equals in their order, without those of nothing. */
function best(scores: Float64Array): number[] {
  const first: { place: number; score: number }[] = [];
  let least = 0;
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] ?? 0;
    if (score <= least) continue;
    first.push({ place, score });
    first.sort((a, b) => b.score - a.score);
    first.length = Math.min(first.length, mostRelated);
    if (first.length === mostRelated) least = first.at(-1)?.score ?? 0;
  }
  return first.map(({ place }) => place);
}
