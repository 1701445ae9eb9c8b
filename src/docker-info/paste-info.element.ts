import { parseInfo } from './parse.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** Reads what was pasted into its field, says what it found, and tells the elements around with an event `machine`. */
export class PasteInfo extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    this.addEventListener('input', this.#read, { signal: this.#listening.signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #read = (): void => {
    const text = this.querySelector('textarea')?.value ?? '';
    const info = parseInfo(text);
    const status = this.querySelector('[role=status]');
    if (info === undefined) {
      status?.replaceChildren(text.trim() === '' ? '' : words.noInfoForForm);
      return;
    }
    const { engine, version, driver, filesystem, kernel } = info;
    const found = [
      [engine, version].filter(Boolean).join(' '),
      driver && filled(words.infoDriver, { driver }),
      filesystem && filled(words.infoFilesystem, { filesystem }),
      kernel && filled(words.infoKernel, { kernel }),
    ];
    status?.replaceChildren(filled(words.infoFound, { found: found.filter(Boolean).join(words.comma) }));
    this.dispatchEvent(new CustomEvent('machine', { detail: info, bubbles: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'paste-info': PasteInfo;
  }
}

customElements.define('paste-info', PasteInfo);
