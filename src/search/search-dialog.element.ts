import { href, pathOf } from '../site/urls.ts';
import { site } from '../site.config.ts';
import { searchExamples } from './examples.ts';
import './growing-field.element.ts';
import { keepSlash, whenStyled } from './key-list.element.ts';
import { make } from './result-list.element.ts';
import './search-results.element.ts';
import { pieces } from '../site/pieces.ts';
import * as words from '../site/words.ts';

/** The search over the page that the reader is on. Its text and its results stay when it is closed and opened again. */
export class SearchDialog extends HTMLElement {
  connectedCallback(): void {
    const keep = make('input', { type: 'checkbox' });
    keep.addEventListener('change', () => keepSlash(keep.checked));
    const close = make('button', { type: 'button', class: 'close' }, [words.close]);
    const dialog = make('dialog', { 'aria-label': words.search }, [
      close,
      searchBox(),
      make('label', { class: 'quiet slash' }, [
        keep,
        ' ',
        ...pieces(words.openWithKey, { key: make('kbd', {}, ['/']) }),
      ]),
      ...(site.offline ? [offlineLine()] : []),
    ]);
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', ({ target }) => {
      // Beside it, or on what was found on the page below it.
      if (target === dialog || (target as Element).closest('a')?.pathname === location.pathname) dialog.close();
    });
    dialog.addEventListener('close', () => {
      const { search: _, ...state } = (history.state ?? {}) as Record<string, unknown>;
      history.replaceState(state, ''); // Back leads to the page, not to a search that was put away.
    });
    this.replaceChildren(dialog);
  }

  /** Shows the dialog, with its style loaded, and puts the caret into its field; not if Escape comes before the style. */
  open(): void {
    const dialog = this.querySelector('dialog') as HTMLDialogElement;
    const keep = this.querySelector('.slash input') as HTMLInputElement;
    const waiting = new AbortController();
    const stop = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') waiting.abort();
    };
    addEventListener('keydown', stop, { signal: waiting.signal });
    whenStyled(() => {
      if (waiting.signal.aborted) return;
      waiting.abort();
      keep.checked = document.documentElement.dataset['slash'] !== 'off'; // The list of keys says so too.
      if (!dialog.open) dialog.showModal();
      dialog.querySelector<HTMLElement>('[data-field]')?.focus();
    });
  }
}

function offlineLine(): HTMLElement {
  const link = make('a', { href: href(pathOf.offline) }, [words.offlineTitle]);
  return make('p', { class: 'quiet' }, [link]);
}

/** The same box as on the search page; see SearchBox.astro. */
function searchBox(): HTMLElement {
  return make('search-box', {}, [
    make('form', { action: href(pathOf.search), role: 'search' }, [
      make('label', { class: 'question', for: 'dialog-field' }, [words.searchQuestion]),
      make('growing-field', {}, [
        make('input', {
          'data-field': 'data-field',
          id: 'dialog-field',
          type: 'text',
          role: 'combobox',
          'aria-expanded': 'false',
          'aria-autocomplete': 'list',
          'aria-controls': 'dialog-results',
          'aria-describedby': 'dialog-hint',
          autocomplete: 'off',
          autocapitalize: 'none',
          spellcheck: 'false',
          enterkeyhint: 'go',
        }),
      ]),
      examples(),
      make('p', { class: 'hint quiet', id: 'dialog-hint' }, [words.searchHint]),
    ]),
    make(
      'p',
      { class: 'failed' },
      pieces(words.searchNotLoaded, {
        messages: make('a', { href: href(pathOf.errors) }, [words.messageListLink]),
      }),
    ),
    make('p', { class: 'quiet', role: 'status' }),
    make('search-results', {}, [
      make('advice-list', {}),
      make('result-filters', {}),
      make('facet-list', {}),
      make('pasted-text', { hidden: 'hidden' }),
      make('result-list', { id: 'dialog-results', hidden: 'hidden' }),
      make('div', { class: 'advice' }),
      make('error-report', { hidden: 'hidden' }),
    ]),
  ]);
}

function examples(): HTMLElement {
  const buttons = searchExamples.map(({ label, text }) => {
    const button = make('button', { type: 'button', class: 'example' }, [label]);
    button.addEventListener('click', () => {
      const box = button.closest('search-box');
      box?.querySelector('growing-field')?.write(text);
      box?.querySelector<HTMLElement>('[data-field]')?.focus();
      box?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    return button;
  });
  return make('p', { class: 'examples quiet' }, pieces(words.searchExamples, { examples: buttons }).flat());
}

declare global {
  interface HTMLElementTagNameMap {
    'search-dialog': SearchDialog;
  }
}

customElements.define('search-dialog', SearchDialog);

const dialog = new SearchDialog();

/** Opens the one dialog of the page, which stands in the shortcut. */
export function openSearch(): void {
  if (!dialog.isConnected) document.querySelector('search-shortcut')?.append(dialog);
  dialog.open();
}
