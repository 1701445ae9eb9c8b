/** A stretch of text that remembers where in the old file it comes from. */
export interface Piece {
  text: string;
  /** Offset in the old text: of its first unit if the words are the author's, of what it replaces if they are ours. */
  at: number;
  /** Whether each unit of it stands in the old text, one after the other from `at` on. */
  own: boolean;
}

/** A change of a text: `text` in place of what stands from `from` to `to`. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** A text made of pieces, whose every offset has a place in the old one. */
export class Tracked {
  readonly text: string;
  readonly #pieces: readonly Piece[];
  readonly #starts: number[] = [];

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces.filter(({ text }) => text !== '');
    let length = 0;
    for (const { text } of this.#pieces) {
      this.#starts.push(length);
      length += text.length;
    }
    this.text = this.#pieces.map(({ text }) => text).join('');
  }

  /** The offset in the old text of what stands at `offset`. */
  sourceOf(offset: number): number {
    const index = this.#indexAt(offset);
    const piece = this.#pieces[index];
    if (piece === undefined) return 0;
    return piece.own ? piece.at + offset - (this.#starts[index] ?? 0) : piece.at;
  }

  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The text with all edits; one that overlaps the one before it is left out. */
  edited(edits: readonly Edit[]): Tracked {
    if (edits.length === 0) return this;
    const pieces: Piece[] = [];
    let at = 0;
    for (const { from, to, text } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
      if (from < at) continue;
      pieces.push(...this.slice(at, from), { text, at: this.sourceOf(from), own: false });
      at = to;
    }
    return new Tracked([...pieces, ...this.slice(at, this.text.length)]);
  }

  /** The pieces between two offsets. */
  slice(from: number, to: number): Piece[] {
    const pieces: Piece[] = [];
    let index = this.#indexAt(from);
    for (let piece = this.#pieces[index]; piece !== undefined; piece = this.#pieces[++index]) {
      const start = this.#starts[index] ?? 0;
      if (start >= to) break;
      const [head, tail] = [Math.max(0, from - start), Math.min(piece.text.length, to - start)];
      if (head >= tail) continue;
      pieces.push({ ...piece, text: piece.text.slice(head, tail), at: piece.own ? piece.at + head : piece.at });
    }
    return pieces;
  }
}
