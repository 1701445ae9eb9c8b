import type { Blockquote, Nodes, Paragraph, Root, Table } from 'mdast';
import type { UnreadMarkup } from './content.ts';
import { unreadTags } from './written-tags.ts';
import type { HtmlPiece } from './written-tags.ts';

/** What stands in text as it was written only if the parser made nothing of it. What is behind a backslash is meant so. */
const signs: readonly (readonly [UnreadMarkup['kind'], RegExp])[] = [
  // An address with a scheme is a link by itself, before which the text ends.
  ['blank before the address', /(?<![\\\w])\[[^[\]\n]+\][ \t]+\((?=\/|#|$)/g],
  ['blank in the address', /(?<!\\)\[[^[\]\n]+\]\((?=\/|#|\.|$)/g],
  ['brackets the wrong way round', /(?<!\\)\([^()\n]+\)\[(?=\/|#|$)/g],
  ['attributes', /(?<![\\{%])\{:[ \t]*[.#\w][^{}\n]*\}/g],
  ['note in a line', /(?<!\\)\^\[[^[\]\n]*[ \t][^[\]\n]*\]/g],
  ['stars', /(?<![\\\w/*])\*\*(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.,:;!?)])\*\*(?![\w/*])/gu],
  ['backtick', /(?<!\\)`+/g],
];

/** What was meant as a link, bold, code, a heading or a table in the tree of `text`, and is none. */
export function readUnreadMarkup(tree: Root, text: string): UnreadMarkup[] {
  const found: UnreadMarkup[] = [];
  const pieces: HtmlPiece[] = [];
  const look = (node: Nodes, isNested: boolean): void => {
    const start = offsetOf(node);
    const written = text.slice(start, node.position?.end.offset);
    if (node.type === 'text')
      for (const [kind, sign] of signs)
        for (const { index } of written.matchAll(sign)) found.push({ kind, offset: start + index });
    if (node.type === 'html') pieces.push({ html: node.value, offset: start });
    if (node.type === 'blockquote') found.push(...inQuote(node, isNested));
    if (node.type === 'paragraph') found.push(...inParagraph(node, written, start));
    const lost = node.type === 'table' ? lostCells(node) : new Map<Nodes, Nodes>();
    found.push(...[...lost.values()].map((cell): UnreadMarkup => ({ kind: 'cell', offset: offsetOf(cell) })));
    // A bar that parts a cell parts what is around it too.
    const isAround = isNested || ['blockquote', 'footnoteDefinition', 'list'].includes(node.type);
    if ('children' in node) for (const child of node.children) if (!lost.has(child)) look(child, isAround);
  };
  look(tree, false);
  return [...found, ...unreadTags(pieces)];
}

function offsetOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

/** The mark of a note in a quote of which no note is made. */
function inQuote({ children: [first, ...others] }: Blockquote, isNested: boolean): UnreadMarkup[] {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  const [mark, rest] =
    /^\[!(?:note|tip|important|warning|caution)\][ \t]*(\n|$)/i.exec(text?.type === 'text' ? text.value : '') ?? [];
  if (mark === undefined || first?.type !== 'paragraph' || text === undefined) return [];
  const isAlone = rest === '' && first.children.length === 1;
  if (isNested && (isAlone || rest !== '')) return [{ kind: 'nested note', offset: offsetOf(text) }];
  return isAlone && others.length === 0 ? [{ kind: 'empty note', offset: offsetOf(text) }] : [];
}

// Each cell after the first begins with a bar: with bars left out, a long line would take forever.
const dashesBelow = /^\|.*\n[\s>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/m;

/** Lines that begin as a heading or a table does, and are text. */
function inParagraph({ children: [first] }: Paragraph, written: string, start: number): UnreadMarkup[] {
  if (first?.type !== 'text') return [];
  if (/^#{2,6}[^\s#]/.test(written)) return [{ kind: 'heading', offset: start }];
  if (dashesBelow.test(written)) return [{ kind: 'table', offset: start }];
  return /^\|.*\|[ \t]*\n[\s>]*\|.*\|[ \t]*$/m.test(written) ? [{ kind: 'lines of a table', offset: start }] : [];
}

/** Rows with more cells than the table has columns, and the first cell of each that readers do not get. */
function lostCells({ children: [head, ...rows] }: Table): Map<Nodes, Nodes> {
  return new Map(
    rows.flatMap((row): [Nodes, Nodes][] => {
      const lost = row.children[head?.children.length ?? 0];
      return lost === undefined ? [] : [[row, lost]];
    }),
  );
}
