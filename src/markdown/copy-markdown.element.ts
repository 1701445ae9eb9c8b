import * as words from '../site/words.ts';

/**
 * Shows the button beside a link to Markdown, which copies what is behind the link. Where that is refused, the button leads
 * to the link.
 */
export class CopyMarkdown extends HTMLElement {
  connectedCallback(): void {
    const [link, button, status] = this.children as unknown as [HTMLAnchorElement, HTMLButtonElement, HTMLElement];
    // Browsers give pages a clipboard on secure connections only.
    button.hidden = !isSecureContext;
    button.onclick = () =>
      copy(textAt(link.href)).then(
        () => status.replaceChildren(words.copied),
        () => link.click(),
      );
  }
}

async function textAt(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}.`);
  return answer.text();
}

/** Asks for the clipboard before the text is there: to whoever waited for an answer first, Safari refuses it. */
async function copy(text: Promise<string>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
}

declare global {
  interface HTMLElementTagNameMap {
    'copy-markdown': CopyMarkdown;
  }
}

customElements.define('copy-markdown', CopyMarkdown);
