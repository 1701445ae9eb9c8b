const next: Readonly<Record<string, string>> = { '': 'light', light: 'dark', dark: '' };

/**
 * A button that goes through system, light and dark, and keeps the choice in `localStorage.theme`; the system's is empty.
 * The page's head reads the same key before anything is drawn.
 */
export class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    const { dataset } = document.documentElement;
    const show = () => {
      // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing -- the system's theme is empty
      this.querySelector('b')?.replaceChildren(dataset['theme'] || 'system');
    };
    this.onclick = () => {
      dataset['theme'] = next[dataset['theme'] ?? ''] ?? '';
      show();
      try {
        localStorage['theme'] = dataset['theme'];
      } catch {
        // Storage is switched off: the choice holds for this page only.
      }
    };
    show();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'theme-toggle': ThemeToggle;
  }
}

customElements.define('theme-toggle', ThemeToggle);
