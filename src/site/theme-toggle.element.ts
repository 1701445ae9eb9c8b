import * as words from './words.ts';

const next: Readonly<Record<string, string>> = { '': 'light', light: 'dark', dark: '' };
const labels: Readonly<Record<string, string>> = { light: words.themeLight, dark: words.themeDark };

/**
 * A button that goes through system, light and dark, and keeps the choice in `localStorage.theme`; the system's is empty.
 * The page's head reads the same key before anything is drawn.
 */
export class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    const { dataset } = document.documentElement;
    const show = () => {
      this.querySelector('b')?.replaceChildren(labels[dataset['theme'] ?? ''] ?? words.themeSystem);
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
