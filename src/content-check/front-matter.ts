/** Where the front matter's YAML and the prose stand in a file, or what is wrong with the lines that fence it. */
export type FrontMatter =
  | { kind: 'found'; start: number; end: number; body: number }
  | { kind: 'broken'; offset: number; message: string; hint: string };

/** Lines of keys and their values, as the first thing of the prose, up to a line `---`. */
const secondFrontMatter =
  /^(\s*)(?:---[ \t]*\r?\n)?[a-z][\w-]*:(?:[ \t].*)?\r?\n(?:(?:[a-z][\w-]*:|[ \t]|- ).*\r?\n)*---[ \t]*(?:\r?\n|$)/;

/** Finds the front matter: a first line `---`, YAML, and a line `---`. */
export function findFrontMatter(text: string): FrontMatter {
  const [opening] = /^---[ \t]*(?:\r\n|\n|\r|$)/.exec(text) ?? [];
  if (opening === undefined && /^\s+---[ \t]*[\r\n]/.test(text)) {
    return {
      kind: 'broken',
      offset: 0,
      message: 'The front matter does not begin in the first line.',
      hint: 'Delete what stands before its first `---`, blank lines and blanks too.',
    };
  }
  if (opening === undefined) {
    return {
      kind: 'broken',
      offset: 0,
      message: 'The file has no front matter.',
      hint: 'Begin it with a line `---`, then the keys such as `title: …`, then another line `---`.',
    };
  }
  const start = opening.length;
  const closing = /^---([^\r\n]*)(?:\r\n|\n|\r|$)/gm;
  closing.lastIndex = start;
  const found = closing.exec(text);
  if (found === null) {
    return {
      kind: 'broken',
      offset: 0,
      message: 'The front matter is not closed.',
      hint: 'Write a line `---` after its last key.',
    };
  }
  if (found[1]?.trim() !== '') {
    return {
      kind: 'broken',
      offset: found.index,
      message: 'The line that closes the front matter holds more than three hyphens.',
      hint: 'Write `---` and nothing else.',
    };
  }
  const dots = /^\.\.\.[ \t]*\r?\n(?=\s*\S)/m.exec(text.slice(start, found.index));
  if (dots !== null) {
    return {
      kind: 'broken',
      offset: start + dots.index,
      message: 'For YAML, `...` ends the front matter here.',
      hint: 'Write `---` in its place if it ends here, or delete the line.',
    };
  }
  const again = secondFrontMatter.exec(text.slice(found.index + found[0].length));
  if (again !== null) {
    return {
      kind: 'broken',
      offset: found.index + found[0].length + (again[1]?.length ?? 0),
      message: 'A second front matter begins here, which readers would see.',
      hint: 'Write its keys above the `---` before it, and delete what is left.',
    };
  }
  return { kind: 'found', start, end: found.index, body: found.index + found[0].length };
}
