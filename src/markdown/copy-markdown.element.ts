import * as words from '../site/words.ts';

/**
 * Shows the button beside a link to Markdown, which copies what is behind the link. Where that is refused, as in Safari
 * to whoever waited for an answer first, the button leads to the link.
 */
export class CopyMarkdown extends HTMLElement {
  connectedCallback(): void {
    const [link, button, status] = this.children as unknown as [HTMLAnchorElement, HTMLButtonElement, HTMLElement];
    // Browsers give pages a clipboard on secure connections only.
    button.hidden = !isSecureContext;
    button.onclick = () =>
      fetch(link.href)
        .then((answer) => answer.text())
        .then((text) => navigator.clipboard.writeText(text))
        .then(
          () => status.append(words.copied),
          () => link.click(),
        );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'copy-markdown': CopyMarkdown;
  }
}

customElements.define('copy-markdown', CopyMarkdown);
