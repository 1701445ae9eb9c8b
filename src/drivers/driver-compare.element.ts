import * as words from '../site/words.ts';

/**
 * Loads what changes a comparison when a reader turns to it, or when the address holds such changes, and nothing before:
 * the table is complete without, and every reader of an article pays for this file.
 */
export class DriverCompare extends HTMLElement {
  #isAsked = false;

  connectedCallback(): void {
    for (const type of ['pointerover', 'focusin', 'click', 'change']) {
      this.addEventListener(type, this.#load);
    }
    if (location.search) this.#load();
  }

  #load = (event?: Event): void => {
    // A click that comes before the controls can listen to it opens them when they are there.
    if (event?.type === 'click' && (event.target as Element).matches('.more')) this.toggleAttribute('data-open');
    if (this.#isAsked) return;
    this.#isAsked = true;
    (this.querySelector('link') as HTMLLinkElement).disabled = false; // their style
    import('./compare-controls.element.ts').catch(() => {
      this.querySelector('[role=status]')?.replaceChildren(words.controlsNotLoaded);
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'driver-compare': DriverCompare;
  }
}

customElements.define('driver-compare', DriverCompare);
