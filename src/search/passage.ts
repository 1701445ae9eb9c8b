import { withText } from '../site/text-fragment.ts';
import type { Piece } from './excerpt.ts';

/** Words of a passage that are enough to find it on its page. */
const maxPassageWords = 6;

/**
 * `address` with an order to the browser to go to the passage that an excerpt is about, and to mark its words: a text
 * fragment, which works without script. Pagefind ends every block of an excerpt with a full stop that the page may not
 * have, so the passage ends before the first one.
 */
export function withPassage(address: string, excerpt: readonly Piece[]): string {
  const first = excerpt.findIndex(({ marked }) => marked);
  if (first === -1) return address;
  const [sentence = ''] = excerpt
    .slice(first)
    .map(({ text }) => text)
    .join('')
    .split(/[.:](?:\s|$)/, 1);
  const passage = sentence.trim().split(/\s+/).slice(0, maxPassageWords).join(' ');
  const words = excerpt.filter(({ marked }) => marked).map(({ text }) => text);
  return withText(address, [passage, ...words]);
}
