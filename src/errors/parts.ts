/** A piece of a message: what is always there, or the name of what varies. */
export interface Part {
  kind: 'literal' | 'variable';
  text: string;
}

/** `write <path>: no space left` as a variable `path` between two literal pieces. Empty pieces are left out. */
export function messageParts(message: string): Part[] {
  return message
    .split(/(<[a-z][a-z0-9 -]*>)/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      /^<.*>$/.test(piece) ? { kind: 'variable', text: piece.slice(1, -1) } : { kind: 'literal', text: piece },
    );
}

/** The runs of words in a message that never vary, the longest first: what to look for in other texts. */
export function sureWords(message: string): string[] {
  return messageParts(message)
    .filter(({ kind }) => kind === 'literal')
    .map(({ text }) => text.replace(/^[\s:;,.()[\]"']+/, '').replace(/[\s:;,.()[\]"']+$/, ''))
    .filter((piece) => piece !== '')
    .toSorted((a, b) => b.length - a.length);
}
