/**
 * Loads the tools of the page's blocks of code at the first sign of a reader: a pointer, a finger or a key. Every reader
 * pays for this file; the blocks are complete without.
 */
export class CodeBlocks extends HTMLElement {
  connectedCallback(): void {
    addEventListener('pointerover', this, { once: true });
    addEventListener('focusin', this, { once: true });
    if (document.querySelector('picture-zoom')) import('./picture-zoom.element.ts').catch(Boolean); // A link is there.
  }

  handleEvent(): void {
    import('./code-tools.element.ts').catch(Boolean); // Without them readers select by hand.
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'code-blocks': CodeBlocks;
  }
}

customElements.define('code-blocks', CodeBlocks);
