/**
 * Loads the search when a reader turns to the box, and nothing before. All that this file does costs every reader of
 * the page; what happens after the first key is in `search-results.element.ts`.
 */
export class SearchBox extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const field = this.querySelector('textarea');
    // Before the listeners: focus that the reader did not ask for loads nothing.
    if (this.hasAttribute('data-focus') && !location.hash && matchMedia('(hover) and (pointer: fine)').matches) {
      field?.focus({ preventScroll: true });
    }
    for (const type of ['focusin', 'pointerdown', 'keydown', 'input', 'submit']) {
      this.addEventListener(type, this.#load, { signal });
    }
    // A text that the browser brought back, or that a link carries.
    if (field?.value || /[#?]q=/.test(location.href)) this.#load();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #load = (event?: Event): void => {
    if (event?.type === 'submit') event.preventDefault();
    import('./search-results.element.ts').catch(() => this.toggleAttribute('data-failed', true));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'search-box': SearchBox;
  }
}

customElements.define('search-box', SearchBox);
