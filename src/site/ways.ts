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
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const tagged = new Map<string, WayPage[]>();
  const linking = new Map<string, Set<WayPage>>();
  for (const page of pages) {
    for (const tag of new Set(page.tags)) tagged.set(tag, [...(tagged.get(tag) ?? []), page]);
    for (const target of page.links) {
      if (target !== page.path) linking.set(target, (linking.get(target) ?? new Set()).add(page));
    }
  }
  return (path) => {
    const own = byPath.get(path);
    const backLinks = [...(linking.get(path) ?? [])].toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
    const scores = new Map<WayPage, number>();
    const add = (page: WayPage | undefined, score: number): void => {
      if (page !== undefined && page !== own) scores.set(page, (scores.get(page) ?? 0) + score);
    };
    for (const tag of new Set(own?.tags)) {
      const sharing = tagged.get(tag) ?? [];
      for (const page of sharing) add(page, tagWorth / sharing.length);
    }
    for (const target of new Set(own?.links)) add(byPath.get(target), linkWorth);
    for (const page of backLinks) add(page, linkWorth);
    const related = [...scores]
      .toSorted(([a, x], [b, y]) => y - x || (a.path < b.path ? -1 : 1))
      .slice(0, mostRelated)
      .map(([page]) => page);
    return { related, backLinks };
  };
}
