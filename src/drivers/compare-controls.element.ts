import { dayInWords, momentInWords, parseMoment } from './moment.ts';
import type { Moment } from './release-at.ts';
import './cell-grid.element.ts';
import { button, make } from './compare-panel.element.ts';
import { fromParameters, itemsOf, parameters, untouched } from './compare-state.ts';
import type { CompareState } from './compare-state.ts';
import { compareAnswers, difference } from './difference.ts';
import './fact-source.element.ts';
import { stretchAt } from './stretch.ts';
import type { History, Stretch } from './stretch.ts';
import { toCsv, toMarkdown } from './table-text.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** One fact in the table, with a cell for each driver. */
interface Row {
  element: HTMLTableRowElement;
  key: string;
  type: string | undefined;
  words: readonly string[] | undefined;
  label: string;
  group: string;
  cells: Map<string, HTMLTableCellElement>;
}

/** So many cells are changed before the browser draws: a thousand at once would hold up a reader. */
const mostTouched = 25;

/**
 * Changes the comparison around it as the reader asks, keeps every change in the address, and says once what is shown.
 * It works on the cells of the page, row by row; only a past moment loads anything more. It never leaves the page, so its
 * listeners stay.
 */
export class CompareControls extends HTMLElement {
  #state = untouched;
  #turn = 0;
  #asked: Promise<History> | undefined;
  #written = new Map<HTMLTableCellElement, { nodes: Node[]; missing: boolean }>();
  /** The moment that all cells show. */
  #filled: string | undefined;
  #rows: Row[] = [];
  #heads = new Map<string, HTMLTableCellElement>();
  #shown: readonly string[] = [];
  #isPinned = false;
  #asOf = '';
  /** The driver that the reader moved, whose place is said with what is shown. */
  #moved = '';

  /** Begins when the style is there, which was asked for together with this script: nothing is shown without it. */
  async connectedCallback(): Promise<void> {
    const style = this.#part('link');
    if (style.sheet === null) await new Promise((done) => (style.onload = style.onerror = done));
    this.#filled = this.#comparison.dataset['asof'] ?? 'today';
    this.#read();
    const more = this.#part('.more');
    more.onclick = () => {
      this.hidden = !this.hidden;
      more.ariaExpanded = String(!this.hidden);
    };
    if (this.#comparison.dataset['open'] === '') more.click(); // asked for before this script was there
    const box = this.#part('.differences') as HTMLInputElement;
    box.onchange = () => this.#change({ differences: box.checked ? '1' : '' });
    // Back or forward: the table is as its address says.
    addEventListener('popstate', () => this.isConnected && this.#follow(this.#stateOfAddress()));
    this.#comparison.addEventListener('click', (event) => {
      const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('td > a');
      if (!link || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const { repository, edit } = this.#comparison.dataset as { repository: string; edit: string };
      this.#part('fact-source').open(link, repository, edit);
    });
    this.#part('compare-panel').show(untouched, this.#shown);
    const state = this.#stateOfAddress();
    this.#follow(box.checked ? { ...state, differences: '1' } : state); // ticked before this script was there
  }

  /** A table that is as `state` has it, also when a footnote was followed, is left as it is, and nothing is said. */
  #follow(state: CompareState): void {
    if (parameters.some((name) => state[name] !== this.#state[name])) void this.#apply(state, 'replaceState');
  }

  get #comparison(): HTMLElement {
    return this.closest('driver-compare') as HTMLElement;
  }

  #part<Tag extends keyof HTMLElementTagNameMap>(selector: Tag): HTMLElementTagNameMap[Tag];
  #part(selector: string): HTMLElement;
  #part(selector: string): HTMLElement {
    // The template has all of them.
    return this.#comparison.querySelector(selector) as HTMLElement;
  }

