import type { Advice } from './advice.ts';
import type { AdviceData } from './advice-data.ts';
import './advice-list.element.ts';
import { filled } from '../site/filled.ts';
import { plural } from '../site/plural.ts';
import * as words from '../site/words.ts';

/** What the search reads of a text. Browsers follow no address of megabytes. */
const maxLetters = 100_000;

/** What makes advice of a text, loaded together. */
type Advisor = (text: string) => Advice | null;

/** Reads what is put into its field and shows the advice below. The text stays in the browser; the facts come to it. */
export class InfoAdvisor extends HTMLElement {
  #listening: AbortController | undefined;
  #asked: Promise<Advisor> | undefined;
  #turn = 0;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#field.addEventListener('input', this.#typed, { signal });
    this.querySelector('button')?.addEventListener('click', this.#tryExample, { signal });
    // The way back brings the text back, once the page has loaded, and no event of its own.
    addEventListener('pageshow', this.#typed, { signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  get #field(): HTMLTextAreaElement {
    return this.querySelector('textarea') as HTMLTextAreaElement; // The template has it.
  }

  #tryExample = (): void => {
    this.#field.value = this.querySelector<HTMLTemplateElement>('.example')?.content.textContent.trim() ?? '';
    this.#field.focus();
    this.#typed();
  };

  #typed = (): void => {
    void this.#read();
  };

  async #read(): Promise<void> {
    const turn = ++this.#turn;
    const text = this.#field.value;
    if (text.trim() === '') {
      this.#show(null);
      return;
    }
    try {
      const advise = await this.#load();
      if (turn !== this.#turn) return;
      const advice = advise(text);
      this.#show(advice, advice === null ? this.#none(text) : inWords(advice));
    } catch {
      if (turn !== this.#turn) return;
      this.#asked = undefined; // What came may be a failure written as JSON.
      this.#show(null, words.infoFactsNotLoaded);
    }
  }

  #load(): Promise<Advisor> {
    const loading = (this.#asked ??= Promise.all([import('./advice.ts'), this.#data()]).then(
      ([{ adviseOn }, data]) =>
        (text) =>
          adviseOn(text, data),
    ));
    loading.catch(() => {
      if (this.#asked === loading) this.#asked = undefined;
    });
    return loading;
  }

  async #data(): Promise<AdviceData> {
    const response = await fetch(this.dataset['from'] ?? '');
    if (!response.ok) throw new Error(`advice: ${response.status}`);
    return (await response.json()) as AdviceData;
  }

  /** Most that is no such output is a message, for which there is another field. */
  #none(text: string): Node {
    const template = this.querySelector<HTMLTemplateElement>('.none');
    const none = template === null ? new DocumentFragment() : document.importNode(template.content, true);
    const link = none.querySelector('a');
    if (link !== null) link.hash = String(new URLSearchParams([['q', text.slice(0, maxLetters)]]));
    return none;
  }

  #show(advice: Advice | null, ...status: (string | Node)[]): void {
    const list = this.querySelector('advice-list');
    if (advice === null) list?.replaceChildren();
    else list?.show(advice);
    this.querySelector('[role=status]')?.replaceChildren(...status);
  }
}

function inWords({ remarks }: Advice): string {
  const first = remarks.filter(({ level }) => level === 'first').length;
  return first === 0
    ? plural(remarks.length, words.remarksNoneUrgent)
    : filled(plural(remarks.length, words.remarksFirst), { first });
}

declare global {
  interface HTMLElementTagNameMap {
    'info-advisor': InfoAdvisor;
  }
}

customElements.define('info-advisor', InfoAdvisor);
