/** A browser on a built site that tells all that a page says, tries to run, or asks of another host. */
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { findChromium, quietly } from '../scripts/chromium.mjs';
import { createSiteServer } from '../src/site/server.node.ts';

export const executablePath = findChromium();

/** The built site in `folder`, served under `base` with its own headers, in a browser. */
export async function openSite(folder: string, base: string) {
  const server = createSiteServer(folder, base);
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const origin = `http://localhost:${String((server.address() as AddressInfo).port)}`;
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: quietly,
  });
  return {
    origin,
    close: async () => {
      await browser.close();
      server.close();
    },
    /** Opens the page at `path` below the base, runs `use` on it, and gives what was heard. */
    visit: async (path: string, options: BrowserContextOptions, use: (page: Page) => Promise<void>) => {
      const context = await browser.newContext(options);
      const heard: string[] = [];
      context.on('console', (message) => {
        if (!isOfTool(message.text())) heard.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => heard.push(`error: ${error.error().message}`));
      context.on('dialog', (dialog) => {
        heard.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      context.on('request', (request) => {
        if (!request.url().startsWith(origin)) heard.push(`request: ${request.url()}`);
      });
      await context.route(/^https:\/\/giscus\.app\//, (route) =>
        route.fulfill({ contentType: 'text/html', body: giscusFrame }),
      );
      const page = await context.newPage();
      await page.goto(`${origin}${base}${path}`, { waitUntil: 'networkidle' });
      await use(page);
      await context.close();
      return heard;
    },
  };
}

/** What the test tool causes, not the page. */
const remarks = [
  // Its look for a control measures what the page has put off drawing, and the browser remarks on that.
  'Rendering was performed in a subtree hidden by content-visibility',
  // So it says where the settings keep workers out.
  'Service Worker registration blocked by Playwright',
];

/** Whether the test tool has caused a line of the console, and not the page. */
export function isOfTool(line: string): boolean {
  return remarks.some((remark) => line.startsWith(remark));
}

/** Stands for giscus.app, which tests don't ask: says how high it is, and shows the theme that it was told. */
const giscusFrame = `<!doctype html><p></p><script>
  const shown = document.querySelector('p');
  shown.textContent = new URLSearchParams(location.search).get('theme');
  addEventListener('message', ({ data }) => { shown.textContent = data.giscus.setConfig.theme; });
  parent.postMessage({ giscus: { resizeHeight: 777 } }, '*');
</script>`;

/** Does what a reader does by the way: opens what is folded, points at everything, and follows no link. */
export async function handle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    for (const element of document.querySelectorAll<HTMLElement>('.thread *')) {
      element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
      if (element.tabIndex >= 0 && element instanceof HTMLElement) element.focus();
    }
    scrollTo(0, document.body.scrollHeight);
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
}
