import type { Code, InlineCode } from 'mdast';
import { inlineLanguage } from '../markdown/inline-code.node.ts';
import type { CodeBlock } from './content.ts';

/** A block of code. Its language is the fence line's first word; in lists and quotes, a node begins at its fence all the same. */
export function readCode({ value, lang, meta, position }: Code, text: string): CodeBlock {
  const from = position?.start.offset ?? 0;
  const [line = ''] = /^[^\r\n]*/.exec(text.slice(from)) ?? [];
  const [, before = '', name = '', gap = '', notes = ''] =
    /^((?:`{3,}|~{3,})[ \t]*)(\S*)([ \t]*)(.*?)[ \t]*$/.exec(line) ?? [];
  const at = from + before.length;
  return {
    code: value,
    offset: from,
    language: lang == null ? undefined : { name: lang, offset: at },
    notes: meta == null ? undefined : { text: notes, offset: at + name.length + gap.length },
    isInline: false,
    isOpen: !isClosed(text, position),
  };
}

/** Whether a block ends with a line of its fence's signs, as many or more. One that is indented has no fence. */
function isClosed(text: string, position: Code['position']): boolean {
  const lines = text.slice(position?.start.offset, position?.end.offset).split(/\r\n|\n|\r/);
  const [fence] = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? '') ?? [];
  if (fence === undefined) return true;
  const last = /[`~]+(?=[ \t]*$)/.exec(lines.at(-1) ?? '')?.[0] ?? '';
  return lines.length > 1 && last.startsWith(fence);
}

/** Code in a line of text, which may name its language: `docker info{:sh}`. */
export function readInlineCode({ value, position }: InlineCode, text: string): CodeBlock {
  const language = inlineLanguage(value);
  const offset = position?.start.offset ?? 0;
  const named = language && { name: language.name, offset: text.indexOf(`{:${language.name}}`, offset) + '{:'.length };
  return {
    code: value.slice(0, language?.at),
    offset,
    language: named,
    notes: undefined,
    isInline: true,
    isOpen: false,
  };
}
