import { engineNames, facetName, facetOf, facetText, systemNames } from '../errors/facet.ts';
import type { Facet } from '../errors/facet.ts';
import { driverKinds } from '../errors/driver-kinds.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';
import type { FacetAct } from './choice.ts';
import type { Machine } from './machine.ts';
import { make } from './result-list.element.ts';

/**
 * Says what was read of the machine in a text, each with a button that takes it away, and has a form to say it by hand. An
 * event `facet-act` with a `FacetAct` says what the reader did.
 */
export class FacetList extends HTMLElement {
  #shown = '';

  /** Shows what is known of the machine; nothing is known without `machine`. */
  show(machine: Machine | undefined): void {
    const facets = machine?.facets ?? [];
    const shown = facets.map(facetText).join(words.comma);
    // An answer comes in parts, and a form may be filled in by now.
    if (shown === this.#shown && this.firstChild !== null) return;
    this.#shown = shown;
    // The answer to a click comes after it, with other buttons: the next one takes the focus, or else what opens the form.
    const buttons = [...this.querySelectorAll('li button')];
    const place = buttons.findIndex((button) => button === document.activeElement);
    const isOpen = this.querySelector('details')?.open === true;
    const isIn = this.contains(document.activeElement);
    const fold = make('details', {}, [make('summary', {}, [words.machineByHand])]);
    const unfold = (): void => fold.append(this.#form(facets)); // Few readers want it.
    if (isOpen) unfold();
    else fold.addEventListener('toggle', unfold, { once: true });
    fold.open = isOpen;
    this.replaceChildren(
      ...(facets.length === 0
        ? []
        : [
            make('ul', { role: 'list', 'aria-label': words.machineOfText }, [
              make('li', { class: 'quiet', 'aria-hidden': 'true' }, [words.machineRead]),
              ...facets.map((facet) => this.#item(facet)),
            ]),
          ]),
      fold,
    );
    if (!isIn) return;
    const left = [...this.querySelectorAll<HTMLElement>('li button')];
    (left[Math.min(place, left.length - 1)] ?? fold.querySelector<HTMLElement>('summary'))?.focus();
  }

  #item(facet: Facet): HTMLElement {
    const name = facetName(facet);
    const button = make('button', { type: 'button', 'aria-label': filled(words.takeAway, { facet: name }) }, ['×']);
    button.addEventListener('click', () => this.#tell({ removed: facet }));
    return make('li', {}, [name, ' ', button]);
  }

  #form(facets: readonly Facet[]): HTMLElement {
    const engine = choice('engine', words.machineEngine, engineNames, facets);
    const system = choice('system', words.machineSystem, systemNames, facets);
    const drivers = Object.fromEntries(driverKinds.map((kind) => [kind, kind]));
    const driver = choice('driver', words.machineDriver, drivers, facets);
    const engineVersion = version(words.engineVersion, engine.facet);
    const systemVersion = version(words.systemVersion, system.facet);
    const form = make('form', {}, [
      make('p', { class: 'quiet' }, [words.machineByHandHint]),
      ...[engine, engineVersion, driver, system, systemVersion].map(({ label }) => label),
      make('button', { type: 'submit' }, [words.applyMachine]),
    ]);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      event.stopPropagation(); // The box around it would open a result.
      const numbered = (id: string, number: string) => facetOf(`${id} ${number}`.trim()) ?? facetOf(id);
      const set = [
        numbered(engine.select.value, plainVersion(engineVersion.input.value)),
        numbered(system.select.value, plainVersion(systemVersion.input.value)),
        driver.select.value === '' ? undefined : ({ kind: 'driver', id: driver.select.value } satisfies Facet),
      ];
      this.#tell({ set: set.flatMap((facet) => facet ?? []) });
    });
    form.addEventListener('input', (event) => event.stopPropagation()); // It is no search yet.
    return form;
  }

  #tell(detail: FacetAct): void {
    this.dispatchEvent(new CustomEvent<FacetAct>('facet-act', { bubbles: true, detail }));
  }
}

/** `v20.10.7-ce` as digits and dots. */
function plainVersion(text: string): string {
  return /\d{1,4}(?:\.\d{1,5}){0,3}/.exec(text)?.[0] ?? '';
}

/** A choice of one name; the first facet of its kind, if it is among the names, is chosen. */
function choice(kind: Facet['kind'], text: string, names: Readonly<Record<string, string>>, facets: readonly Facet[]) {
  const facet = facets.find((one) => one.kind === kind);
  const select = make('select', {}, [
    make('option', { value: '' }, [words.notSaid]),
    ...Object.entries(names).map(([id, name]) => make('option', { value: id }, [name])),
  ]);
  select.options[0]?.setAttribute('value', '');
  if (facet !== undefined && Object.hasOwn(names, facet.id)) select.value = facet.id;
  return { select, facet, label: make('label', {}, [text, ' ', select]) };
}

function version(text: string, facet: Facet | undefined) {
  const input = make('input', {
    type: 'text',
    inputmode: 'decimal',
    size: '8',
  });
  input.value = facet?.version ?? '';
  return { input, label: make('label', {}, [text, ' ', input]) };
}

declare global {
  interface HTMLElementTagNameMap {
    'facet-list': FacetList;
  }
  interface HTMLElementEventMap {
    'facet-act': CustomEvent<FacetAct>;
  }
}

customElements.define('facet-list', FacetList);
