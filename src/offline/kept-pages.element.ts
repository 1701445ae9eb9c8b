import { pieces } from '../site/pieces.ts';
import * as words from '../site/words.ts';
import { keptOn, keptPlaces, titleOf, wholeSite } from './kept.ts';

/** Lists the pages that this browser keeps of those that were opened, and keeps the whole site for those who ask for it. */
export class KeptPages extends HTMLElement {
  connectedCallback(): void {
    void this.#list();
    void this.#offer();
  }

  get #places() {
    return keptPlaces(this.dataset['base'] ?? '/');
  }

  async #list(): Promise<void> {
    const pages = await this.#pages().catch(() => []); // Where storage is switched off nothing is kept.
    const items = pages.map(({ path, title, day }) => {
      const link = document.createElement('a');
      link.href = path;
      link.textContent = title;
      const item = document.createElement('li');
      item.append(...pieces(words.offlineKeptOn, { page: link, day }));
      return item;
    });
    this.querySelector('.opened')?.replaceChildren(...items);
    this.querySelector('.none')?.toggleAttribute('hidden', items.length > 0);
  }

  /** The newest first, without this page, and without the site's name that ends all titles. */
  async #pages(): Promise<{ path: string; title: string; day: string }[]> {
    if (!(await caches.has(this.#places.visited))) return [];
    const cache = await caches.open(this.#places.visited);
    const paths = (await cache.keys())
      .map(({ url }) => new URL(url).pathname)
      .filter((path) => path.endsWith('/') && path !== location.pathname);
    const ending = document.title.slice(words.offlineTitle.length);
    return Promise.all(
      paths.toReversed().map(async (path) => {
        const page = await cache.match(path, { ignoreVary: true });
        const title = titleOf((await page?.text()) ?? '');
        const day = new Date(page?.headers.get(keptOn) ?? '');
        const language = this.dataset['language'];
        return {
          path,
          title: title === '' ? path : title.slice(0, title.endsWith(ending) ? -ending.length : undefined),
          day: day.toLocaleDateString(language, { dateStyle: 'long' }),
        };
      }),
    );
  }

  async #offer(): Promise<void> {
    const button = this.querySelector('button');
    const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
    if (button === null || serviceWorker === undefined) return;
    const registration = await serviceWorker.ready;
    button.closest('section')?.removeAttribute('hidden');
    const done = () => {
      button.hidden = true;
      this.#say(words.wholeSiteKept);
    };
    if ((await caches.match(this.#places.shelf('rest'))) !== undefined) done();
    button.addEventListener('click', () => {
      button.disabled = true;
      this.#say(words.wholeSiteComes);
      this.#status?.focus(); // A button that is off, and then gone, has none.
      registration.active?.postMessage(wholeSite); // not the one that was active when the page came
    });
    serviceWorker.addEventListener('message', ({ data }) => {
      button.disabled = false;
      if (data === 'kept') done();
      else this.#say(words.wholeSiteFailed);
    });
    serviceWorker.startMessages();
  }

  get #status() {
    return this.querySelector<HTMLElement>('[role=status]');
  }

  #say(text: string): void {
    this.#status?.replaceChildren(text);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-pages': KeptPages;
  }
}

customElements.define('kept-pages', KeptPages);
