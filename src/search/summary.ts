import { counted } from '../site/counted.ts';
import { shortened } from './query.ts';
import type { Answer } from './search.ts';

/** What is announced after a search for `text`: how much was found, or that nothing was, or that the index is missing. */
export function summary({ errors, pages, pageCount, remarkCount, failed }: Answer, text: string): string {
  const ours = [
    ...(errors.length > 0 ? [counted(errors.length, 'known error')] : []),
    ...(pageCount > 0 ? [counted(pageCount, 'page')] : []),
  ].join(' and ');
  const shown = pageCount > pages.length ? `, the best ${pages.length} pages shown` : '';
  const said = remarkCount > 0 ? counted(remarkCount, 'comment') : '';
  const found = ours === '' ? said && `${said} found` : `${ours} found${shown}${said && `, and ${said}`}`;
  if (failed) return `The search index could not be loaded.${ours === '' ? '' : ` Found without it: ${ours}.`}`;
  return found === '' ? `Nothing was found for “${shortened(text)}”.` : `${found}.`;
}
