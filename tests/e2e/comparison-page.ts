import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** A comparison as a reader meets it: its controls, its columns and rows, and what it says about itself. */
export class Comparison {
  readonly page: Page;
  readonly root: Locator;
  readonly status: Locator;

  /** The comparison in `place` on the page, counted from 0. */
  constructor(page: Page, place = 0) {
    this.page = page;
    this.root = page.locator('driver-compare').nth(place);
    this.status = this.root.getByRole('status');
  }

  /** The table, with cells that can be walked through once its script is there. */
  get grid(): Locator {
    return this.root.getByRole('grid');
  }

  /** The columns that are shown. */
  get drivers(): Locator {
    return this.grid.getByRole('columnheader').getByRole('link');
  }

  /** The facts that are shown. */
  get facts(): Locator {
    return this.grid.locator('[data-fact]').getByRole('rowheader');
  }

  /** The row of the fact `label`. */
  row(label: string): Locator {
    return this.root.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: label }) });
  }

  /** The answers to the fact `label`, one a driver. */
  answers(label: string): Locator {
    return this.row(label).getByRole('gridcell').locator('b');
  }

  /** How each answer to `label` differs from the pinned driver's. */
  differences(label: string): Locator {
    return this.row(label).getByRole('gridcell').locator('em');
  }

  /** A control of the panel, which is opened if it is not. */
  async control(role: 'checkbox' | 'combobox' | 'searchbox' | 'textbox', name: string): Promise<Locator> {
    await this.openPanel();
    return this.root.getByRole(role, { name, exact: true });
  }

  async openPanel(): Promise<void> {
    const more = this.root.getByRole('button', { name: 'Change this table' });
    if ((await more.getAttribute('aria-expanded')) !== 'true') await more.click();
    // A click that comes before the script is kept for it; a link in a cell that is followed in between leads away.
    await expect(more).toHaveAttribute('aria-expanded', 'true', { timeout: 20_000 });
  }

  /** Opens the panel and presses a button in it. */
  async press(name: string): Promise<void> {
    await this.openPanel();
    await this.root.getByRole('button', { name, exact: true }).click();
  }

  /** Writes a moment into its field, as a reader who ends with Enter. */
  async asOf(moment: string): Promise<void> {
    const field = await this.control('textbox', 'As of a day or a release');
    await field.fill(moment);
    await field.press('Enter');
  }
}

/** Everything that the live region of a comparison says from now on, one entry a change. */
export async function announcements(comparison: Comparison): Promise<() => Promise<string[]>> {
  const heard = await comparison.status.evaluateHandle((status) => {
    const all: string[] = [];
    new MutationObserver(() => all.push(status.textContent)).observe(status, { childList: true, subtree: true });
    return all;
  });
  return () => heard.jsonValue();
}
