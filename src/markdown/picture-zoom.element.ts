import { close as closeWord } from '../site/words.ts';

/**
 * Shows the whole of a picture over the page, where its link leads without script. The browser does the rest: Escape
 * closes it, and the focus returns to the link.
 */
export class PictureZoom extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    link?.setAttribute('aria-haspopup', 'dialog');
    link?.addEventListener('click', this);
  }

  disconnectedCallback(): void {
    this.querySelector('a')?.removeEventListener('click', this);
  }

  handleEvent(event: MouseEvent): void {
    const link = this.querySelector('a');
    const small = this.querySelector('img');
    // With a key held down, readers want it in a tab or a file of its own.
    if (link === null || small === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const dialog = document.createElement('dialog');
    const close = document.createElement('button');
    const shown = new Image(Number(small.getAttribute('width')), Number(small.getAttribute('height')));
    const whole = new Image();
    dialog.className = 'zoomed';
    dialog.setAttribute('aria-label', small.alt);
    close.textContent = closeWord;
    shown.alt = small.alt;
    shown.src = small.currentSrc; // What is on the page has to do until the whole is there, and offline.
    whole.onload = () => {
      shown.src = whole.src;
    };
    whole.src = link.href;
    dialog.onclick = () => {
      dialog.close();
    };
    dialog.onclose = () => {
      dialog.remove();
    };
    dialog.append(close, shown);
    this.append(dialog);
    dialog.showModal();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'picture-zoom': PictureZoom;
  }
}

customElements.define('picture-zoom', PictureZoom);
