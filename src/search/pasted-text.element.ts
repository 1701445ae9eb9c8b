import type { FoundError } from '../errors/error-finder.ts';
import { plural } from '../site/plural.ts';
import { pastedLines } from './pasted-lines.ts';
import type { PastedBlock } from './pasted-lines.ts';
import { make, pieceNode } from './result-list.element.ts';
import * as words from '../site/words.ts';

/** Letters of a value that are shown. */
const maxValueLetters = 120;

/** Shows which lines of a paste matched, in the reader's own text with the rest folded away, and the values found. */
export class PastedText extends HTMLElement {
  #errors: readonly FoundError[] = [];

  /** Shows what `errors` found in `text`; nothing if that is a single line, which the reader sees anyway. */
  show(text: string, errors: readonly FoundError[]): void {
    if (errors === this.#errors) return; // More pages were found for the same text, and lines may be unfolded by now.
    this.#errors = errors;
    const [first] = errors;
    this.hidden = first === undefined || !text.trim().includes('\n');
    if (first === undefined || this.hidden) {
      this.replaceChildren();
      return;
    }
    const values = Object.entries(first.values);
    const ask = first.known.question;
    this.replaceChildren(
      make('p', { class: 'heading' }, [words.inWhatYouPasted]),
      make(
        'div',
        { class: 'lines', role: 'group', tabindex: '0', 'aria-label': words.linesOfText },
        pastedLines(
          text,
          errors.flatMap(({ spans }) => spans),
        ).map(blockNode),
      ),
      ...(values.length > 0
        ? [
            make(
              'dl',
              {},
              values.flatMap(([name, value]) => [make('dt', {}, [name]), make('dd', {}, [cut(value)])]),
            ),
          ]
        : []),
      ...(ask === undefined ? [] : [make('p', {}, [make('strong', {}, [words.askFirst]), ' ', ask])]),
    );
  }
}

function blockNode(block: PastedBlock): HTMLElement {
  if (block.kind === 'folded') {
    return make('details', {}, [
      make('summary', {}, [plural(block.lines.length, words.moreLines)]),
      make('pre', {}, [block.lines.join('\n')]),
    ]);
  }
  return make(
    'ol',
    { role: 'list' },
    block.lines.map(({ number, pieces }) =>
      make('li', {}, [make('span', { class: 'number' }, [String(number)]), make('samp', {}, pieces.map(pieceNode))]),
    ),
  );
}

function cut(value: string): string {
  return value.length > maxValueLetters ? `${value.slice(0, maxValueLetters)}…` : value;
}

declare global {
  interface HTMLElementTagNameMap {
    'pasted-text': PastedText;
  }
}

customElements.define('pasted-text', PastedText);
