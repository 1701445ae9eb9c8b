/** Lists that CommonMark has no sign for, as HTML with Markdown in it. */
import type { Line } from './lines.ts';
import type { Edit } from './pieces.ts';

/** Tells what a line was and what became of it, and whether a person has to look. */
export type Note = (line: Line, was: string, became: string, person?: boolean) => void;

const letteredItem = /^ {0,3}([A-Za-z])\.[ \t]+(?=\S)/;

/** RDiscount's list of items `a.`, `b.` and so on, which begins at `first`, as HTML with Markdown in it; undefined if there is none. */
export function lettered(
  lines: readonly Line[],
  first: number,
): { text: string; to: number; last: number } | undefined {
  const start = letteredItem.exec(lines[first]?.text ?? '')?.[1];
  if (start?.toLowerCase() !== 'a') return undefined;
  const items: string[][] = [];
  let last = first - 1;
  for (let index = first; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    const [sign, letter = ''] = letteredItem.exec(text) ?? [];
    if (letter.charCodeAt(0) === start.charCodeAt(0) + items.length) items.push([text.slice(sign?.length)]);
    else if (text.trim() !== '' && ((lines[index - 1]?.text ?? '').trim() !== '' || /^(?: {4}|\t)/.test(text)))
      items.at(-1)?.push(text.replace(/^(?: {1,4}|\t)/, ''));
    else if (text.trim() === '') items.at(-1)?.push('');
    else break;
    if (text.trim() !== '') last = index;
  }
  if (items.length < 2) return undefined;
  const parts = items.map((item) => `<li>\n\n${item.join('\n').trim()}\n\n</li>`);
  return { text: `<ol type="${start}">\n${parts.join('\n')}\n</ol>\n`, to: lines[last]?.to ?? 0, last };
}

/** A term and its meanings as a `dl`, with Markdown in it. Gives the last line that was taken. */
export function definitionList(
  lines: readonly Line[],
  first: number,
  edits: Edit[],
  terms: string[] | undefined,
  note: Note,
): number {
  const start = lines[first];
  if (start === undefined) return first;
  const isTerm = terms ?? [start.text];
  const parts: string[] = isTerm.map((term) => `<dt>\n\n${term.trim()}\n\n</dt>`);
  let index = first + 1;
  let current: string[] | undefined = terms === undefined ? undefined : [];
  const finish = (): void => {
    if (current === undefined) return;
    parts.push(`<dd>\n\n${current.join('\n').trim()}\n\n</dd>`);
    current = undefined;
  };
  for (; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    const meaning = /^:[ \t]+(.*)$/.exec(text);
    if (meaning !== null) {
      finish();
      current = [String(meaning[1])];
    } else if (text.trim() === '') {
      const after = lines[index + 1]?.text ?? '';
      if (!/^(?:\s+\S|:[ \t])/.test(after)) break;
      current?.push('');
    } else if (/^\s/.test(text) || (lines[index - 1]?.text ?? '').trim() !== '')
      current?.push(text.replace(/^(?: {1,4}|\t)/, ''));
    else break;
  }
  finish();
  const last = lines[index - 1] ?? start;
  edits.push({ from: start.from, to: last.to, text: `<dl>\n${parts.join('\n')}\n</dl>\n` });
  note(start, 'definition list', 'dl');
  return index - 1;
}
