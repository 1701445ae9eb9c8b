import { withoutTags } from './markup.ts';
import { scan } from './scan.node.ts';
import type { Part } from './scan.node.ts';

const asksForLists = /\bpaginator\b|\bsite\.(?:posts|categories|tags|pages)\b|^\{\{-?\s*content\s*-?\}\}$/;
const fewWords = 20; // a page of the old theme that only lists posts has fewer of its own

/** Why a page is not needed here, and whether words of the author go with it; undefined if it comes over. */
export function whatReplaces(inside: string, body: string): { reason: string; hasWords: boolean } | undefined {
  const lists: Part[] = [];
  let own = '';
  const read = (parts: readonly Part[]): void => {
    for (const part of parts) {
      const source = body.slice(part.from, part.to);
      if (part.kind === 'text') own += source;
      const isTag = part.kind === 'tag' || part.kind === 'block';
      const asks = part.kind === 'output' ? asksForLists.test(source) : isTag && asksForLists.test(part.args);
      if (asks) lists.push(part);
      else if (part.kind === 'block') read(part.children);
    }
  };
  read(scan(body, false));
  const hasWords = (withoutTags(own, ' ').match(/\p{L}+/gu)?.length ?? 0) >= fewWords;
  if (/^(?:404|index)\.\w+$/.test(inside)) return { reason: 'this site has a page of its own for it', hasWords };
  return lists.length > 0 && !hasWords ? { reason: 'it is a template of the old theme', hasWords } : undefined;
}
