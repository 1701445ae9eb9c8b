import '../site/section-marker.element.ts'; // comes along: one file for a reader's first sign
import { withText, withTextBetween } from '../site/text-fragment.ts';
import { commandsIn, copiedText } from './copied-text.ts';
import type { ShownLine } from './copied-text.ts';
import './copy-markdown.element.ts'; // comes with the other ways to copy, when a reader is there
import { filled } from '../site/filled.ts';
import { plural } from '../site/plural.ts';
import * as words from '../site/words.ts';

const shownFor = 2000; // milliseconds for which a button says that it has copied

/**
 * Gives each block of code on the page its buttons: one to copy each command, one for the block, one to wrap long lines,
 * and a link to the line under the pointer. The element itself is the place where it says what was done.
 */
export class CodeTools extends HTMLElement {
  connectedCallback(): void {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = this.dataset['style'] ?? '';
    style.onload = style.onerror = () => {
      for (const figure of document.querySelectorAll<HTMLElement>('figure:is(.code, .terminal)')) this.#dress(figure);
    };
    document.head.append(style);
    // The page's head has taken over by now what was chosen on another page.
    addEventListener('storage', markWrapped);
    addEventListener('pageshow', markWrapped);
  }

  #dress(figure: HTMLElement): void {
    const lines = [...figure.querySelectorAll<HTMLElement>('.line')];
    const shown = lines.map(shownLine);
    const commands = commandsIn(shown);
    for (const { line, text } of commands) this.#addCommandButton(lines, line, text.split('\n').length);
    const bar = document.createElement('div');
    bar.className = 'tools no-print';
    if (commands.length !== 1) {
      const isSeveral = commands.length > 1;
      const said = isSeveral ? plural(commands.length, words.commandsCopied) : words.copied;
      const copy = button('', isSeveral ? plural(commands.length, words.copyCommands) : words.copy);
      nameWithTitle(copy, figure);
      copy.onclick = () => void this.#copy(copy, copiedText(lines.map(shownLine)), said);
      bar.append(copy);
    }
    figure.append(bar);
    const texts = [...figure.querySelectorAll('pre')];
    // Lines become too long when a phone is turned, a face comes, a value is filled in, or a fold is opened.
    const widths = new ResizeObserver(() => {
      if (!isWrapped() && texts.every((text) => text.scrollWidth <= text.clientWidth)) return;
      widths.disconnect();
      bar.append(wrapButton());
    });
    for (const text of texts) for (const box of [text, ...text.children]) widths.observe(box);
    addLineLink(figure, lines, (link) => void this.#copy(link, link.href, words.lineLinkCopied));
  }

  #addCommandButton(lines: readonly HTMLElement[], line: number, length: number): void {
    const own = lines.slice(line, line + length);
    const copy = button('copy no-print', '');
    const first = own[0]?.querySelector('.command');
    copy.setAttribute('aria-label', filled(words.copyCommand, { command: first?.textContent ?? '' }));
    // Values that the page fills in are read at the click.
    copy.onclick = () => {
      const [command] = commandsIn(own.map(shownLine));
      const names = new Set(own.flatMap((one) => [...one.querySelectorAll('var:not(.filled)')].map(textOf)));
      const rest = names.size === 0 ? [] : [filled(words.replaceFirst, { names: [...names].join(words.comma) })];
      void this.#copy(copy, command?.text ?? '', [words.commandCopied, ...rest].join(' '));
    };
    first?.after(copy);
  }

  async #copy(from: HTMLElement, text: string, said: string): Promise<void> {
    const refused = await write(text);
    this.textContent = '';
    const figure = from.closest('figure');
    figure?.querySelector('.why')?.remove();
    if (refused !== undefined) {
      const why = document.createElement('p');
      why.className = 'why no-print';
      why.textContent = filled(words.selectInstead, { why: refused });
      figure?.append(why);
      this.textContent = why.textContent;
      return;
    }
    this.textContent = said;
    from.classList.add('done');
    setTimeout(() => {
      from.classList.remove('done');
    }, shownFor);
  }
}

/** Puts `text` on the clipboard; why it could not, if it could not. */
async function write(text: string): Promise<string | undefined> {
  if (!isSecureContext) {
    return copyBySelection(text) ? undefined : words.clipboardNeedsHttps;
  }
  try {
    await navigator.clipboard.writeText(text);
    return undefined;
  } catch {
    return copyBySelection(text) ? undefined : words.clipboardClosed;
  }
}

