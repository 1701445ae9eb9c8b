import type { Page } from '@playwright/test';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createSiteServer } from '../src/site/server.node.ts';
import { site } from '../src/site.config.ts';
import { openBrowser } from './slow-browser.ts';

/** What `use` makes of the page at `path` of `dist/`, without the base, in a browser on a desk and at full speed. */
export async function withBuiltPage<Made>(path: string, use: (page: Page) => Promise<Made>): Promise<Made> {
  const server = createSiteServer('dist', site.base).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`http://localhost:${port}${site.base}${path}`);
    return await use(page);
  } finally {
    await browser.close();
    server.close();
  }
}
