import type { NodePlace } from './markdown-tree.node.ts';
import { attributes } from './markup.ts';
import type { Edit } from './pieces.ts';

/** Signs that CommonMark takes away behind a backslash and the old engines did not. */
const lateEscapes = /\\(?=[&,/;?@^%~])/g;
const lateEscapesOfOthers = /\\(?=["'$&,/;=?@^%~:|])/g;

/** The author's plain words, changed so that the new engine reads in them what the old one did. */
export function textEdits(
  { source, from, at, parent, index, syntax, post }: NodePlace,
  abbreviations: ReadonlyMap<string, string>,
): Edit[] {
  const edits: Edit[] = [];
  const kramdown = ['kramdown', 'maruku'].includes(post.settings.markdown);
  const previous = parent !== undefined && index !== undefined ? parent.children[index - 1] : undefined;
  const isSpan =
    previous !== undefined && ['link', 'image', 'emphasis', 'strong', 'inlineCode'].includes(previous.type);
  const span = kramdown && isSpan ? /^\{:[^}\n]*\}/.exec(source) : null;
  const skip = span?.[0].length ?? 0;
  if (span !== null) {
    edits.push({ from, to: from + skip, text: '' });
    post.note(at, span[0], 'nothing: classes and attributes of the old theme mean nothing here');
  }
  for (const { index: place } of source.matchAll(kramdown ? lateEscapes : lateEscapesOfOthers)) {
    if (source[place - 1] !== '\\') edits.push({ from: from + place, to: from + place, text: '\\' });
  }
  if (post.settings.markdown === 'rdiscount') {
    // Blanks at the inner ends of stars.
    for (const { index, 1: before = '', 2: words = '', 3: after = '' } of source.matchAll(
      /(?<![*\\])\*\*([ \t]*)([^\s*](?:[^*\n]*[^\s*])?)([ \t]*)\*\*(?!\*)/g,
    )) {
      const to = from + index + before.length + words.length + after.length + 4;
      const gap = (blanks: string): string => (blanks === '' ? '' : ' ');
      if (before + after !== '')
        edits.push({ from: from + index, to, text: `${gap(before)}**${words}**${gap(after)}` });
    }
  }
  if (syntax === 'mdx') {
    for (const match of source.matchAll(/(?<!\\)(?:\\\\)*([{<])(?=(\S?))/g)) {
      const sign = match.index + match[0].length - 1;
      if (sign < skip || (match[1] === '<' && match[2] === '')) continue;
      edits.push({ from: from + sign, to: from + sign, text: '\\' });
    }
  }
  if (post.settings.markdown === 'rdiscount' && parent?.type !== 'link') {
    for (const match of source.matchAll(/(?<=[A-Za-z\d)])\^(?:\(([^()\n]+)\)|([A-Za-z\d]+))/g)) {
      edits.push({
        from: from + match.index,
        to: from + match.index + match[0].length,
        text: `<sup>${match[1] ?? match[2] ?? ''}</sup>`,
      });
    }
  }
  for (const [word, title] of abbreviations) {
    const form = new RegExp(
      `(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
      'gu',
    );
    for (const match of source.matchAll(form)) {
      const start = from + match.index;
      edits.push({
        from: start,
        to: start + word.length,
        text: `<abbr${attributes({ title: title === '' ? undefined : title })}>${word}</abbr>`,
      });
    }
  }
  return edits;
}
