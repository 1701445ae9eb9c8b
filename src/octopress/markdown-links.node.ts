import type { Link, LinkReference, Parents } from 'mdast';
import { wordsOf } from './markdown-tree.node.ts';
import type { NodePlace } from './markdown-tree.node.ts';
import { linkAddress, pageStart } from './markup.ts';
import type { Edit } from './pieces.ts';

/** Whether a node is a link, to a written address or to one with a name. */
export function isLink(node: Parents | undefined): node is Link | LinkReference {
  return node?.type === 'link' || node?.type === 'linkReference';
}

/** Whether a link says something apart from its pictures. */
export function hasOwnWords(link: Link | LinkReference): boolean {
  return /[\p{L}\p{N}]/u.test(wordsOf(link).replace(/<[^>]*>/g, ''));
}

/** A link to where its page is now, or its words if there is no such page. */
export function linkEdits(node: Link, place: NodePlace): Edit[] {
  const { source, from, to, at, syntax, post } = place;
  if (source.startsWith('[')) {
    const labelEnd = node.children.at(-1)?.position?.end.offset ?? from + 1;
    const wordsAlone = [
      { from, to: from + 1, text: '' },
      { from: labelEnd, to, text: '' },
    ];
    if (node.url === '') {
      post.note(at, 'link to nothing', 'its words', true);
      return wordsAlone;
    }
    const edit = addressEdit(node.url, { ...place, source: source.slice(labelEnd - from), from: labelEnd }, false);
    if (edit !== undefined) return [edit];
    const target = post.link(node.url);
    // Where no other site holds the page, the words stay.
    return target.kind === 'gone' && target.url === undefined ? wordsAlone : [];
  }
  // GFM links a bare address where the old engine may have shown it as text; either way it is the same words.
  if (!source.startsWith('<')) return [];
  const target = post.link(node.url);
  const url = target.kind === 'same' ? node.url : (target.url ?? node.url);
  if (syntax === 'md' && url === node.url) return [];
  const words = source.slice(1, -1);
  return [{ from, to, text: `[${words.replace(/[[\]{*_~]/g, '\\$&')}](${linkAddress(url)})` }];
}

/** The edit of an address that is written in `source`, if it leads elsewhere now. */
export function addressEdit(
  url: string,
  { source, from, at, post }: Pick<NodePlace, 'source' | 'from' | 'at' | 'post'>,
  isDefinition: boolean,
): Edit | undefined {
  const target = post.link(url);
  if (target.kind === 'same') return undefined;
  const form = isDefinition
    ? /^\s*\[(?:[^\]\\]|\\.)*\]:\s*(<[^>\n]*>|\S+)/
    : /^\s*\]\(\s*(<[^>\n]*>|(?:[^\s()\\]|\\.)*(?:\((?:[^\s()\\]|\\.)*\)(?:[^\s()\\]|\\.)*)*)/;
  const found = form.exec(source);
  const written = found?.[1];
  const became = target.kind === 'new' ? target.url : (target.url ?? 'its words: the page does not come along');
  post.note(at, `link to ${url}`, became, target.kind === 'gone');
  if (found === null || written === undefined) return undefined;
  const fresh = target.url ?? (isDefinition ? pageStart : undefined);
  if (fresh === undefined) return undefined;
  const start = from + found[0].length - written.length;
  return { from: start, to: start + written.length, text: linkAddress(fresh) };
}
