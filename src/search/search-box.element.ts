/**
 * A field for words that grows into a text area on a line break, so that a pasted log keeps its lines. Loads the search
 * when a reader turns to it, and nothing before: all that this file does costs every reader of the page.
 */
export class SearchBox extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // Before the listeners: focus that the reader did not ask for loads nothing.
    if (this.hasAttribute('data-focus') && !location.hash && matchMedia('(hover) and (pointer: fine)').matches) {
      this.field.focus({ preventScroll: true });
    }
    for (const type of ['focusin', 'pointerdown', 'keydown', 'input', 'submit']) {
      this.addEventListener(type, this.#load, { signal });
    }
    this.addEventListener('paste', this.#paste, { signal });
    // A text that the browser brought back, that a link carries, or that the reader comes back to.
    if (this.field.value || /[#?]q=/.test(location.href) || (history.state as { search?: unknown } | null)?.search) {
      this.#load();
    }
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  get field(): HTMLInputElement | HTMLTextAreaElement {
    const field = this.querySelector<HTMLInputElement | HTMLTextAreaElement>('[data-field]');
    if (field === null) throw new Error('<search-box> needs a field with data-field.');
    return field;
  }

  /** Puts `text` into the field, which becomes a text area if it has to. */
  write(text: string): void {
    if (text.includes('\n')) this.#grow();
    this.field.value = text;
  }

  #load = (event?: Event): void => {
    if (event?.type === 'submit') event.preventDefault();
    import('./search-results.element.ts').catch(() => this.toggleAttribute('data-failed', true));
  };

  #paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const { field } = this;
    if (!text.includes('\n') || field instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
    this.write(field.value.slice(0, start) + text + field.value.slice(end));
    this.field.setSelectionRange(start + text.length, start + text.length);
    this.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };

  #grow(): void {
    const { field } = this;
    if (field instanceof HTMLTextAreaElement) return;
    const area = document.createElement('textarea');
    for (const { name, value } of field.attributes) {
      if (!['type', 'role', 'aria-expanded'].includes(name)) area.setAttribute(name, value);
    }
    const isFocused = field === document.activeElement;
    field.replaceWith(area);
    if (isFocused) area.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'search-box': SearchBox;
  }
}

customElements.define('search-box', SearchBox);
