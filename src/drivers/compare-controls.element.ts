import { momentInWords, parseMoment } from './as-of.ts';
import type { Moment } from './as-of.ts';
import './cell-grid.element.ts';
import './compare-panel.element.ts';
import { fromParameters, parameters, toParameters, untouched } from './compare-state.ts';
import type { CompareState } from './compare-state.ts';
import { cellOf, noteOf } from './comparison.ts';
import type { Cell, DriverEntry } from './comparison.ts';
import { compareAnswers, difference } from './difference.ts';
import './fact-source.element.ts';
import { readDriver } from './published.ts';
import type { PublishedDrivers, PublishedEngines, PublishedFacts } from './published.ts';
import type { FactKey } from './schema.ts';
import { toCsv, toMarkdown } from './table-text.ts';

/** One fact in the table, with a cell for each driver. */
interface Row {
  element: HTMLTableRowElement;
  key: string;
  type: string | undefined;
  words: readonly string[];
  label: string;
  group: string;
  cells: Map<string, HTMLTableCellElement>;
}

/** What the site publishes, for answers that are not in the page. */
interface Facts {
  drivers: ReadonlyMap<string, DriverEntry>;
  keys: ReadonlyMap<string, FactKey>;
  engines: PublishedEngines['engines'];
}

const howToWriteMoments =
  'Write a day such as 2014-07-24, a month such as July 2014, or a release such as Docker 17.06.';

/**
 * Changes the comparison around it as the reader asks, keeps every change in the address, and says once what is shown.
 * It works on the cells of the page; only a past moment, or a driver that the page lacks, loads the published facts.
 */
export class CompareControls extends HTMLElement {
  #listening: AbortController | undefined;
  #state = untouched;
  #turn = 0;
  #asked: Promise<Facts> | undefined;
  #written = new Map<HTMLTableCellElement, Node[]>();
  #rows: Row[] = [];
  #heads = new Map<string, HTMLTableCellElement>();
  #home: readonly string[] = [];
  #shown: readonly string[] = [];
  #typing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    if (this.#rows.length === 0) this.#read();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const more = this.#part<HTMLButtonElement>('.more');
    more.addEventListener('click', () => this.toggle(), { signal });
    const box = this.#part<HTMLInputElement>('[name=differences]');
    box.addEventListener('change', () => this.#change({ differences: box.checked }), { signal });
    addEventListener('popstate', () => void this.#apply(this.#stateOfAddress()), { signal });
    this.#comparison.addEventListener(
      'click',
      (event) => {
        const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('td > a');
        if (link === null || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        this.#part('fact-source').open(link, this.#comparison.dataset['repository'] ?? '');
      },
      { signal },
    );
    const state = this.#stateOfAddress();
    if (toParameters(state).length > 0) void this.#apply({ ...state, differences: state.differences || box.checked });
    else this.#state = { ...state, differences: box.checked };
    this.#part('compare-panel').show(this.#state, this.#shown);
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  /** Shows or hides the panel. */
  toggle(): void {
    this.hidden = !this.hidden;
    this.#part('.more').ariaExpanded = String(!this.hidden);
  }

  get #comparison(): HTMLElement {
    return this.closest<HTMLElement>('driver-compare') ?? this;
  }

  #part<Tag extends keyof HTMLElementTagNameMap>(selector: Tag): HTMLElementTagNameMap[Tag];
  #part<Part extends HTMLElement = HTMLElement>(selector: string): Part;
  #part(selector: string): HTMLElement {
    const part = this.#comparison.querySelector<HTMLElement>(selector);
    if (part === null) throw new Error(`The comparison has no ${selector}.`);
    return part;
  }

