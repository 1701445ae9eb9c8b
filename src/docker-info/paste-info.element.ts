import { parseInfo } from './parse.ts';

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
      const hint = 'This does not look like docker info: it has no line “Storage Driver:”. Paste its whole output.';
      status?.replaceChildren(text.trim() === '' ? '' : hint);
      return;
    }
    const { engine, version, driver, filesystem, kernel } = info;
    const found = [
      [engine, version].filter(Boolean).join(' '),
      driver && `driver ${driver}`,
      filesystem && `on ${filesystem}`,
      kernel && `Linux ${kernel}`,
    ];
    status?.replaceChildren(`Found: ${found.filter(Boolean).join(', ')}.`);
    this.dispatchEvent(new CustomEvent('machine', { detail: info, bubbles: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'paste-info': PasteInfo;
  }
}

customElements.define('paste-info', PasteInfo);
