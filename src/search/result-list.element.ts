import { valuesFragment } from '../errors/reader-values.ts';
import { sureWords } from '../errors/parts.ts';
import type { FoundError } from '../errors/error-finder.ts';
import { facetName } from '../errors/facet.ts';
import type { Doubt, Judged } from '../errors/scope.ts';
import type { Piece } from './excerpt.ts';
import type { FoundPage } from './full-text.ts';
import { kindWords } from './marks.ts';
import { filled } from '../site/filled.ts';
import { withText } from '../site/text-fragment.ts';
import * as words from '../site/words.ts';

/** The heading of a list of pages, and the pages. */
export interface PageList {
  heading: string;
  pages: readonly FoundPage[];
}

/**
 * The list of results that the field above it controls: known errors and pages, two groups, so that neither pushes the
 * other away. Focus stays in the field; `move` goes from result to result.
 */
export class ResultList extends HTMLElement {
  #active = -1;
  readonly #errors = emptyGroup('errors');
  readonly #pages = emptyGroup('pages');

  connectedCallback(): void {
    this.role = 'listbox';
    this.ariaLabel = words.results;
    this.append(this.#errors, this.#pages);
  }

  /** Shows these. A result that is there already keeps its element: a finger may be on it, or it may be the active one. */
  show(errors: readonly Judged<FoundError>[], { heading, pages }: PageList): void {
    const { active } = this;
    fill(this.#errors, `${this.id}-errors`, words.looksLikeError, errors.map(errorOption));
    fill(this.#pages, `${this.id}-pages`, heading, pages.flatMap(pageOptions));
    for (const [place, option] of this.options.entries()) option.id = `${this.id}-${place}`;
    this.hidden = this.options.length === 0;
    this.#active = -1;
    if (active !== undefined) this.move(this.options.indexOf(active) + 1);
  }

  get options(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  }

  get active(): HTMLAnchorElement | undefined {
    return this.options[this.#active];
  }

  /** Makes the result `steps` further down the active one; before the first there is none. Whether anything changed. */
  move(steps: number): boolean {
    const next = Math.max(-1, Math.min(this.#active + steps, this.options.length - 1));
    const moved = next !== this.#active;
    this.#active = next;
    for (const [place, option] of this.options.entries()) option.ariaSelected = String(place === next);
    this.active?.scrollIntoView({ block: 'nearest' });
    return moved;
  }

  /** Makes no result active. Whether one was. */
  leave(): boolean {
    return this.move(-this.options.length - 1);
  }
}

function emptyGroup(name: string): HTMLElement {
  return make('div', { role: 'group', class: name, hidden: 'hidden' }, [
    make('div', { role: 'presentation', class: 'heading' }),
  ]);
}

/** Shows these options below this heading; one that is shown already stays, down to the word that is being clicked. */
function fill(group: HTMLElement, id: string, heading: string, options: readonly HTMLAnchorElement[]): void {
  const title = group.querySelector('.heading');
  title?.setAttribute('id', id);
  title?.replaceChildren(heading);
  group.setAttribute('aria-labelledby', id);
  group.hidden = options.length === 0;
  const old = [...group.querySelectorAll('a')];
  const byAddress = new Map(old.map((option) => [option.href, option]));
  const shown = options.map((option) => {
    const kept = byAddress.get(option.href);
    if (kept === undefined) return option;
    option.id = kept.id;
    option.ariaSelected = kept.ariaSelected;
    if (!kept.isEqualNode(option)) kept.replaceChildren(...option.childNodes);
    return kept;
  });
  for (const option of old) if (!shown.includes(option)) option.remove();
  for (const [place, option] of shown.entries()) {
    const here = group.children[place + 1]; // behind the heading
    if (here !== option) group.insertBefore(option, here ?? null);
  }
}

function errorOption({ known, kind, message, values, anyones, doubt }: Judged<FoundError>): HTMLAnchorElement {
  const address = withText(known.url + valuesFragment(values), sureWords(message).slice(0, 1));
  const notes = [
    ...(kind === 'alike' ? [words.looksAlike] : []),
    ...(anyones ? [words.ifInContainer] : []),
    ...(doubt === undefined ? [] : [doubtInWords(doubt)]),
  ];
  return option(address, known.title, notes.join(words.comma), [
    make('samp', {}, [message]),
    make('span', { class: 'text' }, [known.means]),
  ]);
}

const doubtWords = { version: words.notInVersion, unknown: words.notKnownWith, system: words.notOnSystem };

function doubtInWords({ kind, facet }: Doubt): string {
  return filled(doubtWords[kind], { place: facetName(facet) });
}

function pageOptions({ title, url, kind, excerpt, parts }: FoundPage): HTMLAnchorElement[] {
  return [
    option(url, title, kindWords[kind], [make('span', { class: 'text' }, excerpt.map(pieceNode))]),
    ...parts.map((part) => option(part.url, part.title, '', [], 'part')),
  ];
}

function option(href: string, title: string, note: string, rest: HTMLElement[], part = ''): HTMLAnchorElement {
  const notes = note === '' ? [] : [' ', make('span', { class: 'note' }, [note])];
  const attributes = { role: 'option', 'aria-selected': 'false', tabindex: '-1', href, class: part };
  return make('a', attributes, [make('span', { class: 'title' }, [title]), ...notes, ...rest]);
}

/** A run of text, in `<mark>` if it is what was looked for. */
export function pieceNode({ text, marked }: Piece): Node | string {
  return marked ? make('mark', {}, [text]) : text;
}

/** An element with these attributes; empty ones are left out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== '') made.setAttribute(name, value);
  made.append(...children);
  return made;
}

declare global {
  interface HTMLElementTagNameMap {
    'result-list': ResultList;
  }
}

customElements.define('result-list', ResultList);
