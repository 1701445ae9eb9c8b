import type { ElementContent } from 'hast';
import type { InlineCode, Nodes, Root } from 'mdast';
import { eachNode } from '../site/each-node.ts';
import { optionsApart } from '../site/options.ts';
import { highlight, isKnownLanguage, isTerminalLanguage } from './highlight.node.ts';

const languageForm = /\{:([\w+#.-]+)\}$/;

/** The language that a piece of code in a line of text names at its end, as in `docker info{:sh}`, and where. */
export function inlineLanguage(code: string): { name: string; at: number } | undefined {
  const found = languageForm.exec(code);
  // Braces alone are code themselves.
  return found?.[1] === undefined || found.index === 0 ? undefined : { name: found[1], at: found.index };
}

/**
 * Remark plugin: code in a line of text that names its language is coloured as a block is, and the name is gone. A name
 * that nobody knows stays where it is, since it may be part of the code. An option is never parted from its dashes.
 */
export function inlineCode(): (tree: Root) => Promise<void> {
  return async (tree) => {
    const pieces: { node: InlineCode; language: string; code: string }[] = [];
    eachNode<Nodes>(tree, (node) => {
      if (node.type !== 'inlineCode') return;
      const parts = optionsApart(node.value);
      if (parts.length > 1) node.data = { ...node.data, ...apart(parts) };
      const language = inlineLanguage(node.value);
      if (language === undefined || !isKnownLanguage(language.name)) return;
      pieces.push({ node, language: language.name, code: node.value.slice(0, language.at) });
    });
    for (const { node, language, code } of pieces) {
      const [line = []] = await highlight(code, isTerminalLanguage(language) ? 'shellscript' : language);
      node.value = code;
      node.data = {
        ...node.data,
        hChildren: line.map(({ text, role }) => part(text, role && `t-${role}`)),
      };
    }
  };
}

/** What becomes of code whose options are every second of its `parts`: one that stands alone is all of the code. */
function apart(parts: readonly string[]): InlineCode['data'] {
  return parts.join('') === parts[1]
    ? { hProperties: { className: ['option'] } }
    : { hChildren: parts.flatMap((text, at) => (text === '' ? [] : part(text, at % 2 === 0 ? undefined : 'option'))) };
}

function part(text: string, className: string | undefined): ElementContent {
  const value = { type: 'text', value: text } as const;
  return className === undefined
    ? value
    : { type: 'element', tagName: 'span', properties: { className: [className] }, children: [value] };
}
