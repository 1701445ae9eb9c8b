import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BuiltSite, elementsOf, textOf } from '../built-site.ts';
import { expect, test } from '../quiet-page.ts';

const site = new BuiltSite();

/** With these a question begins. They are looked for only as long as nothing else was typed. */
const asking = /^(?:what|when|where|which|your)$/i;

/** Pages with their titles, as a reader would type them. */
const titles = site
  .files()
  .filter((file) => /^(?:posts|docs|drivers)\/[^/]+\/index\.html$/.test(file))
  .map((file) => {
    const html = readFileSync(join(site.folder, file), 'utf8');
    const heading = elementsOf(html, ({ tagName }) => tagName === 'h1').map(textOf)[0] ?? '';
    return { path: `/${file.replace(/index\.html$/, '')}`, words: heading.match(/[A-Za-z][A-Za-z0-9_-]{3,}/g) ?? [] };
  })
  .filter(({ words }) => words.length > 1);

/** Every fourth page is enough to find a broken order, and the whole takes a minute less. */
const sample = titles.filter((_, place) => place % 4 === 1);

for (const { path, words } of sample) {
  test(`typing the title of ${path} word by word never puts it further down @once`, async ({ page }) => {
    await page.goto('/search/');
    const pages = page.getByRole('group', { name: 'Pages' });
    let before = Number.POSITIVE_INFINITY;
    const first = words.findIndex((word) => !asking.test(word));
    for (let count = first + 1; count <= Math.min(words.length, 4); count++) {
      const text = words.slice(0, count).join(' ');
      await page.getByRole('combobox').fill(text);
      await expect(page.locator('result-list')).toHaveAttribute('aria-busy', 'false', { timeout: 15_000 });
      const links = await pages
        .locator('[role=option]:not(.part)')
        .evaluateAll((options) => options.map((option) => new URL((option as HTMLAnchorElement).href).pathname));
      const place = links.indexOf(path);
      const rank = place === -1 ? Number.POSITIVE_INFINITY : place;
      expect(rank, `place for “${text}”`).toBeLessThanOrEqual(before);
      before = rank;
    }
    expect(before, 'place for the whole title').toBeLessThan(10);
  });
}
