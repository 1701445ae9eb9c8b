import type { Code } from 'mdast';
import { fenced, languageFor } from './code-options.ts';
import type { NodePlace } from './markdown-tree.node.ts';
import type { Edit } from './pieces.ts';

/** Code whose fence says its language alone, and in MDX a fence in place of an indent. */
export function codeEdits(node: Code, { tracked, source, from, to, at, parent, syntax, post }: NodePlace): Edit[] {
  const isFenced = /^(?:`{3,}|~{3,})/.test(source);
  if (!isFenced) {
    post.note(at, 'indented code', syntax === 'mdx' ? 'fence' : 'indented code');
    if (syntax === 'md') return [];
    const lineStart = tracked.text.lastIndexOf('\n', from - 1) + 1;
    const prefix = tracked.text.slice(lineStart, from);
    // In a list, tabs and blanks alike lead to where its words begin.
    const column = parent?.type === 'listItem' ? parent.children[0]?.position?.start.column : undefined;
    // MDX has no code by indent; what stands before the first line, such as a quote's sign, stands before each.
    const isBlank = /^\s*$/.test(prefix);
    const indent =
      column === undefined ? prefix.replace(/[^>\s]/g, ' ').replace(/(?: {4}|\t)$/, '') : ' '.repeat(column - 1);
    const fence = fenced(node.value, undefined, { mark: [] }).split('\n').join(`\n${indent}`);
    return [{ from: isBlank ? lineStart : from, to, text: isBlank ? indent + fence : fence }];
  }
  const known = node.lang == null ? undefined : languageFor(node.lang, post.isKnownLanguage);
  if ((node.lang ?? undefined) === known && node.meta == null) return [];
  const [line = ''] = source.split('\n', 1);
  const fence = /^(?:`+|~+)/.exec(line)?.[0] ?? '';
  post.note(at, 'fence', `code: ${known ?? 'plain'}`);
  return [{ from, to: from + line.length, text: `${fence}${known ?? ''}` }];
}
