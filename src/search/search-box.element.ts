/**
 * Loads the search when a reader turns to the box, and nothing before. All that this file does costs every reader of the
 * page; what happens after the first key is in `search-results.element.ts`.
 */
export class SearchBox extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('[data-field]') as HTMLInputElement | HTMLTextAreaElement;
    const load = (event?: Event & Partial<KeyboardEvent>): void => {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- 13 is an Enter that ends no composition, in Safari too
      if (event && (event.type === 'submit' || (event.keyCode === 13 && !event.shiftKey))) {
        event.preventDefault();
        this.dataset['open'] = ''; // The results open the best answer when they come, unless the reader goes on before.
      } else delete this.dataset['open'];
      import('./search-results.element.ts').catch(() => (this.dataset['failed'] = ''));
    };
    // Before the listeners: focus that the reader did not ask for loads nothing.
    if (this.hasAttribute('data-focus') && matchMedia('(hover)').matches) {
      field.focus({ preventScroll: true });
    }
    this.addEventListener('focusin', load);
    this.oninput = this.onsubmit = field.onkeydown = load;
    // A text that the browser brought back, that a link carries, or that the reader comes back to.
    const state = history.state as { search?: unknown } | null;
    if (field.value || state?.search || /[#?]q=/.test(location.href)) load();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'search-box': SearchBox;
  }
}

customElements.define('search-box', SearchBox);