  /** Learns what the table holds, and builds the panel from it. */
  #read(): void {
    const table = this.#part('table');
    const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead [data-driver]')];
    for (const head of heads) this.#heads.set(head.dataset['driver'] ?? '', head);
    const home = (this.#shown = [...this.#heads.keys()]);
    this.#rows = [...table.querySelectorAll<HTMLTableRowElement>('tr[data-fact]')].map((element) => {
      const [head, ...cells] = element.cells;
      return {
        element,
        key: element.dataset['fact'] ?? '',
        type: element.dataset['type'],
        words: element.dataset['words']?.split(' '),
        label: textOf(head?.querySelector('a')),
        group: textOf(element.parentElement?.querySelector('.group')),
        cells: new Map(cells.map((cell, place) => [home[place] ?? '', cell])),
      };
    });
    const panel = make('compare-panel', { className: 'panel' });
    panel.fill({
      drivers: heads.map((head) => ({
        id: head.dataset['driver'] ?? '',
        label: titleIn(head),
        under: head.dataset['engine'],
      })),
      facts: this.#rows.filter(({ type }) => type !== undefined).map(({ key, label }) => ({ id: key, label })),
      groups: [...new Set(this.#rows.map(({ group }) => group))],
      moment: this.#comparison.dataset['asof'] ?? '',
      change: (part, moved) => this.#change(part, moved),
      actions: {
        [words.copyAsMarkdown]: () => void this.#copy(() => toMarkdown(this.#text())),
        [words.downloadCsv]: () => void this.#download(),
        [words.copyLink]: () => void this.#copy(() => location.href),
        [words.showAllAgain]: () => this.#change(untouched),
      },
    });
    this.append(panel);
    this.#comparison.append(make('fact-source', {}));
  }

  /** The second and every further table of a page has its place in front of its parameters. */
  get #prefix(): string {
    const place = [...document.querySelectorAll<HTMLElement>('driver-compare')].indexOf(this.#comparison);
    return place < 1 ? '' : `${place + 1}.`;
  }

  #stateOfAddress(): CompareState {
    const search = new URLSearchParams(location.search);
    return fromParameters((name) => search.get(this.#prefix + name));
  }

  #change(part: Partial<CompareState>, moved = ''): void {
    this.#moved = moved;
    const state = (this.#state = { ...this.#state, ...part });
    const turn = ++this.#turn;
    // Each key is not a step of the way back, and not worth an announcement of its own.
    if ('find' in part && part !== untouched)
      setTimeout(() => turn === this.#turn && void this.#apply(state, 'replaceState'), 150);
    else void this.#apply(state);
  }

  /** Makes the table and the address show `state`; `remember` says how. */
  async #apply(state: CompareState, remember: 'pushState' | 'replaceState' = 'pushState'): Promise<void> {
    const turn = ++this.#turn;
    this.#state = state;
    const written = this.#comparison.dataset['asof'] ?? 'today';
    const asOf = state.asof || written;
    let history: History | undefined;
    let moment: Moment | undefined;
    if (asOf !== written) {
      [history, moment] = await this.#past(asOf);
      await drawn(); // half a megabyte was read
      if (turn !== this.#turn) return; // The reader went on.
      if (!moment && !(history && asOf === 'today')) {
        // The field keeps it to be corrected, and other changes can go on without.
        this.#part('compare-panel').show(state, this.#shown);
        this.#state = { ...state, asof: this.#asOf };
        if (history) this.#say(words.howToWriteMoments);
        else
          this.#say(
            words.pastNotLoaded,
            button(words.tryAgain, () => void this.#apply(state, remember)),
          );
        return;
      }
    }
    this.#asOf = state.asof;
    this.#write(state, remember);
    await drawn();
    if (turn !== this.#turn) return;
    if (asOf !== this.#filled) this.#filled = undefined;
    const row = this.#rows.find(({ key }) => key === state.sort);
    if (row) this.#fill(row, history, moment);
    this.#choose(state, row);
    const isPinned = this.#shown.includes(state.pin);
    this.#isPinned ||= isPinned;
    const atMoment = (caption = '') =>
      history
        ? filled(words.captionAsOf, {
            value: caption,
            moment: moment ? momentInWords(moment, history.releases) : asOf,
          })
        : caption;
    const caption = this.#part('caption');
    caption.dataset['written'] ??= caption.textContent;
    caption.textContent = atMoment(caption.dataset[history ? 'title' : 'written']);
    this.#comparison.classList.toggle('cards', state.view === 'cards');
    (this.#part('.differences') as HTMLInputElement).checked = state.differences !== '';
    this.#part('compare-panel').show(state, this.#shown);
    await drawn();
    this.#arrange(this.#heads, state);
    let touched = 0;
    for (const one of this.#rows) {
      if (asOf !== this.#filled) touched += this.#fill(one, history, moment);
      touched += this.#arrange(one.cells, state, one) + this.#filter(one, state);
      if (touched < mostTouched) continue;
      touched = 0;
      await drawn();
      if (turn !== this.#turn) return;
    }
    this.#filled = asOf;
    this.#isPinned = isPinned;
    this.#settle(atMoment);
  }

  /** Puts in order what depends on the rows that are shown, and says how many there are, `atMoment` in words. */
  #settle(atMoment: (text: string) => string): void {
    for (const body of this.#comparison.querySelectorAll('tbody'))
      body.hidden = !body.querySelector('tr[data-fact]:not([hidden])');
    for (const group of this.#comparison.querySelectorAll<HTMLTableCellElement>('.group th'))
      group.colSpan = this.#shown.length + 1;
    this.#part('cell-grid').mend();
    const rows = this.#rows.filter(({ element }) => !element.hidden).length;
    const facts = filled(words.factsShown, { value: rows, all: this.#rows.length });
    const drivers = filled(words.driversShown, { value: this.#shown.length, all: this.#heads.size });
    const place = this.#shown.indexOf(this.#moved) + 1;
    const moved = place ? filled(words.movedTo, { value: titleIn(this.#heads.get(this.#moved)), place }) : '';
    this.#say(
      `${moved}${atMoment(facts + words.comma + drivers)}.`,
      rows ? '' : button(words.showAllAgain, () => this.#change(untouched)),
    );
  }

  #say(...text: (string | Node)[]): void {
    const status = this.#part('[role=status]');
    // A button in it goes with its text.
    if (status.matches(':focus-within')) this.#part('.more').focus();
    status.replaceChildren(...text);
  }

  /** The past with the moment that `asOf` names there, if it is one; nothing if it can't be loaded now. */
  #past(asOf: string): Promise<[history?: History, moment?: Moment | undefined]> {
    const from = this.#comparison.dataset['from'] ?? '';
    return (this.#asked ??= fetch(`${from}history.json`).then((response) => response.json() as Promise<History>))
      .then((history): [History, Moment | undefined] => [history, parseMoment(asOf, history.releases)])
      .catch(() => {
        this.#asked = undefined; // What came may be a failure written as JSON.
        return [];
      });
  }

  /** Writes what held at `moment` into a row's cells, or takes back what was written. How many cells it touched. */
  #fill({ key, cells }: Row, history: History | undefined, moment: Moment | undefined): number {
    for (const [id, cell] of cells) {
      cell.querySelector('em')?.remove(); // belongs to the pinned driver, not to the cell as it was written
      const before = this.#written.get(cell) ?? { nodes: [...cell.childNodes], missing: cell.matches('.missing') };
      this.#written.set(cell, before);
      const stretch = history && (moment ? stretchAt(history, id, key, moment) : history.drivers[id]?.[key]?.at(-1));
      if (stretch) write(cell, stretch);
      else cell.replaceChildren(...before.nodes);
      cell.classList.toggle('missing', stretch ? stretch.kind !== 'known' : before.missing);
    }
    return cells.size;
  }

  /** Picks the columns that `state` asks for, in its order. */
  #choose({ drivers }: CompareState, row: Row | undefined): void {
    const asked = itemsOf(drivers).filter((id) => this.#heads.has(id));
    const answer = (id: string) => answerIn(row?.cells.get(id));
    this.#shown = asked.length > 0 ? asked : [...this.#heads.keys()];
    if (!row) return;
    this.#shown = this.#shown.toSorted((a, b) => compareAnswers(answer(a), answer(b), row.type ?? '', row.words));
  }

  /** Shows the chosen cells in their order, each with how it differs from the pinned one. How many cells it touched. */
  #arrange(cells: ReadonlyMap<string, HTMLTableCellElement>, { pin, view }: CompareState, row?: Row): number {
    const inOrder = this.#shown.flatMap((id) => cells.get(id) ?? []);
    const reference = this.#shown.includes(pin) ? cells.get(pin) : undefined;
    let touched = 0;
    if (inOrder.some((cell, place) => cell.cellIndex < (inOrder[place - 1]?.cellIndex ?? 0))) {
      inOrder[0]?.parentElement?.append(...inOrder);
      touched = cells.size;
    }
    for (const [id, cell] of cells) {
      const hidden = !this.#shown.includes(id);
      if (cell.hidden !== hidden) {
        cell.hidden = hidden;
        touched = cells.size; // the whole row is laid out again
      }
      // A card has no column head above it.
      if (view !== '') cell.dataset['of'] ??= titleIn(this.#heads.get(id));
      if (!this.#isPinned) continue;
      cell.classList.toggle('pinned', cell === reference);
      if (row) compareWith(cell, cell === reference ? undefined : reference, row.type);
      touched = cells.size;
    }
    return touched;
  }

  /** Shows the row if `state` asks for it. How many cells come into sight. */
  #filter({ element, group, cells, type }: Row, { find, hide, differences }: CompareState): number {
    const answers = new Set(this.#shown.map((id) => answerIn(cells.get(id))));
    const same = type === undefined || answers.size < 2;
    const read = [element.cells[0], ...this.#shown.map((id) => cells.get(id))];
    const text = find === '' ? '' : read.map(textOf).join(' ').toLowerCase();
    const lacks = find
      .toLowerCase()
      .split(/\s+/)
      .some((word) => !text.includes(word));
    const was = element.hidden;
    element.classList.toggle('same', same);
    element.hidden = itemsOf(hide).includes(group) || (differences !== '' && same) || lacks;
    return was && !element.hidden ? cells.size : 0;
  }

  #write(state: CompareState, remember: 'pushState' | 'replaceState'): void {
    const address = new URL(location.href);
    for (const name of parameters) {
      address.searchParams.delete(this.#prefix + name);
      if (state[name] !== '') address.searchParams.set(this.#prefix + name, state[name]);
    }
    // Commas part ids and are legal there; encoded, a link can't be read any more.
    address.search = address.search.replaceAll('%2C', ',');
    if (address.href !== location.href) history[remember]({}, '', address);
  }

  /** The visible table: heads, then rows with their answers. */
  #text(): string[][] {
    return [
      [words.fact, ...this.#shown.map((id) => titleIn(this.#heads.get(id)))],
      ...this.#rows
        .filter(({ element }) => !element.hidden)
        .map(({ label, cells }) => [label, ...this.#shown.map((id) => answerIn(cells.get(id)))]),
    ];
  }

  async #download(): Promise<void> {
    await this.#apply(this.#state); // a change may still be on its way
    const href = URL.createObjectURL(new Blob([toCsv(this.#text())], { type: 'text/csv' }));
    const link = make('a', { href, download: 'storage-drivers.csv' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
    this.#say(words.saved);
  }

  async #copy(text: () => string): Promise<void> {
    await this.#apply(this.#state);
    try {
      await navigator.clipboard.writeText(text());
      this.#say(words.copied);
    } catch {
      this.#say(words.clipboardRefused);
    }
  }
}

/** After the browser had the time to draw; a frame of its own would never come where nobody looks at the page. */
function drawn(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

function textOf(node: Node | null | undefined): string {
  return node?.textContent?.trim() ?? '';
}

function titleIn(head: HTMLElement | undefined): string {
  return textOf(head?.querySelector('a'));
}

function answerIn(cell: HTMLTableCellElement | undefined): string {
  return textOf(cell?.firstElementChild);
}

function write(cell: HTMLTableCellElement, { text, note, source, checked }: Stretch): void {
  const about =
    source === undefined
      ? []
      : [make('a', { href: source, title: `${words.readOn} ${dayInWords(checked)}`, tabIndex: -1 }, words.sourceLink)];
  cell.replaceChildren(make('b', {}, text), ...about, make('small', {}, note));
}

function compareWith(
  cell: HTMLTableCellElement,
  reference: HTMLTableCellElement | undefined,
  type: string | undefined,
): void {
  cell.querySelector('em')?.remove();
  if (reference && type !== undefined)
    (cell.querySelector('a') ?? cell.firstElementChild)?.after(
      make('em', {}, difference(answerIn(cell), answerIn(reference), type)),
    );
}

declare global {
  interface HTMLElementTagNameMap {
    'compare-controls': CompareControls;
  }
}

customElements.define('compare-controls', CompareControls);
