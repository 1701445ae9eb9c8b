import type { Edit } from './pieces.ts';

/**
 * Emphasis by stars that the old engines read and CommonMark does not, as HTML. Where a star has a sign such as a bracket
 * on its inner side, CommonMark wants a blank or another sign on the outer one, and Chinese and Japanese have none there.
 * `text` is a paragraph, a heading or a cell; `isHidden` says of an offset that it is in code, HTML or an address. With
 * `isLoose`, two stars may end behind a blank, and at the start of the next line, as RDiscount let them.
 */
export function starEdits(text: string, isHidden: (at: number) => boolean, isLoose: boolean): Edit[] {
  return ['**', '*'].flatMap((stars) => {
    const name = stars === '*' ? 'em' : 'strong';
    const runs = [...text.matchAll(/(?<![\\*])\*+/g)].filter(({ index, 0: run }) => run === stars && !isHidden(index));
    const edits: Edit[] = [];
    for (let next = 1; next < runs.length; next += 1) {
      const [from, to] = [runs[next - 1]?.index ?? 0, runs[next]?.index ?? 0];
      const inner = text.slice(from + stars.length, to);
      const [blanks = ''] = /[ \t]*(?:\n[ \t>]*)?$/.exec(inner) ?? [];
      const isLooseEnd = blanks !== '' && isLoose && name === 'strong';
      if (!/^\S[^\n]*$/.test(inner.slice(0, inner.length - blanks.length)) || (blanks !== '' && !isLooseEnd)) continue;
      next += 1; // what closes one opens no other
      const opens = flanks(text.slice(Math.max(0, from - 2), from), inner);
      if (opens && blanks === '' && flanks(text.slice(to + stars.length), inner, true)) continue;
      if (opens && isLooseEnd && !blanks.includes('\n')) {
        edits.push({ from: to - blanks.length, to: to + stars.length, text: `${stars} ` });
        continue;
      }
      edits.push(
        { from, to: from + stars.length, text: `<${name}>` },
        { from: to, to: to + stars.length, text: `</${name}>` },
      );
    }
    return edits;
  });
}

/** Whether CommonMark reads stars between the text outside and the inner text, which follows or comes before them. */
function flanks(outside: string, inner: string, isEnd = false): boolean {
  const innerSign = isEnd ? /[\p{P}\p{S}]$/u : /^[\p{P}\p{S}]/u;
  const outerSign = isEnd ? /^(?:$|[\s\p{P}\p{S}])/u : /(?:^|[\s\p{P}\p{S}])$/u;
  return !innerSign.test(inner) || outerSign.test(outside);
}
