/**
 * Loads the search when a reader turns to the box, and nothing before. All that this file does costs every reader of the
 * page; what happens after the first key is in `search-results.element.ts`.
 */
export class SearchBox extends HTMLElement {
  connectedCallback(): void {
    const { field } = this;
    // Before the listeners: focus that the reader did not ask for loads nothing.
    if (this.hasAttribute('data-focus') && matchMedia('(hover)').matches) {
      field.focus({ preventScroll: true });
    }
    for (const type of ['focusin', 'input', 'submit']) {
      this.addEventListener(type, this.#load);
    }
    // A text that the browser brought back, that a link carries, or that the reader comes back to.
    const { search } = (history.state ?? {}) as { search?: unknown };
    if (field.value || search || /[#?]q=/.test(location.href)) this.#load();
  }

  /** The field of the reader's text; the template has one. */
  get field(): HTMLInputElement | HTMLTextAreaElement {
    return this.querySelector('[data-field]') as HTMLInputElement | HTMLTextAreaElement;
  }

  #load = (event?: Event): void => {
    if (event?.type === 'submit') event.preventDefault();
    import('./search-results.element.ts').catch(() => (this.dataset['failed'] = ''));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'search-box': SearchBox;
  }
}

customElements.define('search-box', SearchBox);
