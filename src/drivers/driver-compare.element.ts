import * as words from '../site/words.ts';

/**
 * Loads what changes a comparison when a reader turns to it, or when the address holds such changes, and nothing before:
 * the table is complete without, and every reader of an article pays for this file.
 */
export class DriverCompare extends HTMLElement {
  #isAsked = false;
  #wantsPanel = false;

  connectedCallback(): void {
    for (const type of ['pointerover', 'focusin', 'click', 'change']) {
      this.addEventListener(type, this.#load);
    }
    if (location.search) this.#load();
  }

  #load = (event?: Event): void => {
    // A click that comes before the controls can listen to it opens them when they are there.
    const isEarly = event?.type === 'click' && customElements.get('compare-controls') === undefined;
    if (isEarly && (event.target as Element).matches('.more')) this.#wantsPanel = !this.#wantsPanel;
    if (this.#isAsked) return;
    this.#isAsked = true;
    import('./compare-controls.element.ts').then(
      () => {
        if (this.#wantsPanel) this.querySelector('compare-controls')?.toggle();
      },
      () => {
        this.querySelector('[role=status]')?.replaceChildren(words.controlsNotLoaded);
      },
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'driver-compare': DriverCompare;
  }
}

customElements.define('driver-compare', DriverCompare);
