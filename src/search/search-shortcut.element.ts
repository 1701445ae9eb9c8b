/**
 * Opens the search on every page: by Ctrl-K, by `/`, and by the link inside, which leads to the search page without this.
 * `?` lists the keys.
 * Every reader of every page pays for this file; the dialog is loaded when it is asked for.
 */
export class SearchShortcut extends HTMLElement {
  connectedCallback(): void {
    addEventListener('keydown', this);
    this.addEventListener('click', this);
    if ((history.state as { search?: { open?: boolean } } | null)?.search?.open) this.#open();
  }

  disconnectedCallback(): void {
    removeEventListener('keydown', this);
  }

  /** A key anywhere, or a click on the link; with Ctrl or Shift the reader wants the link in another tab. */
  handleEvent(event: (KeyboardEvent | MouseEvent) & { key?: string; target: Element }): void {
    const { key, target } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    const areKeysOn = !document.querySelector('[data-slash=off]');
    // While the focus is in a widget, the key may be that widget's or part of what is typed.
    if (key === '?' && target.matches('body') && areKeysOn)
      import('./key-list.element.ts').then((loaded) => loaded.showKeys(), Boolean);
    const isAsked = key
      ? isCommand
        ? key === 'k'
        : key === '/' && areKeysOn && !target.matches('input,textarea,select')
      : !isCommand && !event.shiftKey && target.closest('search-shortcut>a');
    if (!isAsked) return;
    event.preventDefault();
    this.#open();
  }

  #open(): void {
    const box = document.querySelector<HTMLElement>('main [data-field]');
    if (box) box.focus();
    else {
      // The list of known errors, which the scripts ask for only when all of them are there.
      const href = `${import.meta.env.BASE_URL}data/messages.json`; // `urls.ts` would be 2 kB for every reader
      const list = { rel: 'preload', as: 'fetch', crossOrigin: '', href };
      if (!this.querySelector('link')) this.append(Object.assign(document.createElement('link'), list));
      import('./search-dialog.element.ts').then(
        (loaded) => loaded.openSearch(),
        () => (location.href = (this.querySelector('a') as HTMLAnchorElement).href),
      );
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'search-shortcut': SearchShortcut;
  }
}

customElements.define('search-shortcut', SearchShortcut);
