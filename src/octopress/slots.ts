/** What a construct becomes, in the two kinds of file: Markdown with components, and Markdown without. */
export interface Form {
  /** For `.mdx`. */
  mdx: string;
  /** For `.md`; the same if there is no component in it. */
  md: string;
}

/** The new text of a construct, by where it stands. */
export interface Slot {
  /** Alone on its lines; blank lines are put around it if it is not. */
  block?: Form;
  /** In the middle of a line. */
  inline?: Form;
  /** Inside an element of HTML, where Markdown is none. */
  html?: string;
}

const opening = '\uE000';
const closing = '\uE001';
const slotPattern = /\uE000(\d+)\uE001/g;
const longestPrefix = 500; // characters of the signs of quotes and lists before a line; more is no text
const maxNesting = 20; // a quote in a quote in a quote; deeper is no text

/** New texts that Markdown must not touch before it has been read; a sign of the private use area stands for each. */
export class Slots {
  readonly #slots: Slot[] = [];
  readonly #inHtml = new Set<number>();

  /** Keeps a slot, and gives what stands for it. */
  put(slot: Slot): string {
    this.#slots.push(slot);
    return `${opening}${this.#slots.length - 1}${closing}`;
  }

  /** Whether a slot has a component in it. */
  get needComponents(): boolean {
    return this.#slots.some(({ block, inline }) => block?.mdx !== block?.md || inline?.mdx !== inline?.md);
  }

  /** Says that the slots named in `text` stand inside HTML. */
  markHtml(text: string): void {
    for (const [, index] of text.matchAll(slotPattern)) this.#inHtml.add(Number(index));
  }

  /** `text` with what the slots stand for inside an element of HTML. */
  fillHtml(text: string, depth = 0): string {
    if (depth > maxNesting) return text.replace(slotPattern, '');
    return text.replace(slotPattern, (_, index: string) => {
      const { html, inline, block } = this.#slots[Number(index)] ?? {};
      return this.fillHtml(html ?? (inline ?? block)?.md ?? '', depth + 1);
    });
  }

  /** `text` with what the slots stand for. */
  fill(text: string, syntax: 'md' | 'mdx', depth = 0): string {
    if (depth > maxNesting) return text.replace(slotPattern, '');
    const result = new Lines();
    let at = 0;
    for (const match of text.matchAll(slotPattern)) {
      const index = Number(match[1]);
      const slot = this.#slots[index];
      const end = match.index + match[0].length;
      result.add(text.slice(at, match.index));
      at = end;
      if (slot === undefined) continue;
      if (this.#inHtml.has(index) && slot.html !== undefined) {
        result.add(this.fill(slot.html, syntax, depth + 1));
        continue;
      }
      const { lineStart: line, lineLength } = result;
      const [prefix = ''] = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*/.exec(line) ?? [];
      const lineEnd = text.indexOf('\n', end);
      const after = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
      const alone = prefix.length === lineLength && after.trim() === '';
      const form = alone ? (slot.block ?? slot.inline) : (slot.inline ?? slot.block);
      if (form === undefined) continue;
      const indent = prefix.replace(/[^\s>]/g, ' ');
      const filled = this.fill(form[syntax], syntax, depth + 1)
        .split('\n')
        .join(`\n${indent}`)
        .replace(/^[ \t]+$/gm, '');
      const isBlock = form === slot.block;
      if (!isBlock) {
        result.add(filled);
        continue;
      }
      const blank = `\n${indent.trimEnd()}\n${indent}`;
      if (!alone && line.trim() !== '' && prefix.length < lineLength) result.add(blank);
      else if (alone && needsBlankBefore(result.previousLine, line)) result.addBefore(indent.trimEnd());
      result.add(filled);
      // A component or a quote that runs into a paragraph would take it in.
      const next = text.slice(lineEnd + 1, nextLineEnd(text, lineEnd + 1));
      if (after.trim() !== '') result.add(blank);
      else if (lineEnd >= 0 && next.trim() !== '' && next.trim() !== '>') result.add(`\n${indent.trimEnd()}`);
    }
    result.add(text.slice(at));
    return result.text;
  }
}

/** A text that grows at its end and knows its last two lines, however long it is. */
class Lines {
  readonly #done: string[] = [];
  #last: string[] = [];
  /** The last line's first characters; no sign of a list or a quote stands behind them. */
  lineStart = '';
  lineLength = 0;

  get text(): string {
    return [...this.#done, this.#last.join('')].join('\n');
  }

  get previousLine(): string {
    return this.#done.at(-1) ?? '';
  }

  add(text: string): void {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      this.#done.push(this.#last.join('') + line);
      this.#last = [];
      this.lineStart = '';
      this.lineLength = 0;
    }
    this.#last.push(last);
    this.lineStart = (this.lineStart + last.slice(0, longestPrefix)).slice(0, longestPrefix);
    this.lineLength += last.length;
  }

  /** Puts a line before the last one. */
  addBefore(line: string): void {
    this.#done.push(line);
  }
}

function needsBlankBefore(previousLine: string, line: string): boolean {
  const previous = previousLine.trim();
  return previous !== '' && previous !== '>' && !/^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line.trimStart());
}

function nextLineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
