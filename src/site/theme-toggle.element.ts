/**
 * A button that goes through the themes; what it does is loaded when it is pressed first. The page's head sets the theme
 * that was chosen before anything is drawn, and styles show its name. Every reader of every page pays for this file.
 */
export class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    this.onclick = () => import('./next-theme.element.ts').then((loaded) => loaded.nextTheme(), Boolean);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'theme-toggle': ThemeToggle;
  }
}

customElements.define('theme-toggle', ThemeToggle);
