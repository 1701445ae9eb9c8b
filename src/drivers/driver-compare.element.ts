/**
 * Says how many facts a comparison shows after the reader asks for differences only.
 * The hiding itself is CSS, so the table works before and without this script.
 */
export class DriverCompare extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    this.addEventListener('change', this.#announce, { signal: this.#listening.signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #announce = (): void => {
    const rows = [...this.querySelectorAll<HTMLElement>('tbody tr:not(.group)')];
    const shown = rows.filter((row) => row.offsetParent !== null).length;
    this.querySelector('[role=status]')?.replaceChildren(`${shown} of ${rows.length} facts shown.`);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'driver-compare': DriverCompare;
  }
}

customElements.define('driver-compare', DriverCompare);
