/* eslint-disable walls/element-name -- It is no element, but what one does: see theme-toggle.element.ts. */

const next: Readonly<Record<string, string>> = { '': 'light', light: 'dark', dark: '' };

/** Goes from system to light to dark and back, and keeps the choice in `localStorage.theme`; the system's is empty. */
export function nextTheme(): void {
  const { dataset } = document.documentElement;
  dataset['theme'] = next[dataset['theme'] ?? ''] ?? '';
  try {
    localStorage['theme'] = dataset['theme'];
  } catch {
    // Storage is switched off: the choice holds for this page only.
  }
}
