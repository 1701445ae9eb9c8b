import type { AdviceData } from '../docker-info/advice-data.ts';
import type { Advice } from '../docker-info/advice.ts';
import { mayBeInfo } from '../docker-info/may-be-info.ts';
import { facetName } from '../errors/facet.ts';
import { keptPlaces } from '../offline/kept.ts';
import { filled } from '../site/filled.ts';
import { pieces } from '../site/pieces.ts';
import { allowScripts } from '../site/own-scripts.ts';
import type { TrustedTypes } from '../site/own-scripts.ts';
import { href, pathOf } from '../site/urls.ts';
import * as words from '../site/words.ts';
import { site } from '../site.config.ts';
import './error-report.element.ts';
import './growing-field.element.ts';
import { afterAct, choiceOf, nothingChosen, parametersOf } from './choice.ts';
import type { Choice, FacetAct } from './choice.ts';
import type { Machine } from './machine.ts';
import './pasted-text.element.ts';
import { isPaste, maxPasteLetters, shortened } from './query.ts';
import './result-filters.element.ts';
import { make } from './result-list.element.ts';
import { search } from './search.ts';
import type { Answer } from './search.ts';
import { createSources } from './sources.ts';
import { summary } from './summary.ts';

const pauseAfterKey = 20; // ms; keys that a keyboard sends at once are one search
const pauseAfterPress = 50; // ms; in which a browser makes a click of a finger that was lifted
const lowHeight = 480; // px; a phone on its long side with its keyboard
const maxAddressLetters = 2000; // longer addresses are cut by chats and mail; a paste of this size stays in the tab

/** What a tab remembers of a search, so that Back finds it again. */
interface Remembered {
  text: string;
  /** Missing in a tab that remembers a search of an older release. */
  choice?: Choice;
  /** Whether the search stood in a dialog. */
  open: boolean;
}

/**
 * Shows what is found for the text of the `<search-box>` around it. The text stays in this tab; with `data-address` it
 * stands behind the `#` of the address too, where no server sees it.
 */