  /** Learns what the table holds, and builds the panel from it. */
  #read(): void {
    const table = this.#part<HTMLTableElement>('table');
    for (const columns of table.querySelectorAll('colgroup')) columns.remove(); // they count columns that may go
    const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead [data-driver]')];
    for (const head of heads) this.#heads.set(head.dataset['driver'] ?? '', head);
    this.#home = this.#shown = [...this.#heads.keys()];
    this.#rows = [...table.querySelectorAll<HTMLTableRowElement>('tr[data-fact]')].map((element) => {
      const [head, ...cells] = element.cells;
      return {
        element,
        key: element.dataset['fact'] ?? '',
        type: element.dataset['type'],
        words: element.dataset['words']?.split(' ') ?? [],
        label: head?.firstChild?.textContent?.trim() ?? '',
        group: element.closest('tbody')?.querySelector('.group')?.textContent?.trim() ?? '',
        cells: new Map(cells.map((cell, place) => [this.#home[place] ?? '', cell])),
      };
    });
    const engineOf = (id: string) => {
      const spans = [...table.querySelectorAll<HTMLTableCellElement>('.engines th')];
      let left = this.#home.indexOf(id);
      return spans.find(({ colSpan }) => (left -= colSpan) < 0)?.textContent?.trim();
    };
    const panel = document.createElement('compare-panel');
    panel.className = 'panel';
    panel.fill({
      drivers: this.#home.map((id) => ({ id, label: this.#titleOf(id), under: engineOf(id) ?? '' })),
      facts: this.#rows.filter(({ type }) => type !== undefined).map(({ key, label }) => ({ id: key, label })),
      groups: [...new Set(this.#rows.map(({ group }) => group))].map((group) => ({ id: group, label: group })),
      change: (part) => this.#change(part),
      actions: {
        'Copy as Markdown': () => void this.#copy(toMarkdown(this.#text()), 'The table is copied as Markdown.'),
        'Download CSV': () => this.#download(),
        'Copy link': () => void this.#copy(location.href, 'The link to this very table is copied.'),
        'Show everything again': () => this.#change(untouched),
      },
    });
    this.append(panel);
    this.#comparison.append(document.createElement('fact-source'));
  }

  /** The second and every further table of a page has its place in front of its parameters. */
  get #prefix(): string {
    const place = [...document.querySelectorAll('driver-compare')].indexOf(
      this.#comparison as HTMLElementTagNameMap['driver-compare'],
    );
    return place < 1 ? '' : `${place + 1}.`;
  }

  #stateOfAddress(): CompareState {
    const search = new URLSearchParams(location.search);
    return fromParameters((name) => search.get(this.#prefix + name));
  }

  #change(part: Partial<CompareState>): void {
    const state = { ...this.#state, ...part };
    clearTimeout(this.#typing);
    // Each key is not a step of the way back, and not worth an announcement of its own.
    if ('find' in part) this.#typing = setTimeout(() => void this.#apply(state, 'replaceState'), 150);
    else void this.#apply(state, 'pushState');
    this.#state = state;
  }

  /** Makes the table show `state`, and the address too if `remember` says how. */
  async #apply(state: CompareState, remember?: 'pushState' | 'replaceState'): Promise<void> {
    const turn = ++this.#turn;
    const panel = this.#part('compare-panel');
    const asOf = state.asOf || (this.#comparison.dataset['asof'] ?? '');
    const missing = (state.drivers ?? []).filter((id) => !this.#heads.has(id));
    let facts: Facts | undefined;
    if (missing.length > 0 || asOf !== (this.#comparison.dataset['asof'] ?? '')) {
      try {
        facts = await this.#load();
      } catch {
        return this.#say(
          'The facts could not be loaded. Check the connection and try again; the table still shows what it showed.',
        );
      }
      if (turn !== this.#turn) return; // The reader went on.
    }
    const moment =
      facts === undefined || asOf === 'today' || asOf === '' ? undefined : parseMoment(asOf, facts.engines);
    const wrong = facts !== undefined && asOf !== '' && asOf !== 'today' && moment === undefined;
    panel.complain(wrong ? howToWriteMoments : '');
    if (wrong) return this.#say(howToWriteMoments);
    this.#state = state;
    if (facts !== undefined) for (const id of missing) this.#addColumn(id, facts);
    this.#fill(facts, moment, asOf);
    this.#arrange(state);
    this.#filter(state);
    this.#comparison.classList.toggle('cards', state.cards);
    this.#part<HTMLInputElement>('[name=differences]').checked = state.differences;
    panel.show(state, this.#shown);
    this.#part('cell-grid').mend();
    if (remember !== undefined) this.#write(state, remember);
    const rows = this.#rows.filter(({ element }) => !element.hidden).length;
    const when = facts !== undefined && moment !== undefined ? `, as of ${momentInWords(moment, facts.engines)}` : '';
    this.#say(`${rows} of ${this.#rows.length} facts, ${this.#shown.length} of ${this.#heads.size} drivers${when}.`);
  }

  #say(text: string): void {
    this.#part('[role=status]').replaceChildren(text);
  }

  #load(): Promise<Facts> {
    const read = async <Data>(name: string): Promise<Data> => {
      const response = await fetch(`${this.#comparison.dataset['from'] ?? ''}${name}.json`);
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return (await response.json()) as Data;
    };
    this.#asked ??= Promise.all([
      read<PublishedDrivers>('drivers'),
      read<PublishedFacts>('facts'),
      read<PublishedEngines>('engines'),
    ]).then(([{ drivers }, { facts }, { engines }]) => ({
      drivers: new Map(Object.entries(drivers).map(([id, driver]) => [id, { id, data: readDriver(driver) }])),
      keys: new Map(facts.map((key) => [key.key, key])),
      engines,
    }));
    this.#asked.catch(() => (this.#asked = undefined));
    return this.#asked;
  }

  #addColumn(id: string, { drivers, keys }: Facts): void {
    const driver = drivers.get(id);
    if (driver === undefined) return;
    const head = document.createElement('th');
    head.scope = 'col';
    head.dataset['driver'] = id;
    const link = document.createElement('a');
    link.href = `${this.#comparison.dataset['drivers'] ?? ''}${id}/`;
    link.append(driver.data.title);
    head.append(link);
    this.#part('thead tr:last-child').append(head);
    this.#heads.set(id, head);
    for (const { key, element, cells } of this.#rows) {
      const cell = element.insertCell();
      cell.tabIndex = -1;
      cells.set(id, cell);
      const factKey = keys.get(key);
      if (factKey !== undefined) write(cell, cellOf(driver, factKey));
    }
  }

  /** Writes what held at `moment` into all cells, or takes back what was written. */
  #fill(facts: Facts | undefined, moment: Moment | undefined, asOf: string): void {
    const caption = this.#part('caption');
    caption.dataset['written'] ??= caption.textContent;
    if (facts === undefined || (moment === undefined && asOf !== 'today')) {
      for (const [cell, nodes] of this.#written) cell.replaceChildren(...nodes);
      this.#written.clear();
      caption.textContent = caption.dataset['written'];
      return;
    }
    const at = moment === undefined ? undefined : { moment, releases: facts.engines };
    for (const { key, cells } of this.#rows) {
      const factKey = facts.keys.get(key);
      for (const [id, cell] of cells) {
        const driver = facts.drivers.get(id);
        if (factKey === undefined || driver === undefined) continue;
        if (!this.#written.has(cell)) this.#written.set(cell, [...cell.childNodes]);
        write(cell, cellOf(driver, factKey, at));
      }
    }
    const today = moment === undefined ? 'as of today' : `as of ${momentInWords(moment, facts.engines)}`;
    caption.textContent = `${caption.dataset['title'] ?? caption.dataset['written']}, ${today}`;
  }

  /** Shows the columns that `state` asks for, in its order, and says in each how it differs from the pinned one. */
  #arrange({ drivers, sort, pin }: CompareState): void {
    const wanted = (drivers ?? this.#home).filter((id) => this.#heads.has(id));
    const row = this.#rows.find(({ key }) => key === sort);
    const answer = (id: string) => textOf(row?.cells.get(id));
    this.#shown =
      row === undefined
        ? wanted
        : wanted.toSorted((a, b) => compareAnswers(answer(a), answer(b), row.type ?? '', row.words));
    const order = [...this.#shown, ...[...this.#heads.keys()].filter((id) => !this.#shown.includes(id))];
    const heads = [...this.#part<HTMLTableElement>('table').querySelectorAll<HTMLElement>('thead [data-driver]')];
    const moved = heads.some((head, place) => head.dataset['driver'] !== order[place]);
    const reference = this.#shown.includes(pin) ? pin : '';
    const columns: { cells: ReadonlyMap<string, HTMLTableCellElement>; row?: Row }[] = [
      { cells: this.#heads },
      ...this.#rows.map((own) => ({ cells: own.cells, row: own })),
    ];
    for (const { cells, row: own } of columns) {
      const inOrder = order.flatMap((id) => cells.get(id) ?? []);
      if (moved) inOrder[0]?.parentElement?.append(...inOrder);
      for (const [id, cell] of cells) {
        cell.hidden = !this.#shown.includes(id);
        cell.classList.toggle('pinned', id === reference);
        if (own !== undefined)
          compareWith(cell, reference === '' || id === reference ? undefined : own.cells.get(reference), own.type);
      }
    }
    const isWritten =
      this.#shown.length === this.#home.length && this.#shown.every((id, place) => id === this.#home[place]);
    for (const engines of this.#comparison.querySelectorAll<HTMLElement>('.engines')) engines.hidden = !isWritten;
    for (const group of this.#comparison.querySelectorAll<HTMLTableCellElement>('.group th'))
      group.colSpan = this.#shown.length + 1;
  }

  /** Shows the rows that `state` asks for. */
  #filter({ find, hidden, differences }: CompareState): void {
    const words = find.toLowerCase().split(/\s+/);
    for (const { element, group, cells, type } of this.#rows) {
      const answers = new Set(this.#shown.map((id) => textOf(cells.get(id))));
      const same = type === undefined || answers.size < 2;
      element.classList.toggle('same', same);
      const text = find === '' ? '' : element.textContent.toLowerCase();
      element.hidden = hidden.includes(group) || (differences && same) || words.some((word) => !text.includes(word));
    }
    for (const body of this.#comparison.querySelectorAll('tbody')) {
      body.hidden = !body.querySelector('tr[data-fact]:not([hidden])');
    }
  }

  #write(state: CompareState, remember: 'pushState' | 'replaceState'): void {
    const address = new URL(location.href);
    for (const name of parameters) address.searchParams.delete(this.#prefix + name);
    for (const [name, value] of toParameters(state)) address.searchParams.set(this.#prefix + name, value);
    // Commas part ids and are legal there; encoded, a link can't be read any more.
    address.search = address.search.replaceAll('%2C', ',');
    if (address.href !== location.href) history[remember]({}, '', address);
  }

  #titleOf(id: string): string {
    return this.#heads.get(id)?.textContent?.trim() ?? id;
  }

  /** The visible table: heads, then rows with their answers. */
  #text(cellText: (cell: HTMLTableCellElement | undefined) => string[] = (cell) => [textOf(cell)]): string[][] {
    const width = cellText(undefined).length;
    return [
      [
        'Fact',
        ...this.#shown.flatMap((id) => [this.#titleOf(id), ...(width > 1 ? [`Source for ${this.#titleOf(id)}`] : [])]),
      ],
      ...this.#rows
        .filter(({ element }) => !element.hidden)
        .map(({ label, cells }) => [label, ...this.#shown.flatMap((id) => cellText(cells.get(id)))]),
    ];
  }

  #download(): void {
    const withSource = (cell: HTMLTableCellElement | undefined) => [textOf(cell), sourceOf(cell)];
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([toCsv(this.#text(withSource))], { type: 'text/csv' }));
    link.download = 'storage-drivers.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    this.#say(`storage-drivers.csv holds ${this.#shown.length} drivers.`);
  }

  async #copy(text: string, done: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#say(done);
    } catch {
      // Without https, or without permission, a page may not write there.
      const box = document.createElement('textarea');
      box.readOnly = true;
      box.value = text;
      box.ariaLabel = 'Text to copy';
      this.#part('fact-source').replaceChildren(
        'This page may not write to the clipboard. The text is selected: copy it with Ctrl+C.',
        box,
      );
      this.#part('fact-source').showPopover();
      box.select();
    }
  }
}

function textOf(cell: HTMLTableCellElement | undefined): string {
  return cell?.querySelector('b')?.textContent ?? '';
}

function sourceOf(cell: HTMLTableCellElement | undefined): string {
  const link = cell?.querySelector('a');
  const note = link?.hash ? document.getElementById(link.hash.slice(1)) : null;
  return (note?.querySelector('a') ?? link)?.href ?? '';
}

function write(cell: HTMLTableCellElement, content: Cell): void {
  const { fact, kind, text } = content;
  const word = document.createElement('b');
  word.append(text);
  const source = document.createElement(fact.source === undefined ? 'i' : 'a');
  source.append(fact.source === undefined ? 'no source found' : 'source');
  if (source instanceof HTMLAnchorElement && fact.source !== undefined) {
    source.href = fact.source;
    source.title = `read ${fact.checked}`;
    source.tabIndex = -1;
  }
  const note = document.createElement('small');
  note.append(noteOf(content));
  cell.replaceChildren(word, source, note);
  cell.classList.toggle('missing', kind !== 'known');
}

function compareWith(
  cell: HTMLTableCellElement,
  reference: HTMLTableCellElement | undefined,
  type: string | undefined,
): void {
  cell.querySelector('em')?.remove();
  if (reference === undefined || type === undefined) return;
  const words = document.createElement('em');
  words.append(difference(textOf(cell), textOf(reference), type));
  cell.querySelector('b')?.after(words);
}

declare global {
  interface HTMLElementTagNameMap {
    'compare-controls': CompareControls;
  }
}

customElements.define('compare-controls', CompareControls);
