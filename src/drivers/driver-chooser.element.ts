import { choose } from './choose.ts';
import { isSystem } from './distribution.ts';
import type { Knowledge, Need, Reason, Situation, Verdict } from './choose.ts';
import type { PublishedDistributions, PublishedDrivers, PublishedEngines, PublishedFacts } from './published.ts';
import { versionPattern } from './version-pattern.ts';
import { formatDate } from '../site/dates.ts';
import { filled } from '../site/filled.ts';
import { pieces } from '../site/pieces.ts';
import * as words from '../site/words.ts';

/** What is known about a machine, from whoever found it out: `docker info` text, for one. Empty values are not known. */
export type Machine = Partial<
  Pick<Situation, 'engine' | 'version' | 'kernel' | 'filesystem' | 'dType' | 'rootless'>
> & {
  /** The distribution as its maker writes it: `Ubuntu 14.04.4 LTS`. */
  system?: string | undefined;
};

const effects: Readonly<Record<Reason['effect'], string>> = {
  no: words.effectNo,
  if: words.effectIf,
  open: words.effectOpen,
  good: words.effectGood,
  bad: words.effectBad,
};
const parameters = [
  'engine',
  'version',
  'distribution',
  'kernel',
  'filesystem',
  'nodtype',
  'rootless',
  'need',
] as const;

/**
 * Ranks the drivers for what the form around says, and keeps that in the address. Other parts of the page may fill the
 * form in with an event `machine` whose detail is a `Machine`.
 */
export class DriverChooser extends HTMLElement {
  #listening: AbortController | undefined;
  #asked: Promise<Knowledge> | undefined;
  #turn = 0;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const form = this.#form;
    form.addEventListener('submit', this.#submitted, { signal });
    form.addEventListener('change', this.#changed, { signal });
    this.addEventListener('machine', (event) => this.#fillIn((event as CustomEvent<Machine>).detail), { signal });
    addEventListener('popstate', this.#restore, { signal });
    this.#restore();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector<HTMLFormElement>(':scope > form');
    if (form === null) throw new Error('The chooser has no form.');
    return form;
  }

  /** Every change is answered at once; on a phone the answer is out of sight. */
  #submitted = (event: Event): void => {
    event.preventDefault();
    this.querySelector('.summary')?.scrollIntoView();
  };

  #changed = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement && target.name === 'distribution') this.#takeFromDistribution(target);
    const address = new URL(location.href);
    for (const name of parameters) address.searchParams.delete(name);
    for (const [name, value] of new FormData(this.#form))
      if (typeof value === 'string' && value !== '') address.searchParams.append(name, value);
    if (address.href !== location.href) history.pushState({}, '', address);
    void this.#answer();
  };

  /** A distribution knows its kernel and its filesystem; the reader may know better, and write over them. */
  #takeFromDistribution(list: HTMLSelectElement): void {
    const { kernel, filesystem } = list.selectedOptions[0]?.dataset ?? {};
    if (kernel !== undefined) this.#set('kernel', kernel);
    if (filesystem !== undefined) this.#set('filesystem', filesystem);
  }

  #set(name: string, value: string | boolean): void {
    for (const field of this.#form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)) {
      if (typeof value === 'boolean') (field as HTMLInputElement).checked = value;
      else field.value = value;
    }
  }

  #restore = (): void => {
    const search = new URLSearchParams(location.search);
    for (const name of parameters) {
      const values = search.getAll(name);
      for (const field of this.#form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)) {
        if (field instanceof HTMLInputElement && field.type === 'checkbox')
          field.checked = values.includes(field.value);
        else field.value = values[0] ?? '';
        // An address may name what is no choice, or nothing.
        if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0;
      }
    }
    void this.#answer();
  };

  #fillIn({ engine, version, kernel, filesystem, dType, rootless, system }: Machine): void {
    const known = { engine, version, kernel, filesystem };
    const options = [...this.#form.querySelectorAll<HTMLOptionElement>('[data-printed]')];
    const names = ({ dataset }: HTMLElement) => dataset['printed']?.split('|') ?? [];
    const distribution = options.find((option) => names(option).some((printed) => isSystem(system ?? '', printed)));
    this.#set('distribution', distribution?.value ?? '');
    for (const [name, value] of Object.entries(known)) this.#set(name, value ?? '');
    this.#set('nodtype', dType === false);
    this.#set('rootless', rootless === true);
    this.#form.dispatchEvent(new Event('change', { bubbles: true }));
  }

