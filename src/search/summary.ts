import { counted } from '../site/counted.ts';
import { shortened } from './query.ts';
import type { Answer } from './search.ts';

/** What is announced after a search for `text`: how much was found, what is nowhere, or that the index is missing. */
export function summary({ errors, pages, counts, nowhere, meant, driver, failed }: Answer, text: string): string {
  const count = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const found = [
    ...(errors.length > 0 ? [counted(errors.length, 'known error')] : []),
    ...(count > 0 ? [counted(count, 'page')] : []),
  ].join(' and ');
  const shown = count > pages.length && pages.length > 0 ? `, the best ${pages.length} shown` : '';
  const missing = nowhere.length > 0 ? ` ${list(nowhere)} ${nowhere.length === 1 ? 'is' : 'are'} on no page.` : '';
  const instead = Object.values(meant);
  const guess =
    instead.length > 0 ? ` ${list(instead)} ${instead.length === 1 ? 'was' : 'were'} looked for instead.` : '';
  const about = driver !== undefined && count > 0 ? ` All pages are about ${driver}.` : '';
  if (failed) return `The search index could not be loaded.${found === '' ? '' : ` Found without it: ${found}.`}`;
  return (
    (found === '' ? `Nothing was found for “${shortened(text)}”.` : `${found} found${shown}.`) + about + missing + guess
  );
}

function list(words: readonly string[]): string {
  const quoted = words.slice(0, 3).map((word) => `“${shortened(word, 30)}”`);
  return words.length > 3 ? `${quoted.join(', ')} and ${words.length - 3} more` : quoted.join(', ');
}
