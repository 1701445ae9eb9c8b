import type { FoundPages, Wish } from './full-text.ts';
import { kindWords } from './marks.ts';
import { make } from './result-list.element.ts';
import type { Answer } from './search.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/**
 * Narrows the results: one radio button for each kind of page and, folded away, for each kind of driver, with how many
 * pages it would leave. An `input` event of a button named `kind` or `driver` says what was chosen.
 */
export class ResultFilters extends HTMLElement {
  /** Shows what there is to choose in an answer; `kind` is the choice so far. */
  show({ counts, errors, driver, drivers }: Answer, kind: Wish['kind']): void {
    const all = Object.entries(counts) as [keyof FoundPages['counts'], number][];
    const kinds = all.filter(([one]) => one !== 'error' || errors.length === 0);
    if (errors.length > 0) kinds.unshift(['error', Math.max(errors.length, counts.error ?? 0)]);
    const total = kinds.reduce((sum, [, count]) => sum + count, 0);
    const focused = this.querySelector<HTMLInputElement>('input:focus')?.name;
    const isAtFold = this.querySelector('summary:focus') !== null;
    const isOpen = this.querySelector('details')?.open === true;
    const kindChoice = group(words.kindsOfResults, 'kind', kind ?? '', [
      ['', filled(words.allResults, { count: total })],
      ...kinds.map(([one, count]) => [one, `${kindWords[one]} ${count}`] as const),
    ]);
    const driverChoice = group(words.drivers, 'driver', driver ?? '', [
      ['', words.anyDriver],
      ...Object.entries(drivers).map(([one, count]) => [one, `${one} ${count}`] as const),
    ]);
    const summary = make('summary', {}, [
      driver === undefined ? words.aboutOneDriver : filled(words.aboutDriver, { driver }),
    ]);
    const fold = make('details', {}, [summary, driverChoice]);
    fold.open = isOpen;
    this.replaceChildren(
      ...(kinds.length > 1 || kind !== undefined ? [kindChoice] : []),
      ...(Object.keys(drivers).length > 1 || driver !== undefined ? [fold] : []),
    );
    if (isAtFold) summary.focus();
    if (focused !== undefined) this.querySelector<HTMLElement>(`[name=${focused}]:checked`)?.focus();
  }
}

function group(
  legend: string,
  name: string,
  chosen: string,
  choices: readonly (readonly [value: string, label: string])[],
): HTMLElement {
  return make('fieldset', {}, [
    make('legend', { class: 'visually-hidden' }, [legend]),
    ...choices.map(([value, label]) => {
      const input = make('input', { type: 'radio', name });
      input.value = value;
      input.checked = value === chosen;
      return make('label', {}, [input, label]);
    }),
  ]);
}

declare global {
  interface HTMLElementTagNameMap {
    'result-filters': ResultFilters;
  }
}

customElements.define('result-filters', ResultFilters);