/** The way that works over plain http too: a field is selected and copied as if by hand. */
function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'sr-only';
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing has taken its place where the context is insecure
  const isDone = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isDone;
}

/** One link a block, on the line that the pointer is over; by keys, the arrows move it. It marks the line where it leads. */
function addLineLink(
  figure: HTMLElement,
  lines: readonly HTMLElement[],
  follow: (link: HTMLAnchorElement) => void,
): void {
  const written = lines.filter((line) => wordsOf(line) !== '');
  const first = written.find((line) => line.matches('.marked, .part-marked, .known')) ?? written[0];
  if (first === undefined) return;
  const link = document.createElement('a');
  link.className = 'line-link no-print';
  const put = (line: HTMLElement): void => {
    if (line === link.parentElement) return;
    link.href = addressOf(line, lines);
    link.setAttribute('aria-label', filled(words.linkToLine, { line: wordsOf(line) }));
    line.prepend(link);
  };
  link.onclick = () => {
    follow(link);
  };
  link.onkeydown = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return; // That is the browser's.
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const next = step === undefined ? undefined : written[written.findIndex((line) => line.contains(link)) + step];
    if (next === undefined) return;
    event.preventDefault();
    const details = next.closest('details');
    if (details !== null) details.open = true;
    put(next);
    link.focus();
  };
  figure.addEventListener('pointerover', ({ target }) => {
    const line = (target as Element).closest<HTMLElement>('.line');
    if (line !== null && written.includes(line)) put(line);
  });
  put(first);
}

/** An address that leads to a line by its words, so that it holds when the page grows, and to its section elsewhere. */
function addressOf(line: HTMLElement, lines: readonly HTMLElement[]): string {
  const headings = [...document.querySelectorAll('main :is(h2, h3, h4)[id]')];
  const above = headings.findLast((one) => one.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING);
  const section = above === undefined ? '' : `#${encodeURIComponent(above.id)}`;
  const written = wordsOf(line);
  const [before, after] = [-1, 1].map((step) => {
    const other = lines[lines.indexOf(line) + step];
    return other === undefined ? '' : plainText(other);
  });
  const places = document.querySelector('main')?.textContent.split(written).length ?? 0;
  if (places <= 2) return withText(section, [written]);
  const prompt = line.querySelector('.prompt')?.textContent ?? '';
  return withTextBetween(section, written, `${before ?? ''} ${prompt}`, after ?? '');
}

/** What is said on a line, without its prompt. */
function wordsOf(line: HTMLElement): string {
  return (line.querySelector('.command')?.textContent ?? plainText(line)).trim();
}

/** The line as its author wrote it: our own buttons have no words. */
function plainText(line: HTMLElement): string {
  return line.textContent.trimEnd();
}

function shownLine(line: HTMLElement): ShownLine {
  const command = line.querySelector('.command')?.textContent;
  const prompt = line.querySelector('.prompt')?.textContent ?? '';
  return { prompt, command, text: line.textContent, removed: line.classList.contains('removed') };
}

function nameWithTitle(made: HTMLElement, figure: HTMLElement): void {
  const title = figure.querySelector('figcaption')?.textContent;
  if (title !== undefined) made.setAttribute('aria-label', `${made.textContent}: ${title}`);
}

function wrapButton(): HTMLElement {
  const wrap = button('wrap', words.wrapLines);
  wrap.setAttribute('aria-pressed', String(isWrapped()));
  wrap.onclick = () => {
    const { dataset } = document.documentElement;
    dataset['wrap'] = isWrapped() ? '' : 'on';
    markWrapped();
    try {
      localStorage['wrap'] = dataset['wrap'];
    } catch {
      // Storage is switched off: the choice holds for this page only.
    }
  };
  return wrap;
}

function markWrapped(): void {
  for (const each of document.querySelectorAll('.tools .wrap')) each.setAttribute('aria-pressed', String(isWrapped()));
}

function isWrapped(): boolean {
  return document.documentElement.dataset['wrap'] === 'on';
}

function textOf({ textContent }: Element): string {
  return textContent;
}

function button(className: string, words: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = words;
  return made;
}

declare global {
  interface HTMLElementTagNameMap {
    'code-tools': CodeTools;
  }
}

customElements.define('code-tools', CodeTools);
