import { slugOf } from '../site/slug.ts';
import type { PostEntry } from './order.ts';

/** A tag with the articles that carry it, in the order in which they were given. */
export interface Tag<Entry extends PostEntry> {
  /** As the first article spells it: `AppArmor`. */
  label: string;
  /** Its part of the address: `apparmor`. */
  slug: string;
  posts: Entry[];
}

/** All tags by slug; spellings that give one slug are one tag. */
export function tagsOf<Entry extends PostEntry>(posts: readonly Entry[]): Tag<Entry>[] {
  const tags = new Map<string, Tag<Entry>>();
  for (const post of posts) {
    for (const label of post.data.tags) {
      const slug = slugOf(label);
      const tag = tags.get(slug) ?? { label, slug, posts: [] };
      tag.posts.push(post);
      tags.set(slug, tag);
    }
  }
  return [...tags.values()].toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}