export class SearchResults extends HTMLElement {
  #listening: AbortController | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  #choice = nothingChosen;
  /** What the last act of the reader was, to be said with the next answer. */
  #done = '';
  /** Number of the search whose answer is shown, or its beginning. */
  #listed = 0;
  /** Whether the last answer was whole, so that nothing has to be loaded for the next. */
  #isLoaded = false;
  /** Whether the reader asked to open the best answer before it was there. */
  #opening = false;
  /** Until then nothing changes: what moves under a pointer that is down gets no click. */
  #released: Promise<unknown> = Promise.resolve();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const { box } = this;
    box.addEventListener('input', (event) => this.#onInput(event), { signal });
    box.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        this.#open();
      },
      { signal },
    );
    box.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    this.addEventListener('pointerdown', () => void (this.#released = release()), { signal });
    this.addEventListener('facet-act', ({ detail }) => this.#onFacets(detail), { signal });
    visualViewport?.addEventListener('resize', () => this.#fit(), { signal });
    this.#fit();
    addEventListener('hashchange', () => this.#readAddress() && this.#searchNow(), { signal });
    this.#recall();
    this.#opening = box.dataset['open'] !== undefined;
    sources.prepare();
    import('./facet-list.element.ts').catch(() => undefined); // Coming after the answers, it would push them down.
    this.#searchNow();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    clearTimeout(this.#pause);
  }

  /** Tells styles when the keyboard of a phone leaves little room; two fingers that magnify the page take none. */
  #fit(): void {
    const { height, scale } = visualViewport ?? { height: Infinity, scale: 1 };
    this.box.toggleAttribute('data-low', height * scale < lowHeight);
  }

  private get box() {
    const box = this.closest('search-box');
    if (box === null) throw new Error('<search-results> belongs into a <search-box>.');
    return box;
  }

  private get field() {
    const field = this.box.querySelector<HTMLInputElement | HTMLTextAreaElement>('[data-field]');
    if (field === null) throw new Error('<search-results> needs a field with data-field.');
    return field;
  }

  private get list() {
    const list = this.querySelector('result-list');
    if (list === null) throw new Error('<search-results> needs a <result-list>.');
    return list;
  }

  #onInput(event: Event): void {
    const { name, value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    if (name === 'kind' || name === 'driver') {
      const chosen = name === 'kind' && value === '' ? undefined : value;
      this.#choice = { ...this.#choice, [name]: chosen };
      this.#searchNow();
      return;
    }
    this.#opening = false;
    this.list.leave(); // What was active answered another text.
    this.#pointAt();
    this.list.ariaBusy = 'true';
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#searchNow(), pauseAfterKey);
  }

  #onFacets(act: FacetAct): void {
    this.#choice = afterAct(this.#choice, act);
    if ('removed' in act) this.#done = filled(words.takenAway, { facet: facetName(act.removed) });
    this.#searchNow();
  }

  #searchNow(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#remember();
    void this.#show();
  }

  /** Every search has a number; when its answer comes after the next search began, it is dropped. */
  async #show(): Promise<void> {
    const turn = ++this.#turn;
    this.list.ariaBusy = 'true';
    const whole = this.field.value;
    const text = whole.slice(0, maxPasteLetters);
    if (text.trim() === '') {
      this.#clear();
      return;
    }
    if (!this.#isLoaded && this.list.options.length === 0) this.#say(words.loadingIndex);
    const choice = this.#choice;
    const { kind, driver } = choice;
    const machine = (whole: string) => sources.machine(whole, choice);
    const answer = await search({ ...sources, machine }, text, { kind, driver }, (part) => {
      const isEmpty = part.pages.length === 0 && (part.errors.length === 0 || (kind ?? 'error') !== 'error');
      void this.#released.then(() => {
        if (turn !== this.#turn || isEmpty) return;
        this.#showMachine(part.machine);
        this.#showLists(part, text);
      });
    });
    await this.#released;
    if (turn !== this.#turn) return;
    this.#answer(answer, text);
    this.#opening = false;
    const isAdvised = await this.#advise(text, turn);
    if (turn !== this.#turn) return;
    const cut =
      whole.length > text.length
        ? [filled(words.onlyFirstLetters, { count: maxPasteLetters.toLocaleString(site.language) })]
        : [];
    const advised = [...(this.#done === '' ? [] : [this.#done]), ...(isAdvised ? [words.adviceFirst] : [])];
    this.#done = '';
    this.list.ariaBusy = 'false';
    this.#say([...advised, summary(answer, text), ...cut].join(' '));
  }

  #answer(answer: Answer, text: string): void {
    const { errors, pages: found, missing } = answer;
    const isWhole = missing.length === 0;
    this.#isLoaded = isWhole;
    const isFound = errors.length + found.length > 0;
    this.#showLists(answer, text);
    this.querySelector('result-filters')?.show(answer, this.#choice.kind);
    this.#showMachine(answer.machine);
    this.querySelector('.advice')?.replaceChildren(
      ...(isWhole ? (isFound ? [] : adviceNodes()) : this.#failure(missing)),
    );
    this.querySelector('error-report')?.show(isPaste(text) && errors.length === 0 && isWhole ? text : undefined);
  }

  /** What is known of the machine, and how to say it. No answer waits for it. */
  #showMachine(machine: Machine | undefined): void {
    const turn = this.#turn;
    // Where it does not come, the answers say by themselves what does not apply.
    void customElements.whenDefined('facet-list').then(() => {
      if (turn === this.#turn) this.querySelector('facet-list')?.show(machine);
    });
  }

  /** Shows what a pasted `docker info` or one of its kin says about the machine. Whether the text is one. */
  async #advise(text: string, turn: number): Promise<boolean> {
    const list = this.querySelector('advice-list');
    const advice = isPaste(text) && mayBeInfo(text) ? await adviceOn(text).catch(() => null) : null;
    await this.#released;
    if (turn !== this.#turn) return false;
    if (advice === null) list?.replaceChildren();
    else list?.show(advice);
    return advice !== null;
  }

  #showLists({ errors, pages: found, query, partial }: Answer, text: string): void {
    const isWhole = query === text.trim() || !isPaste(text);
    const what = isWhole ? words.pages : filled(words.pagesWith, { query: shortened(query) });
    const heading = partial ? filled(words.noneWithAll, { heading: what }) : what;
    this.querySelector('pasted-text')?.show(text, errors);
    const { kind } = this.#choice;
    this.#list(kind === undefined || kind === 'error' ? errors : [], { heading, pages: found });
    this.#listed = this.#turn;
    const [best] = this.list.options;
    if (!this.#opening || best === undefined) return;
    this.#opening = false; // Whoever comes back while the rest is looked for is not led away again.
    best.click();
  }

  #clear(): void {
    this.querySelector('advice-list')?.replaceChildren();
    this.#list([], { heading: '', pages: [] });
    this.querySelector('pasted-text')?.show('', []);
    this.querySelector('error-report')?.show(undefined);
    this.querySelector('.advice')?.replaceChildren();
    this.querySelector('result-filters')?.replaceChildren();
    this.querySelector('facet-list')?.replaceChildren();
    this.list.ariaBusy = 'false';
    this.#say('');
  }

  #list(...shown: Parameters<HTMLElementTagNameMap['result-list']['show']>): void {
    const { list } = this;
    list.show(...shown);
    this.#pointAt();
    const { field } = this;
    if (field.role === 'combobox') field.ariaExpanded = String(list.options.length > 0);
  }

  #failure(missing: Answer['missing']): Node[] {
    const again = make('button', { type: 'button' }, [words.tryAgain]);
    again.addEventListener('click', () => {
      this.field.focus();
      this.#searchNow();
    });
    if (navigator.onLine || missing.includes('errors'))
      return [make('p', {}, pieces(words.checkConnection, { messages: listLink(), again }))];
    return [make('p', {}, pieces(words.offlineSearch, { kept: offlineLink(), again }))];
  }

  #say(text: string): void {
    this.box.querySelector('[role=status]')?.replaceChildren(text);
  }

  /** Opens the active result, or else the first one, as soon as it is there. */
  #open(): void {
    if (this.#pause !== undefined) this.#searchNow();
    if (this.list.active !== undefined) this.list.active.click();
    else if (this.#listed === this.#turn) this.list.options[0]?.click();
    else this.#opening = true;
  }

  #onKey(event: KeyboardEvent): void {
    const { field } = this;
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari tells only by 229 that Enter ends a composition
    const isComposing = event.isComposing || event.keyCode === 229;
    if (isComposing || event.ctrlKey || event.altKey || event.metaKey || event.target !== field) return;
    if (event.key === 'Enter' && event.shiftKey && field instanceof HTMLInputElement) {
      event.preventDefault();
      this.box.querySelector('growing-field')?.insert('\n');
    } else if (event.shiftKey) {
      // It selects, or is typed.
    } else if (event.key === 'Enter') {
      event.preventDefault();
      field.form?.requestSubmit();
    } else if (event.key === 'ArrowDown' && isOnLastLine(field)) this.#move(event, 1);
    else if (event.key === 'ArrowUp' && this.list.active !== undefined) this.#move(event, -1);
    else if (event.key === 'Escape' && this.list.leave()) {
      event.preventDefault();
      this.#pointAt();
    }
  }

  #write(text: string): void {
    const growing = this.box.querySelector('growing-field');
    if (growing === null) this.field.value = text;
    else growing.write(text);
  }

  #move(event: KeyboardEvent, steps: number): void {
    if (this.list.options.length === 0) return;
    event.preventDefault();
    this.list.move(steps);
    this.#pointAt();
  }

  /** Tells a screen reader which result is active. */
  #pointAt(): void {
    const { active } = this.list;
    if (active === undefined) this.field.removeAttribute('aria-activedescendant');
    else this.field.setAttribute('aria-activedescendant', active.id);
  }

  /** The text that an address carries, or that this tab kept. What was typed before this file came goes before both. */
  #recall(): void {
    const kept = (history.state as { search?: Remembered } | null)?.search;
    if (this.field.value !== '' || this.#readAddress() || kept === undefined) return;
    this.#choice = kept.choice ?? nothingChosen;
    this.#write(kept.text);
  }

  #remember(): void {
    const text = this.field.value;
    this.field.defaultValue = text; // to which WebKit takes back a field without completion when the reader comes back
    const kept: Remembered = { text, choice: this.#choice, open: this.closest('dialog') !== null };
    const state: object = { ...(history.state as object | null), search: text === '' ? undefined : kept };
    const parameters = new URLSearchParams([['q', text], ...parametersOf(this.#choice)]);
    const hash = text !== '' && text.length <= maxAddressLetters ? `#${parameters}` : '';
    const isOurs = this.hasAttribute('data-address') && (text !== '' || /[#?]q=/.test(location.href));
    try {
      history.replaceState(state, '', isOurs ? location.pathname + hash : location.href);
    } catch {
      // Safari and Firefox refuse a hundred in a few seconds, as a held key makes them: Back finds an earlier text.
    }
  }

  /**
   * Whether the address carries a text, which is then in the field. `?q=` is what the search field of a browser or an old
   * link may send; it moves behind the `#` at once.
   */
  #readAddress(): boolean {
    if (!this.hasAttribute('data-address')) return false;
    const behind = new URLSearchParams(location.hash.slice(1));
    const text = behind.get('q') ?? new URLSearchParams(location.search).get('q');
    if (text === null) return false;
    this.#choice = choiceOf((name) => behind.getAll(name));
    if (this.field.value !== text) this.#write(text);
    return true;
  }
}

/** When the pointer that is down is let go, or becomes something else than a click. */
function release(): Promise<unknown> {
  return new Promise((done) => {
    for (const type of ['pointerup', 'pointercancel', 'contextmenu'])
      addEventListener(type, () => setTimeout(done, pauseAfterPress), { once: true });
  });
}

/** The caret is where a further line down would leave the text. */
function isOnLastLine({ value, selectionEnd }: HTMLInputElement | HTMLTextAreaElement): boolean {
  return !value.slice(selectionEnd ?? value.length).includes('\n');
}

function listLink(): HTMLElement {
  return make('a', { href: href(pathOf.errors) }, [words.listOfMessages]);
}

function offlineLink(): HTMLElement {
  return make('a', { href: href(pathOf.offline) }, [words.offlineTitle]);
}

function adviceNodes(): Node[] {
  return [make('p', {}, pieces(words.searchAdvice, { messages: listLink() }))];
}

/** What an output says about a machine, or null; loads what it needs when the first such text comes. */
async function adviceOn(text: string): Promise<Advice | null> {
  const [{ adviseOn }, response] = await Promise.all([
    import('../docker-info/advice.ts'),
    fetch(href(pathOf.adviceData)),
    import('../docker-info/advice-list.element.ts'),
  ]);
  return adviseOn(text, (await response.json()) as AdviceData);
}

/** Only scripts that lie beside this one may run as workers; the security policy asks for such a rule. */
function allowWorkers(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  allowScripts(trustedTypes, import.meta.url.replace(/[^/]*$/, ''));
}

const sources = createSources({
  get: (address) => fetch(address),
  workers:
    typeof Worker === 'undefined'
      ? undefined
      : {
          matcher: () => {
            allowWorkers();
            return new Worker(new URL('../errors/matcher.worker.ts', import.meta.url), { type: 'module' });
          },
          finder: () => {
            allowWorkers();
            const name = href(pathOf.searchIndex); // so that it begins with that, before it is asked
            return new Worker(new URL('./page-finder.worker.ts', import.meta.url), { type: 'module', name });
          },
        },
  hasIndex: async () => navigator.onLine || (await isIndexKept()),
});

/** Whether this browser keeps the whole site, and so all of the index. */
async function isIndexKept(): Promise<boolean> {
  const { caches } = globalThis as Partial<Pick<typeof globalThis, 'caches'>>; // none without a secure connection
  return (await caches?.match(keptPlaces(site.base).shelf('rest'))) !== undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'search-results': SearchResults;
  }
}

customElements.define('search-results', SearchResults);
