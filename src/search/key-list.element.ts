import { make } from './result-list.element.ts';
import { href, pathOf } from '../site/urls.ts';
import * as words from '../site/words.ts';

/** What the keys of this site do, over the page, until the reader closes it. */
export class KeyList extends HTMLElement {
  connectedCallback(): void {
    const keep = make('input', { type: 'checkbox' });
    keep.checked = document.documentElement.dataset['slash'] !== 'off';
    keep.addEventListener('change', () => {
      keepSlash(keep.checked);
    });
    const close = make('button', { type: 'button', class: 'close' }, [words.close]);
    const rows = keys.map(([names, does]) => [
      make(
        'dt',
        {},
        names.flatMap((name) => [make('kbd', {}, [name]), ' ']),
      ),
      make('dd', {}, [does]),
    ]);
    const dialog = make('dialog', { 'aria-label': words.keysTitle }, [
      close,
      make('h2', {}, [words.keysTitle]),
      make('dl', {}, rows.flat()),
      make('label', { class: 'quiet slash' }, [keep, ' ', words.keysInUse]),
    ]);
    close.addEventListener('click', () => {
      dialog.close();
    });
    dialog.addEventListener('close', () => {
      this.remove();
    });
    this.replaceChildren(dialog);
    whenStyled(() => dialog.showModal());
  }
}

const keys: readonly (readonly [names: readonly string[], does: string])[] = [
  [['Ctrl-K', '/'], words.keysOfSearch],
  [['?'], words.keysOfList],
  [['← ↑ → ↓', words.keyHome, words.keyEnd], words.keysOfTable],
  [['↑ ↓'], words.keysOfLines],
  [[words.keyEscape], words.keysOfClosing],
];

/** Keeps whether `/` and `?` are in use, for this page and, where storage allows, for the next. */
export function keepSlash(isOn: boolean): void {
  document.documentElement.dataset['slash'] = isOn ? 'on' : 'off';
  try {
    localStorage.setItem('slash', isOn ? 'on' : 'off');
  } catch {
    // Storage is switched off: the choice holds for this page only.
  }
}

/** Calls `show` once the style of the search is there, or can't be had: what lies over the page works without it too. */
export function whenStyled(show: () => void): void {
  const style = href(pathOf.searchStyle);
  const asked = document.querySelector<HTMLLinkElement>(`link[href="${style}"]`);
  if (asked?.sheet) {
    show();
    return;
  }
  const link = asked ?? make('link', { rel: 'stylesheet', href: style });
  link.addEventListener('load', show);
  link.addEventListener('error', () => {
    link.remove(); // so that it is asked for again
    show();
  });
  if (asked === null) document.head.append(link);
}

declare global {
  interface HTMLElementTagNameMap {
    'key-list': KeyList;
  }
}

customElements.define('key-list', KeyList);

/** Shows the list over the page; it stands in the shortcut. */
export function showKeys(): void {
  // The key may come again before the list is seen.
  if (document.querySelector('key-list') === null) document.querySelector('search-shortcut')?.append(new KeyList());
}
