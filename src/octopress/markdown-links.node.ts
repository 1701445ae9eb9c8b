import type { Link, LinkReference, Parents } from 'mdast';
import { wordsOf } from './markdown-tree.node.ts';
import { linkAddress, pageStart } from './markup.ts';
import type { Edit } from './pieces.ts';
import type { PostContext } from './post-context.ts';

/** Whether a node is a link, to a written address or to one with a name. */
export function isLink(node: Parents | undefined): node is Link | LinkReference {
  return node?.type === 'link' || node?.type === 'linkReference';
}

/** Whether a link says something apart from its pictures. */
export function hasOwnWords(link: Link | LinkReference): boolean {
  return /[\p{L}\p{N}]/u.test(wordsOf(link).replace(/<[^>]*>/g, ''));
}

/** A link to where its page is now, or its words if there is no such page. */
export function linkEdits(
  node: Link,
  source: string,
  from: number,
  syntax: 'md' | 'mdx',
  post: PostContext,
  at: number,
): Edit[] {
  if (source.startsWith('[')) {
    const labelEnd = (node.children.at(-1)?.position?.end.offset ?? from + 1) - from;
    if (node.url === '') {
      post.note(at, 'link to nothing', 'its words', true);
      return [
        { from, to: from + 1, text: '' },
        { from: from + labelEnd, to: from + source.length, text: '' },
      ];
    }
    const edit = addressEdit(source.slice(labelEnd), from + labelEnd, node.url, post, at, false);
    if (edit !== undefined) return [edit];
    const target = post.link(node.url);
    if (target.kind !== 'gone' || target.url !== undefined) return [];
    // No other site holds the page: the words stay, without a link.
    return [
      { from, to: from + 1, text: '' },
      { from: from + labelEnd, to: from + source.length, text: '' },
    ];
  }
  if (!source.startsWith('<')) {
    // GFM links a bare address where the old engine may have shown it as text; either way it is the same words.
    return [];
  }
  const target = post.link(node.url);
  const url = target.kind === 'same' ? node.url : (target.url ?? node.url);
  if (syntax === 'md' && url === node.url) return [];
  const words = source.slice(1, -1);
  return [{ from, to: from + source.length, text: `[${words.replace(/[[\]{*_~]/g, '\\$&')}](${linkAddress(url)})` }];
}

/** The edit of a written address, if it leads elsewhere now. */
export function addressEdit(
  source: string,
  from: number,
  url: string,
  post: PostContext,
  at: number,
  isDefinition: boolean,
): Edit | undefined {
  const target = post.link(url);
  if (target.kind === 'same') return undefined;
  const form = isDefinition
    ? /^\s*\[(?:[^\]\\]|\\.)*\]:\s*(<[^>\n]*>|\S+)/
    : /^\s*\]\(\s*(<[^>\n]*>|[^\s)]*(?:\([^\s()]*\)[^\s()]*)*)/;
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
