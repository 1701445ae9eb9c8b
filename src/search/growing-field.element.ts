/** A field of one line that becomes a text area on a line break, so that a pasted log keeps its lines. */
export class GrowingField extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('paste', this.#paste);
  }

  /** Puts `text` into the field, which becomes a text area if it has to. */
  write(text: string): void {
    const field = this.#field;
    if (field instanceof HTMLInputElement && text.includes('\n')) {
      const area = document.createElement('textarea');
      for (const { name, value } of field.attributes) {
        if (!['type', 'role', 'aria-expanded'].includes(name)) area.setAttribute(name, value);
      }
      area.rows = 10;
      const isFocused = field === document.activeElement;
      field.replaceWith(area);
      if (isFocused) area.focus();
    }
    this.#field.value = text;
  }

  /** Puts `text` in place of what is selected, as if it were typed. */
  insert(text: string): void {
    const { value, selectionStart, selectionEnd } = this.#field;
    const rest = value.slice(selectionEnd ?? value.length);
    this.write(value.slice(0, selectionStart ?? value.length) + text + rest);
    const caret = this.#field.value.length - rest.length; // A text area has one letter for each line break.
    this.#field.setSelectionRange(caret, caret);
    this.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  get #field(): HTMLInputElement | HTMLTextAreaElement {
    return this.querySelector('[data-field]') as HTMLInputElement | HTMLTextAreaElement;
  }

  #paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!text.includes('\n') || this.#field instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    this.insert(text);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'growing-field': GrowingField;
  }
}

customElements.define('growing-field', GrowingField);
