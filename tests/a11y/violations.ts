import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds in the bright theme, and which words are too pale in the dark one: the rule, and the elements that
 * break it. Nothing but colours depends on the theme.
 */
export async function violations(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // No page has frames; without this mode axe opens another page each time to look into them.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const asked = colorScheme === 'light' ? axe.withTags(rules) : axe.withRules('color-contrast');
    for (const { id, help, nodes } of (await asked.analyze()).violations) {
      all.push(...nodes.map(({ html }) => `${colorScheme}: ${id}: ${help}: ${html.slice(0, 160)}`));
    }
  }
  return all;
}
