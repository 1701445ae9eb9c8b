/**
 * Playwright's `test` with a rule of the house: a page says nothing on the console, throws nothing, asks for nothing that
 * fails, breaks no policy and speaks to no other host. Whoever expects noise says which, and it has to come.
 */
import { test as base } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';
import { isOfTool } from './heard.ts';

/** Noise that a test brings about on purpose. */
export interface Noise {
  /** Names what a test will cause, such as `/net::ERR_FAILED/`. An expectation that nothing meets fails the test. */
  expect: (...patterns: RegExp[]) => void;
}

interface Fixtures {
  noise: Noise;
}

export const test = base.extend<Fixtures>({
  noise: [
    async ({ context, baseURL }, use) => {
      const origin = new URL(baseURL ?? 'http://localhost').origin;
      const heard: string[] = [];
      const expected: RegExp[] = [];
      listen(context, origin, (line) => heard.push(line));
      await use({ expect: (...patterns) => void expected.push(...patterns) });
      const surprising = heard.filter((line) => !expected.some((pattern) => pattern.test(line)));
      if (surprising.length > 0) throw new Error(`The page was not quiet:\n${surprising.join('\n')}`);
      const missed = expected.filter((pattern) => !heard.some((line) => pattern.test(line)));
      if (missed.length > 0) throw new Error(`The test expects noise that does not come: ${missed.join(', ')}`);
    },
    { auto: true },
  ],
});

function listen(context: BrowserContext, origin: string, hear: (line: string) => void): void {
  context.on('console', (message) => {
    if (!isOfTool(message.text())) hear(`console ${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => hear(`page error: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && ['http:', 'https:'].includes(url.protocol))
      hear(`request to another origin: ${url.href}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason';
    // What the browser itself gives up when the reader moves on has not failed. And the worker that keeps pages asks in
    // vain when there is no network, or nothing kept: what becomes of it is what the page gets.
    if (reason !== 'net::ERR_ABORTED' && request.serviceWorker() === null)
      hear(`request failed: ${request.url()} ${reason}`);
  });
}

export { expect } from '@playwright/test';