  async #answer(): Promise<void> {
    const turn = ++this.#turn;
    const fields = new FormData(this.#form);
    const text = (name: string) => {
      const value = fields.get(name);
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
    };
    const kernel = /\d+(?:\.\d+)*/.exec(text('kernel') ?? '')?.[0];
    const version = text('version')?.replace(/^v/, '');
    if (version !== undefined && !versionPattern.test(version)) {
      this.#say(words.howToWriteRelease);
      return;
    }
    if (text('kernel') !== undefined && kernel === undefined) {
      this.#say(words.howToWriteKernel);
      return;
    }
    const situation: Situation = {
      engine: text('engine') ?? '',
      version,
      kernel,
      filesystem: text('filesystem'),
      dType: fields.has('nodtype') ? false : undefined,
      rootless: fields.has('rootless'),
      distribution: text('distribution'),
      needs: fields.getAll('need') as Need[],
    };
    try {
      const knowledge = await this.#load();
      if (turn === this.#turn) this.#show(choose(situation, knowledge));
    } catch {
      if (turn === this.#turn) this.#say(words.factsNotLoaded);
    }
  }

  #say(text: string): void {
    this.querySelector('.summary')?.replaceChildren(text);
  }

  #load(): Promise<Knowledge> {
    const read = async <Data>(name: string): Promise<Data> => {
      const response = await fetch(`${this.dataset['from'] ?? ''}${name}.json`);
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return (await response.json()) as Data;
    };
    this.#asked ??= Promise.all([
      read<PublishedDrivers>('drivers'),
      read<PublishedFacts>('facts'),
      read<PublishedEngines>('engines'),
      read<PublishedDistributions>('distributions'),
    ]).then(([{ drivers }, { facts }, { engines }, { distributions }]) => ({
      drivers: Object.entries(drivers).map(([id, driver]) => ({ id, data: driver })),
      keys: new Map(facts.map((key) => [key.key, key])),
      engines,
      distributions,
    }));
    this.#asked.catch(() => (this.#asked = undefined));
    return this.#asked;
  }

  #show(verdicts: readonly Verdict[]): void {
    const [can, cannot] = [verdicts.filter(({ possible }) => possible), verdicts.filter(({ possible }) => !possible)];
    const first = can[0]?.driver.data.title;
    this.#say(
      first === undefined
        ? filled(words.noneCanRun, { all: verdicts.length })
        : filled(words.someCanRun, { some: can.length, all: verdicts.length, driver: first }),
    );
    const others = make(
      'details',
      make('summary', filled(words.whyNotOthers, { count: cannot.length })),
      ...cannot.map((verdict) => this.#card(verdict)),
    );
    others.className = 'others';
    others.open = can.length === 0;
    this.querySelector('.verdicts')?.replaceChildren(
      ...can.map((verdict, place) => this.#card(verdict, place + 1)),
      others,
    );
  }

  #card({ driver, reasons, possible }: Verdict, place?: number): HTMLElement {
    const page = `${this.dataset['drivers'] ?? ''}${driver.id}/`;
    const link = make('a', driver.data.title);
    link.href = page;
    const card = make('section', make('h2', place === undefined ? '' : `${place}. `, link));
    card.className = 'verdict';
    const shown = possible ? reasons : reasons.filter(({ effect }) => effect === 'no');
    card.append(make('ul', ...shown.map((reason) => this.#line(reason, page))));
    return card;
  }

  #line({ effect, text, fact, source, checked }: Reason, page: string): HTMLElement {
    const about = make('small');
    if (!['used_by', 'distribution'].includes(fact)) {
      const link = make('a', fact.replaceAll('_', ' '));
      link.href = `${page}#${fact}`;
      about.append(link, words.comma);
    }
    if (source !== undefined) {
      const link = make('a', words.sourceLink);
      link.href = source;
      const date = make('time', formatDate(new Date(checked)));
      date.dateTime = checked;
      about.append(...pieces(words.sourceOfDate, { source: link, date }));
    }
    const line = make('li', make('strong', effects[effect]), ` ${text} `, about);
    line.dataset['effect'] = effect;
    return line;
  }
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

declare global {
  interface HTMLElementTagNameMap {
    'driver-chooser': DriverChooser;
  }
}

customElements.define('driver-chooser', DriverChooser);
