import { maxPasteLetters, shortened } from './query.ts';
import { createSearch } from './search.ts';
import { summary } from './summary.ts';
import type { Answer, FoundPage, FullText, ListedError } from './search.ts';
import type { ResultKind } from './marks.ts';

const pauseAfterKey = 120; // ms; a quick typist's next key comes sooner
const maxAddressLetters = 2000; // longer addresses are cut by chats and mail; a paste of this size stays in the box only

const kindWords: Record<ResultKind | 'page', string> = {
  article: 'Article',
  guide: 'Guide',
  error: 'Known error',
  driver: 'Driver',
  discussion: 'Discussion',
  page: 'Page',
};

/** What `pagefind.js` exports, as far as it is used here. */
interface Pagefind {
  createInstance(options: object): FullText & { init(): Promise<void> };
}

/**
 * Shows what is found for the text of the `<search-box>` around it.
 * `data-bundle` is the address of the index, `data-catalogue` that of the known errors, `data-list` that of the page
 * with all messages; a checkbox of the box that is not ticked leaves out discussions; with `data-address`, the text is kept behind the `#` of the address, where no server sees it.
 */
export class SearchResults extends HTMLElement {
  #listening: AbortController | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  #loads = 0;
  #search = createSearch({ catalogue: () => this.#loadCatalogue(), fullText: () => this.#loadFullText() });

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const box = this.closest('search-box');
    box?.addEventListener('input', () => this.#searchSoon(), { signal });
    box?.addEventListener('submit', () => void this.#submit(), { signal });
    box?.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    if (this.hasAttribute('data-address')) {
      addEventListener('hashchange', () => this.#readAddress(), { signal });
      this.#readAddress();
      this.#writeAddress(); // What was pasted before this was loaded is in no address yet.
    }
    void this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    clearTimeout(this.#pause);
  }

  get #withDiscussions(): boolean {
    return this.closest('search-box')?.querySelector<HTMLInputElement>('input[type=checkbox]')?.checked ?? true;
  }

  get #field(): HTMLTextAreaElement | null {
    return this.closest('search-box')?.querySelector('textarea') ?? null;
  }

  #searchSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#writeAddress();
      void this.#show();
    }, pauseAfterKey);
  }

  async #submit(): Promise<void> {
    clearTimeout(this.#pause);
    this.#writeAddress();
    await this.#show();
    this.#links()[0]?.focus();
  }

  /** Every search has a number; when its answer comes after the next search began, it is dropped. */
  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const whole = this.#field?.value ?? '';
    const text = whole.slice(0, maxPasteLetters);
    if (text.trim() === '') {
      this.replaceChildren();
      this.#say('');
      return;
    }
    if (this.childElementCount === 0) this.#say('Loading the search index…');
    const answer = await this.#search.search(
      text,
      (errors) => {
        if (turn === this.#turn && errors.length > 0) this.replaceChildren(errorList(errors));
      },
      this.#withDiscussions,
    );
    if (turn !== this.#turn) return;
    this.replaceChildren(...this.#parts(answer, text));
    const cut =
      whole.length > text.length ? ` Only the first ${maxPasteLetters.toLocaleString('en')} letters are searched.` : '';
    this.#say(summary(answer, text) + cut);
  }

  #parts({ errors, pages, remarks, query, failed }: Answer, text: string): HTMLElement[] {
    const list = element('a', { href: this.dataset['list'] }, 'list of all known messages');
    return [
      ...(errors.length > 0 ? [errorList(errors)] : []),
      ...(pages.length > 0
        ? [pageList(pages, query === text.trim() ? 'Pages' : `Pages with “${shortened(query)}”`)]
        : []),
      ...(remarks.length > 0 ? [pageList(remarks, 'Said in discussions')] : []),
      ...(failed ? [this.#failure(list)] : []),
      ...(!failed && errors.length + pages.length + remarks.length === 0
        ? [
            element(
              'p',
              {},
              'Keep the words of the message and leave out paths, numbers and ids, or look through the ',
              list,
              '.',
            ),
          ]
        : []),
    ];
  }

  #failure(list: HTMLElement): HTMLElement {
    const again = element('button', { type: 'button' }, 'Try again');
    again.addEventListener('click', () => {
      this.#field?.focus();
      this.replaceChildren();
      void this.#show();
    });
    return element('p', {}, 'Check the connection. The ', list, ' works without the index. ', again);
  }

  #say(text: string): void {
    this.closest('search-box')?.querySelector('[role=status]')?.replaceChildren(text);
  }

  #links(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('li a')];
  }

  #onKey(event: KeyboardEvent): void {
    const field = this.#field;
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || field === null) return;
    if (event.target === field) {
      if (event.key === 'Enter' && !event.shiftKey) {
        event.preventDefault();
        field.form?.requestSubmit();
      } else if (event.key === 'ArrowDown' && field.selectionStart === field.value.length) {
        this.#move(event, 0);
      }
      return;
    }
    const place = this.#links().findIndex((link) => link === event.target);
    if (place === -1) return;
    if (event.key === 'ArrowDown') this.#move(event, place + 1);
    else if (event.key === 'ArrowUp') this.#move(event, place - 1);
    else if (event.key === 'Escape') this.#move(event, -1);
  }

  /** To the result at this place; before the first is the box, behind the last is nothing. */
  #move(event: KeyboardEvent, place: number): void {
    const target = place < 0 ? this.#field : this.#links()[place];
    if (target === null || target === undefined) return;
    event.preventDefault();
    target.focus();
  }

  /** `?q=` is what the search field of a browser or an old link may send; it moves behind the `#` at once. */
  #readAddress(): void {
    const behind = new URLSearchParams(location.hash.slice(1)).get('q');
    const text = behind ?? new URLSearchParams(location.search).get('q');
    const field = this.#field;
    if (text === null || field === null) return;
    if (field.value !== text) {
      field.value = text;
      void this.#show();
    }
    if (location.search !== '') this.#writeAddress();
  }

  #writeAddress(): void {
    if (!this.hasAttribute('data-address')) return;
    const text = this.#field?.value ?? '';
    const kept = text !== '' && text.length <= maxAddressLetters;
    history.replaceState(null, '', location.pathname + (kept ? `#${new URLSearchParams({ q: text })}` : ''));
  }

  async #loadCatalogue(): Promise<ListedError[]> {
    const response = await fetch(this.dataset['catalogue'] ?? '');
    if (!response.ok) throw new Error(`The list of errors was answered with ${response.status}.`);
    return (await response.json()) as ListedError[];
  }

  async #loadFullText(): Promise<FullText> {
    const bundle = this.dataset['bundle'] ?? '';
    // Asked first, because Pagefind reports a missing index to the console and waits five seconds for its worker.
    const entry = await fetch(`${bundle}pagefind-entry.json`);
    if (!entry.ok) throw new Error(`The search index was answered with ${entry.status}.`);
    // A browser may remember a module that failed to load; another query makes it another module.
    const address = `${bundle}pagefind.js${this.#loads++ === 0 ? '' : `?again=${this.#loads}`}`;
    const module = (await import(/* @vite-ignore */ address)) as Pagefind;
    const pagefind = module.createInstance({ basePath: bundle });
    await pagefind.init();
    return pagefind;
  }
}

