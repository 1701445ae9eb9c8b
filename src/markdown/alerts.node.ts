import type { Blockquote, Nodes, Paragraph, Root } from 'mdast';
import * as words from '../site/words.ts';

const titles: Record<string, string> = {
  note: words.noteNote,
  tip: words.noteTip,
  important: words.noteImportant,
  warning: words.noteWarning,
  caution: words.noteCaution,
};
const marker = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/**
 * Remark plugin: a quote that begins with a line `[!WARNING]` becomes a note box with the title "Warning"; so do NOTE,
 * TIP, IMPORTANT and CAUTION. As on GitHub, the line stands alone, something follows it, and a quote inside a list or
 * another quote stays a quote. The box is a `div` with the role `note`: an `aside` would be a landmark each.
 */
export function alerts(): (tree: Root) => void {
  return (tree) => {
    turnQuotes(tree);
  };
}

function turnQuotes(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (child.type === 'blockquote') turnQuote(child);
    else if (child.type !== 'list' && child.type !== 'footnoteDefinition') turnQuotes(child);
  }
}

function turnQuote(quote: Blockquote): void {
  const first = quote.children[0];
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || text?.type !== 'text') return;
  const found = marker.exec(text.value);
  const kind = found?.[1]?.toLowerCase();
  const title = kind === undefined ? undefined : titles[kind];
  if (found === null || kind === undefined || title === undefined) return;
  const rest = text.value.slice(found[0].length);
  const broken = rest === '' && first.children[1]?.type === 'break';
  const inline = [...(rest === '' ? [] : [{ ...text, value: rest }]), ...first.children.slice(broken ? 2 : 1)];
  const sameLine = rest === '' && !found[0].endsWith('\n') && !broken && inline.length > 0;
  if (sameLine || (inline.length === 0 && quote.children.length === 1)) return;
  const heading: Paragraph = {
    type: 'paragraph',
    data: { hProperties: { className: ['note-title'] } },
    children: [{ type: 'text', value: title }],
  };
  const body = inline.length === 0 ? [] : [{ ...first, children: inline }];
  quote.children = [heading, ...body, ...quote.children.slice(1)];
  quote.data = { ...quote.data, hName: 'div', hProperties: { className: ['note', `note-${kind}`], role: 'note' } };
}
