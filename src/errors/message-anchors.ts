import { slugOf } from '../site/slug.ts';

const maxChars = 60; // an address that can still be read aloud

/** An id for each message on a page, made of its words, so that it stays when others come or go. */
export function messageAnchors(messages: readonly string[]): string[] {
  const given = new Map<string, number>();
  return messages.map((message) => {
    const slug = `message-${slugOf(message)}`.slice(0, maxChars).replace(/-$/, '');
    const count = (given.get(slug) ?? 0) + 1;
    given.set(slug, count);
    return count === 1 ? slug : `${slug}-${count}`;
  });
}