function errorList(errors: Answer['errors']): HTMLElement {
  const items = errors.map(({ known, kind, message }) =>
    element(
      'li',
      {},
      element('a', { href: known.url }, known.title),
      ...(kind === 'alike' ? [element('span', { class: 'quiet' }, ' similar words')] : []),
      element('samp', {}, message),
      element('p', {}, known.means),
    ),
  );
  return element(
    'section',
    {},
    element('h2', {}, 'This looks like an error'),
    element('ol', { role: 'list' }, ...items),
  );
}

function pageList(pages: FoundPage[], heading: string): HTMLElement {
  const items = pages.map(({ title, url, kind, excerpt, parts }) => {
    const pieces = excerpt.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
    const links = parts.map((part) => element('li', {}, element('a', { href: part.url }, part.title)));
    return element(
      'li',
      {},
      element('a', { href: url }, title),
      element('span', { class: 'quiet' }, ` ${kindWords[kind]}`),
      element('p', {}, ...pieces),
      ...(links.length > 0 ? [element('ul', {}, ...links)] : []),
    );
  });
  return element('section', {}, element('h2', {}, heading), element('ol', { role: 'list' }, ...items));
}

function element(
  tag: string,
  attributes: Record<string, string | undefined>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value ?? '');
  made.append(...children);
  return made;
}

declare global {
  interface HTMLElementTagNameMap {
    'search-results': SearchResults;
  }
}

customElements.define('search-results', SearchResults);
