/**
 * Opens the search on every page: by Ctrl-K, by `/`, and by the link inside, which leads to the search page without this.
 * Every reader of every page pays for this file; the dialog is loaded when it is asked for.
 */
export class SearchShortcut extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    try {
      this.dataset['slash'] = localStorage['slash'] as string;
    } catch {
      // Storage is switched off: the key opens the search, as for everybody who chose nothing.
    }
    addEventListener('keydown', this.#onKey, { signal });
    this.addEventListener('click', this.#onClick, { signal });
    if ((history.state as { search?: { open?: boolean } } | null)?.search?.open) this.#open();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #onKey = (event: KeyboardEvent): void => {
    const { key, target } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    const isWriting = (target as Element).matches('input, textarea, select');
    if (!(isCommand ? key === 'k' : key === '/' && !isWriting && this.dataset['slash'] !== 'off')) return;
    event.preventDefault();
    this.#open();
  };

  #onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // The reader wants it in another tab.
    if (!(event.target as Element).closest('search-shortcut > a')) return;
    event.preventDefault();
    this.#open();
  };

  #open(): void {
    const box = document.querySelector<HTMLElement>('main [data-field]');
    if (box !== null) {
      box.focus();
      return;
    }
    import('./search-dialog.element.ts').then(
      () => this.querySelector('search-dialog')?.open(),
      () => location.assign(this.querySelector('a')?.href ?? ''),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'search-shortcut': SearchShortcut;
  }
}

customElements.define('search-shortcut', SearchShortcut);
