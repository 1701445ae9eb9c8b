import type { Advice } from './advice.ts';
import type { Remark } from './remark.ts';
import { filled } from '../site/filled.ts';
import { pieces } from '../site/pieces.ts';
import * as words from '../site/words.ts';

const groups: readonly { level: Remark['level']; heading: string }[] = [
  { level: 'first', heading: words.doFirst },
  { level: 'soon', heading: words.changeSoon },
  { level: 'note', heading: words.goodToKnow },
  { level: 'fine', heading: words.asItShouldBe },
];

/** Shows advice, what to do first on top, each remark with its source, its day and the line of the paste that it is about. */
export class AdviceList extends HTMLElement {
  /** Puts `advice` in place of what was shown. Everything goes in as text. */
  show({ summary, remarks }: Advice): void {
    const sections = groups.flatMap(({ level, heading }) => {
      const own = remarks.filter((remark) => remark.level === level);
      if (own.length === 0) return [];
      const section = make('section', make('h3', heading), make('ul', ...own.map(item)));
      section.dataset['level'] = level;
      return [section];
    });
    const read = make('p', ...pieces(words.thisIs, { machine: make('strong', summary) }));
    this.replaceChildren(read, ...sections);
  }
}

function item({ text, commands, source, checked, confidence, link, line }: Remark): HTMLElement {
  const about: (Node | string)[][] = [];
  if (line !== undefined) about.push([filled(words.lineOfPaste, { line })]);
  if (source !== undefined && checked !== undefined)
    about.push(pieces(words.sourceOfDate, { source: anchor(words.sourceLink, source), date: checked }));
  if (confidence === 'unverified') about.push([words.unverified]);
  if (link !== undefined) about.push([anchor(link.label, link.url)]);
  const small = make('small', ...about.flatMap((part, at) => (at === 0 ? part : [' · ', ...part])));
  const typed = commands.length > 0 ? [make('pre', make('code', commands.join('\n')))] : [];
  return make('li', make('p', ...withCode(text)), ...typed, small);
}

/** Code stands between backticks. */
function withCode(text: string): (Node | string)[] {
  return text.split('`').map((piece, at) => (at % 2 === 0 ? piece : make('code', piece)));
}

function anchor(text: string, url: string): HTMLAnchorElement {
  const link = make('a', text);
  link.href = url;
  return link;
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

declare global {
  interface HTMLElementTagNameMap {
    'advice-list': AdviceList;
  }
}

customElements.define('advice-list', AdviceList);
