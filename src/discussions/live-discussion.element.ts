import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

const origin = 'https://giscus.app';
const sessionKey = 'giscus-session'; // the name under which giscus itself keeps it
const askedKey = 'live-discussion'; // in the tab's storage once its reader has asked for a live thread
const patience = 15_000; // ms; longer than a slow line takes
const maxHeight = 100_000; // pixels

/** What the frame may do: run itself and send its forms, but lead the whole page away only when its reader clicks. */
const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

/**
 * A button that puts the live thread `data-number` of `data-repository` in its place, in a frame of giscus.app that
 * follows the theme. Whoever comes back from signing in there, in the tab in which they asked, finds it open.
 * Messages are those of giscus: `{ giscus: { resizeHeight | signOut | error | setConfig } }`.
 */
export class LiveDiscussion extends HTMLElement {
  #listening: AbortController | undefined;
  #watcher: MutationObserver | undefined;
  #frame: HTMLIFrameElement | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #session = '';

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.querySelector('button')?.addEventListener('click', () => this.#open(), { signal });
    addEventListener('message', (event) => this.#hear(event), { signal });
    this.#watcher = new MutationObserver(() => this.#tell({ setConfig: { theme: theme() } }));
    this.#watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const address = new URL(location.href);
    const session = address.searchParams.get('giscus');
    this.#session = kept();
    if (session === null) return;
    address.searchParams.delete('giscus');
    history.replaceState(null, '', address);
    if (!hasAsked()) return; // a link that somebody made with a key in it is no click of the reader's
    this.#session = session;
    keep(session);
    this.#open();
    this.scrollIntoView();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#watcher?.disconnect();
    clearTimeout(this.#waiting);
  }

  #open(): void {
    rememberAsking();
    this.#frame ??= document.createElement('iframe');
    this.#frame.title = words.liveTitle;
    this.#frame.allow = 'clipboard-write';
    this.#frame.setAttribute('sandbox', sandbox);
    this.#frame.src = this.#address();
    this.querySelector('.offer')?.remove();
    this.append(this.#frame);
    this.#frame.focus();
    this.#say(words.liveLoading);
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#say(words.liveSilent), patience);
  }

  #address(): string {
    const here = new URL(location.href);
    here.hash = '';
    const { repository = '', number = '' } = this.dataset;
    const wanted = {
      origin: here.href,
      backLink: here.href,
      session: this.#session,
      theme: theme(),
      repo: repository,
      number,
    };
    const fixed = { reactionsEnabled: '1', emitMetadata: '0', inputPosition: 'bottom', strict: '0' };
    return `${origin}/widget?${new URLSearchParams({ ...wanted, ...fixed })}`;
  }

  #hear({ origin: sender, source, data }: MessageEvent<unknown>): void {
    if (this.#frame === undefined || sender !== origin || source !== this.#frame.contentWindow) return;
    const { giscus } = (data ?? {}) as { giscus?: { resizeHeight?: unknown; signOut?: unknown; error?: unknown } };
    if (typeof giscus !== 'object') return;
    clearTimeout(this.#waiting);
    this.#say('');
    if (typeof giscus.resizeHeight === 'number') {
      this.#frame.height = String(Math.min(Math.ceil(giscus.resizeHeight), maxHeight));
    }
    const error = typeof giscus.error === 'string' ? giscus.error : '';
    // A session that has run out is no fault of the reader, who can sign in again.
    const isOver = this.#session !== '' && /Bad credentials|Invalid state|State has expired/.test(error);
    if (giscus.signOut === true || isOver) {
      this.#session = '';
      keep('');
      this.#frame.src = this.#address();
    } else if (error !== '') this.#say(filled(words.liveSays, { text: error }));
  }

  #tell(giscus: object): void {
    this.#frame?.contentWindow?.postMessage({ giscus }, origin);
  }

  #say(text: string): void {
    this.querySelector('[role=status]')?.replaceChildren(text);
  }
}

function theme(): string {
  return [document.documentElement.dataset['theme'], 'preferred_color_scheme'].find(Boolean) ?? '';
}

function kept(): string {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(sessionKey) ?? '""');
    return typeof saved === 'string' ? saved : '';
  } catch {
    return ''; // Storage is switched off, or holds something else: the reader signs in anew.
  }
}

function keep(session: string): void {
  try {
    if (session === '') localStorage.removeItem(sessionKey);
    else localStorage.setItem(sessionKey, JSON.stringify(session));
  } catch {
    // Storage is switched off: signing in holds for no page.
  }
}

function hasAsked(): boolean {
  try {
    return sessionStorage.getItem(askedKey) !== null;
  } catch {
    return false; // Storage is switched off: the reader clicks once more.
  }
}

function rememberAsking(): void {
  try {
    sessionStorage.setItem(askedKey, '');
  } catch {
    // Storage is switched off: the thread opens for this click only.
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'live-discussion': LiveDiscussion;
  }
}

customElements.define('live-discussion', LiveDiscussion);
