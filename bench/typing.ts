/** How long a reader who types waits for results once the search is loaded: from each key to the last change of the list. */
import { withBuiltPage } from './built-page.ts';

/** A text typed letter by letter; times in milliseconds. */
export interface Typed {
  text: string;
  median: number;
  longest: number;
}

const texts = ['overlay2', 'thin pool', 'no space left on device', 'storage driver btrfs'];

/** Types each text into the search page of `dist/`, after a first search has loaded what there is to load. */
export async function measureTyping(): Promise<Typed[]> {
  return withBuiltPage('search/', async (page) => {
    const field = page.getByRole('combobox');
    await field.fill('device');
    await page.getByRole('option').first().waitFor();
    await page.evaluate(observe);
    const typed: Typed[] = [];
    for (const text of texts) {
      await field.fill('');
      await page.waitForTimeout(500);
      const waits: number[] = [];
      for (const letter of text) {
        await page.evaluate(() => (globalThis as unknown as Waits).waits.splice(0));
        await page.keyboard.type(letter);
        await page.waitForTimeout(400);
        waits.push(await page.evaluate(() => (globalThis as unknown as Waits).waits.at(-1) ?? 0));
      }
      const sorted = waits.toSorted((a, b) => a - b);
      typed.push({ text, median: sorted[Math.floor(sorted.length / 2)] ?? 0, longest: sorted.at(-1) ?? 0 });
    }
    return typed;
  });
}

interface Waits {
  waits: number[];
}

/** Runs in the page: keeps how long after the last key each change of the results came. */
function observe(): void {
  const waits: Waits['waits'] = ((globalThis as unknown as Waits).waits = []);
  let since = 0;
  addEventListener('input', () => (since = performance.now()), { capture: true });
  const list = document.querySelector('result-list');
  if (list === null) throw new Error('The search page has no list of results.');
  new MutationObserver(() => waits.push(performance.now() - since)).observe(list, { childList: true, subtree: true });
}
