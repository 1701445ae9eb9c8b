import type { CompareState } from './compare-state.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** Something that can be picked: a driver, a fact, a group. */
interface Choice {
  id: string;
  label: string;
  /** Heading under which it stands, such as the name of an engine. */
  under?: string | undefined;
}

/** What there is to choose from, and what happens then. */
export interface PanelContents {
  drivers: readonly Choice[];
  facts: readonly Choice[];
  groups: readonly string[];
  /** The moment of the table as it was written; empty for today. */
  moment: string;
  /** Called with the part of the state that the reader changed, and with the driver that was moved. */
  change: (part: Partial<CompareState>, moved?: string) => void;
  actions: Readonly<Record<string, () => void>>;
}

/** The controls with which a reader changes a comparison. They show a state and report changes; they keep nothing. */
export class ComparePanel extends HTMLElement {
  #change!: PanelContents['change'];
  #order: readonly string[] = [];

  /** Builds the controls. */
  fill({ drivers, facts, groups, moment, change, actions }: PanelContents): void {
    this.#change = change;
    this.oninput = this.onchange = this.#report;
    const driverLine = ({ id, label }: Choice) =>
      make(
        'div',
        {},
        box('driver', id, label),
        button('←', () => this.#move(id, -1), filled(words.moveLeft, { value: label })),
        button('→', () => this.#move(id, 1), filled(words.moveRight, { value: label })),
      );
    const engines = [...Map.groupBy(drivers, ({ under }) => under ?? words.drivers)];
    this.replaceChildren(
      // Below the line that says what came of them, which a long panel would put out of sight.
      make('p', {}, ...Object.entries(actions).map(([label, act]) => button(label, act))),
      field(words.findFact, make('input', { type: 'search', name: 'find', placeholder: words.findFactExample })),
      field(words.asOfMoment, make('input', { name: 'asof', defaultValue: moment, placeholder: words.asOfExample })),
      field(words.compareWith, picker('pin', [{ id: '', label: words.compareWithNothing }, ...drivers])),
      field(words.sortBy, picker('sort', [{ id: '', label: words.sortByDefault }, ...facts])),
      set(
        words.groupsOfFacts,
        ...groups.map((group) => box('group', group, group)),
        box('view', 'cards', words.oneBelowOther),
      ),
      ...engines.map(([engine, own]) =>
        set(
          engine,
          button(words.onlyThese, () => change({ drivers: own.map(({ id }) => id).join() })),
          ...own.map(driverLine),
        ),
      ),
    );
  }

  /** Shows `state`, with the drivers in the `order` in which the table has them. */
  show(state: CompareState, order: readonly string[]): void {
    this.#order = order;
    const hidden = state.hide.split(',');
    for (const field of this.querySelectorAll<HTMLInputElement>('[name]')) {
      const { name, value } = field;
      if (name === 'driver') field.checked = order.includes(value);
      else if (name === 'group') field.checked = !hidden.includes(value);
      else if (name === 'view') field.checked = state.view === value;
      else {
        const text = state[name as keyof CompareState] || field.defaultValue || ''; // a picker has no default
        if (text.trim() !== field.value.trim()) field.value = text;
      }
    }
  }

  /** A search answers each key; everything else what the reader has finished. */
  #report = ({ target, type }: Event): void => {
    const { name, value, checked } = target as HTMLInputElement;
    if ((name === 'find') !== (type === 'input')) return;
    if (name === 'driver') {
      this.#order = checked ? [...this.#order, value] : this.#order.filter((id) => id !== value);
      this.#change({ drivers: this.#order.join() });
    } else if (name === 'group') {
      const off = [...this.querySelectorAll<HTMLInputElement>('[name=group]:not(:checked)')];
      this.#change({ hide: off.map((group) => group.value).join() });
    } else this.#change({ [name]: name === 'view' && !checked ? '' : value });
  };

  #move(id: string, by: number): void {
    const from = this.#order.indexOf(id);
    const order = this.#order.filter((other) => other !== id);
    // Only pages from right to left name their direction; there a column on the left comes later.
    order.splice(Math.max(0, from + (document.dir ? -by : by)), 0, id);
    this.#order = order; // The next press may come before the table shows this one.
    this.#change({ drivers: order.join(), sort: '' }, id);
  }
}

function field(label: string, control: HTMLElement): HTMLElement {
  return make('label', { className: 'field' }, label, control);
}

function set(legend: string, ...children: Node[]): HTMLElement {
  return make('fieldset', {}, make('legend', {}, legend), ...children);
}

function box(name: string, value: string, label: string): HTMLElement {
  return make('label', {}, make('input', { type: 'checkbox', name, value }), label);
}

/** A button that does `onclick`, with another name for those who don't see it if `text` is but a sign. */
export function button(text: string, onclick: () => void, ariaLabel = text): HTMLElement {
  return make('button', { type: 'button', onclick, ariaLabel }, text);
}

function picker(name: string, choices: readonly Choice[]): HTMLElement {
  return make('select', { name }, ...choices.map(({ id, label }) => make('option', { value: id }, label)));
}

/** An element with properties and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
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
