import type { Nodes, Root } from 'mdast';
import { eachNode } from '../site/each-node.ts';
import type { Body, LooseNote } from './content.ts';

/** `[words][name]` and `[name][]`; `list[0][1]` in prose is none. */
const linkByName = /(?<![\w\]\\])\[([^[\]\n^]+)\]\[([^[\]\n]*)\]/g;

/**
 * The footnotes of a text, and those of them and of its links by name that lack their other half. A reference to nothing is
 * text for the parser, which readers see as it is written.
 */
export function readFootnotes(tree: Root, text: string): Pick<Body, 'notes' | 'looseNotes'> {
  const defined = new Map<string, LooseNote>();
  const looseNotes: LooseNote[] = [];
  const used = new Set<string>();
  const addresses = new Map<string, string>();
  eachNode<Nodes>(tree, (node) => {
    const offset = node.position?.start.offset ?? 0;
    if (node.type === 'definition') {
      const known = addresses.get(node.identifier);
      const name = node.label ?? node.identifier;
      if (known !== undefined && known !== node.url) looseNotes.push({ name, offset, lacks: 'own address' });
      addresses.set(node.identifier, known ?? node.url);
    }
    if (node.type === 'footnoteReference') used.add(node.identifier);
    if (node.type === 'footnoteDefinition') {
      const name = node.label ?? node.identifier;
      if (node.children.length === 0) looseNotes.push({ name, offset, lacks: 'words' });
      if (defined.has(node.identifier)) looseNotes.push({ name, offset, lacks: 'own name' });
      else defined.set(node.identifier, { name, offset, lacks: 'reference' });
    }
    if (node.type !== 'text') return;
    const written = text.slice(offset, node.position?.end.offset);
    for (const { 1: name = '', index } of written.matchAll(/(?<!\\)\[\^([\w.-]+)\]/g))
      looseNotes.push({ name, offset: offset + index, lacks: 'text' });
    for (const { 1: words = '', 2: name = '', index } of written.matchAll(linkByName))
      looseNotes.push({ name: name === '' ? words : name, offset: offset + index, lacks: 'address' });
  });
  for (const [identifier, note] of defined) if (!used.has(identifier)) looseNotes.push(note);
  return { notes: [...defined.values()].map(({ name }) => name), looseNotes };
}
