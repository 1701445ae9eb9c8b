import type { CompareState } from './compare-state.ts';

/** Something that can be picked: a driver, a fact, a group. */
interface Choice {
  id: string;
  label: string;
  /** Heading under which it stands, such as the name of an engine. */
  under?: string;
}

/** What there is to choose from, and what happens then. */
export interface PanelContents {
  drivers: readonly Choice[];
  facts: readonly Choice[];
  groups: readonly Choice[];
  /** Called with the part of the state that the reader changed. */
  change: (part: Partial<CompareState>) => void;
  actions: Readonly<Record<string, () => void>>;
}

/** The controls with which a reader changes a comparison. They show a state and report changes; they keep nothing. */
export class ComparePanel extends HTMLElement {
  #fields:
    | {
        find: HTMLInputElement;
        asOf: HTMLInputElement;
        sort: HTMLSelectElement;
        pin: HTMLSelectElement;
        cards: HTMLInputElement;
      }
    | undefined;
  #order: readonly string[] = [];

  /** Builds the controls. */
  fill({ drivers, facts, groups, change, actions }: PanelContents): void {
    const find = make('input', {
      type: 'search',
      placeholder: 'inode, rootless, size…',
      oninput: () => change({ find: find.value }),
    });
    const asOf = make('input', {
      placeholder: 'July 2014, Docker 17.06, 2019-03-01',
      onchange: () => change({ asOf: asOf.value }),
    });
    const sort = picker([{ id: '', label: 'as it was' }, ...facts], (id) => change({ sort: id }));
    const pin = picker([{ id: '', label: 'nothing' }, ...drivers], (id) => change({ pin: id }));
    const cards = make('input', { type: 'checkbox', onchange: () => change({ cards: cards.checked }) });
    this.#fields = { find, asOf, sort, pin, cards };
    const move = (id: string, by: number) => {
      const order = [...this.#order];
      const from = order.indexOf(id);
      order.splice(Math.max(0, from + by), 0, ...order.splice(from, 1));
      change({ drivers: order, sort: '' });
    };
    const driverLine = ({ id, label }: Choice) =>
      make(
        'div',
        {},
        box('driver', id, label, (on) =>
          change({ drivers: on ? [...this.#order, id] : this.#order.filter((other) => other !== id) }),
        ),
        make('button', { type: 'button', ariaLabel: `Move ${label} left`, onclick: () => move(id, -1) }, '←'),
        make('button', { type: 'button', ariaLabel: `Move ${label} right`, onclick: () => move(id, 1) }, '→'),
      );
    const engines = [...Map.groupBy(drivers, ({ under = '' }) => under)];
    this.replaceChildren(
      field('Find a fact', find),
      field('As of a day or a release', asOf),
      field('Compare with', pin),
      field('Sort the drivers by', sort),
      make(
        'fieldset',
        {},
        make('legend', {}, 'Groups of facts'),
        ...groups.map(({ id, label }) => box('group', id, label, () => change({ hidden: this.#unchecked('group') }))),
      ),
      make('fieldset', {}, make('legend', {}, 'Reading'), make('label', {}, cards, 'One fact below the other')),
      ...engines.map(([engine, own]) =>
        make(
          'fieldset',
          { className: 'wide' },
          make('legend', {}, engine || 'Drivers'),
          make('button', { type: 'button', onclick: () => change({ drivers: own.map(({ id }) => id) }) }, 'Only these'),
          make('div', { className: 'drivers' }, ...own.map(driverLine)),
        ),
      ),
      make(
        'div',
        { className: 'wide actions' },
        ...Object.entries(actions).map(([label, onclick]) => make('button', { type: 'button', onclick }, label)),
      ),
    );
  }

  /** Shows `state`, with the drivers in the `order` in which the table has them. */
  show(state: CompareState, order: readonly string[]): void {
    this.#order = order;
    for (const box of this.querySelectorAll<HTMLInputElement>('[name=driver]')) box.checked = order.includes(box.value);
    for (const box of this.querySelectorAll<HTMLInputElement>('[name=group]'))
      box.checked = !state.hidden.includes(box.value);
    if (this.#fields === undefined) return;
    const { find, asOf, sort, pin, cards } = this.#fields;
    if (find !== document.activeElement) find.value = state.find;
    asOf.value = state.asOf;
    sort.value = state.sort;
    pin.value = state.pin;
    cards.checked = state.cards;
  }

  /** Says what is wrong with the moment that the reader wrote, or takes that back. */
  complain(message: string): void {
    this.#fields?.asOf.setCustomValidity(message);
    if (message !== '') this.#fields?.asOf.reportValidity();
  }

  #unchecked(name: string): string[] {
    const boxes = [...this.querySelectorAll<HTMLInputElement>(`[name=${name}]`)];
    return boxes.filter(({ checked }) => !checked).map(({ value }) => value);
  }
}

function field(label: string, control: HTMLElement): HTMLElement {
  return make('label', { className: 'field' }, label, control);
}

function box(name: string, value: string, label: string, change: (on: boolean) => void): HTMLElement {
  const input = make('input', { type: 'checkbox', name, value, onchange: () => change(input.checked) });
  return make('label', {}, input, label);
}

function picker(choices: readonly Choice[], change: (id: string) => void): HTMLSelectElement {
  const options = choices.map(({ id, label }) => make('option', { value: id }, label));
  const select = make('select', { onchange: () => change(select.value) }, ...options);
  return select;
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

declare global {
  interface HTMLElementTagNameMap {
    'compare-panel': ComparePanel;
  }
}

customElements.define('compare-panel', ComparePanel);
