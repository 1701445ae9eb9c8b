import type { ElementContent } from 'hast';
import type { InlineCode, Nodes, Root } from 'mdast';
import { eachNode } from '../site/each-node.ts';
import { highlight, isKnownLanguage, isTerminalLanguage } from './highlight.node.ts';

/** An option, short enough for any screen: browsers would break its line after the dashes. */
const option = /^--?[a-z][\w-]{1,20}$/;

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
      if (option.test(node.value)) node.data = { ...node.data, hProperties: { className: ['option'] } };
      const language = inlineLanguage(node.value);
      if (language === undefined || !isKnownLanguage(language.name)) return;
      pieces.push({ node, language: language.name, code: node.value.slice(0, language.at) });
    });
    for (const { node, language, code } of pieces) {
      const [line = []] = await highlight(code, isTerminalLanguage(language) ? 'shellscript' : language);
      node.value = code;
      node.data = {
        ...node.data,
        hChildren: line.map(({ text, role }): ElementContent => {
          const value = { type: 'text', value: text } as const;
          return role === undefined
            ? value
            : { type: 'element', tagName: 'span', properties: { className: [`t-${role}`] }, children: [value] };
        }),
      };
    }
  };
}
