import { shellText, valuesMark, valuesOf } from './reader-values.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/**
 * Fills the placeholders of all commands on the page with the values behind the `#` of its address, marks them, says so,
 * and takes them out again when asked. Nothing of it leaves the browser.
 */
export class FilledCommands extends HTMLElement {
  connectedCallback(): void {
    addEventListener('hashchange', this.#fill);
    this.#fill();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#fill);
  }

  #fill = (): void => {
    const values = valuesOf(location.hash);
    const used = new Set<string>();
    for (const place of document.querySelectorAll<HTMLElement>('.terminal .command var')) {
      const name = (place.dataset['part'] ??= place.textContent.slice(1, -1));
      const text = fillingOf(place, values[name]);
      place.textContent = text ?? `<${name}>`;
      place.classList.toggle('filled', text !== undefined);
      if (text !== undefined) used.add(name);
    }
    this.#say([...used].map((name) => `${name} ${values[name] ?? ''}`));
    passOn(location.hash);
  };

  #say(values: readonly string[]): void {
    if (values.length === 0) {
      this.replaceChildren();
      return;
    }
    const back = document.createElement('button');
    back.type = 'button';
    back.textContent = words.showPlaceholders;
    back.onclick = () => {
      history.replaceState(history.state, '', location.pathname);
      this.#fill();
      this.replaceChildren(words.placeholdersShown);
      this.tabIndex = -1;
      this.focus(); // The button is gone.
    };
    const said = document.createElement('span');
    said.textContent = `${filled(words.commandsFilled, { values: values.join(words.comma) })} `;
    this.replaceChildren(said, back);
  }
}

function fillingOf(place: HTMLElement, value: string | undefined): string | undefined {
  const command = place.closest('.command');
  if (value === undefined || command === null || isPowerShell(place)) return undefined;
  const before = document.createRange();
  before.setStart(command, 0);
  before.setEndBefore(place);
  return shellText(value, before.toString());
}

/** PowerShell reads other quotes than a shell. */
function isPowerShell(place: HTMLElement): boolean {
  return place.closest('.line')?.querySelector('.prompt')?.textContent.startsWith('PS') === true;
}

/** Links to other errors carry the values along: a cause has commands of its own. */
function passOn(fragment: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('article a[href*="/errors/"]')) {
    const isFree = link.hash === '' || link.hash.startsWith(valuesMark);
    if (link.origin === location.origin && isFree) link.hash = fragment.startsWith(valuesMark) ? fragment : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'filled-commands': FilledCommands;
  }
}

customElements.define('filled-commands', FilledCommands);
