const themes = ['system', 'light', 'dark'];

/**
 * A button that goes through system, light and dark, and keeps the choice in `localStorage.theme`.
 * The page's head reads the same key before anything is drawn.
 */
export class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    this.#show();
    this.onclick = () => {
      const root = document.documentElement;
      const next = themes[(themes.indexOf(root.dataset['theme'] ?? 'system') + 1) % themes.length] ?? 'system';
      if (next === 'system') delete root.dataset['theme'];
      else root.dataset['theme'] = next;
      this.#show();
      try {
        localStorage.setItem('theme', root.dataset['theme'] ?? '');
      } catch {
        // Storage is switched off: the choice holds for this page only.
      }
    };
  }

  #show(): void {
    const theme = document.documentElement.dataset['theme'] ?? 'system';
    const button = this.querySelector('button');
    button?.setAttribute('aria-label', `Theme: ${theme}`);
    button?.replaceChildren(theme.replace(/^./, (letter) => letter.toUpperCase()));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'theme-toggle': ThemeToggle;
  }
}

customElements.define('theme-toggle', ThemeToggle);
