/** Where the page of an error says which of its commands carry the reader's own values; loads what fills them in. */
export class ReaderValues extends HTMLElement {
  connectedCallback(): void {
    addEventListener('hashchange', this.#load);
    this.#load();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#load);
  }

  #load = (): void => {
    // If it can't be loaded, the placeholders stay, which say what to put in.
    if (location.hash.startsWith(this.dataset['mark'] ?? ''))
      import('./filled-commands.element.ts').catch(() => undefined);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-values': ReaderValues;
  }
}

customElements.define('reader-values', ReaderValues);
