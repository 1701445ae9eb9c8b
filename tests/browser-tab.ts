/**
 * A tab of a browser of its own, for what Playwright keeps browsers from: it holds on to one page, so none is made ready
 * behind it. See https://chromedevtools.github.io/devtools-protocol/tot/Target/
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { findChromium, quietly } from '../scripts/chromium.mjs';

/** Sends a command of the protocol to one page. */
export type Send = (method: string, parameters?: object) => Promise<unknown>;

interface Message {
  id?: number;
  method?: string;
  params: { sessionId: string; targetInfo: { type: string } };
  result?: unknown;
  error?: { message: string };
}

const patience = 10_000; // ms

export class BrowserTab {
  readonly #browser: ChildProcess;
  readonly #folder: string;
  readonly #socket: WebSocket;
  readonly #begin: ((send: Send) => void) | undefined;
  readonly #asked = new Map<number, PromiseWithResolvers<unknown> & { sessionId: string | undefined }>();
  /** Sessions with the pages of the tab; the first is with the one that is shown. */
  readonly #pages = new Set<string>();

  private constructor(browser: ChildProcess, folder: string, address: string, begin?: (send: Send) => void) {
    this.#browser = browser;
    this.#folder = folder;
    this.#begin = begin;
    this.#socket = new WebSocket(address);
    this.#socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data)) as Message));
  }

  /** An empty tab. `begin` runs for each of its pages, also those that are made ready, before the page begins. */
  static async open(begin?: (send: Send) => void): Promise<BrowserTab> {
    const folder = mkdtempSync(join(tmpdir(), 'mind-the-driver-tab-'));
    const settings = [...quietly, '--headless', '--window-size=1280,900'];
    const browser = spawn(
      findChromium() ?? 'chromium',
      [...settings, `--user-data-dir=${folder}`, '--remote-debugging-port=0', 'about:blank'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const lines = createInterface(browser.stderr)[Symbol.asyncIterator]();
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error('The browser ended before it could be spoken to.');
      const address = /^DevTools listening on (.+)$/.exec(value)?.[1];
      if (address === undefined) continue;
      const tab = new BrowserTab(browser, folder, address, begin);
      await tab.#attach();
      return tab;
    }
  }

  async goto(address: string): Promise<void> {
    await this.#send('Page.navigate', { url: address }, this.#shown);
    await this.until(`location.href === ${JSON.stringify(address)} && document.readyState === 'complete'`);
  }

  /** The value of an expression in the page that is shown. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const asked = { expression, returnByValue: true, awaitPromise: true };
    return ((await this.#send('Runtime.evaluate', asked, this.#shown)) as { result: { value: Value } }).result.value;
  }

  /** Waits until an expression is true in the page that is shown. */
  async until(expression: string): Promise<void> {
    const end = Date.now() + patience;
    // A page that goes away can't answer, or never does.
    while ((await Promise.race([this.evaluate(expression).catch(() => false), pause(1000)])) !== true) {
      if (Date.now() > end) throw new Error(`This was not true after ${patience} ms: ${expression}`);
      await pause(20);
    }
  }

  /**
   * As people click: the pointer comes, rests for a third of a second, and the button is down for a tenth of one; on a
   * busy machine for longer, until the browser begins to make a page ready. With `regret` the pointer leaves the link
   * before the button is let go, so that nothing is opened.
   */
  async click(selector: string, { regret = false } = {}): Promise<void> {
    const link = `document.querySelector(${JSON.stringify(selector)})`;
    await this.evaluate(`${link}.scrollIntoView({ block: 'center' })`);
    const { x, y } = await this.evaluate<DOMRect>(`${link}.getClientRects()[0].toJSON()`);
    const mouse = (type: string, away = 0, button = 'none') =>
      this.#send(
        'Input.dispatchMouseEvent',
        { type, x: x + 2 - away, y: y + 2 + away, button, clickCount: 1 },
        this.#shown,
      );
    for (const away of [200, 100, 0]) await mouse('mouseMoved', away);
    await pause(350);
    await mouse('mousePressed', 0, 'left');
    await pause(regret ? 1000 : 80); // in which a page is made ready
    for (let waited = 0; waited < 1000 && this.#pages.size < 2; waited += 20) await pause(20);
    const away = regret ? 200 : 0;
    if (regret) await mouse('mouseMoved', away, 'left');
    // Nobody waits for the answer: the page that it opens may take the place of this one first.
    void mouse('mouseReleased', away, 'left').catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#browser.kill();
    await once(this.#browser, 'exit');
    rmSync(this.#folder, { recursive: true, maxRetries: 10 }); // Its helpers may write for a while yet.
  }

  get #shown(): string | undefined {
    return [...this.#pages][0];
  }

  async #attach(): Promise<void> {
    await once(this.#socket, 'open');
    const filter = [{ type: 'tab' }];
    const { targetInfos } = (await this.#send('Target.getTargets', { filter })) as {
      targetInfos: { targetId: string }[];
    };
    const asked = { targetId: targetInfos[0]?.targetId, flatten: true };
    const { sessionId } = (await this.#send('Target.attachToTarget', asked)) as { sessionId: string };
    // A page that is made ready has half a second to come: it waits only for what there is to do before it begins.
    const waitForDebuggerOnStart = this.#begin !== undefined;
    await this.#send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart, flatten: true }, sessionId);
    await this.until('true');
  }

  #send(method: string, params: object, sessionId?: string): Promise<unknown> {
    const id = this.#asked.size + 1;
    const answer = { ...Promise.withResolvers<unknown>(), sessionId };
    this.#asked.set(id, answer);
    this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    return answer.promise;
  }

  #hear({ id, method, params, result, error }: Message): void {
    if (id !== undefined && error === undefined) this.#asked.get(id)?.resolve(result);
    else if (id !== undefined) this.#asked.get(id)?.reject(new Error(error?.message));
    else if (method === 'Target.detachedFromTarget') this.#forget(params.sessionId);
    else if (method === 'Target.attachedToTarget' && params.targetInfo.type === 'page') {
      const { sessionId } = params;
      const send: Send = (name, parameters = {}) => this.#send(name, parameters, sessionId);
      this.#begin?.(send);
      void send('Runtime.runIfWaitingForDebugger').catch(Boolean); // It may be given up before.
      this.#pages.add(sessionId);
    }
  }

  #forget(page: string): void {
    this.#pages.delete(page);
    for (const { sessionId, reject } of this.#asked.values())
      if (sessionId === page) reject(new Error('It went away.'));
  }
}
