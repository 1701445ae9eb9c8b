import { make } from './compare-panel.element.ts';
import { reportAddress } from './report.ts';
import * as words from '../site/words.ts';

/** A small card over the table: where a cell's answer is written, when somebody read it, and the way to report it. */
export class FactSource extends HTMLElement {
  connectedCallback(): void {
    this.popover = 'auto';
    this.role = 'dialog';
  }

  /**
   * Shows the card of the cell that holds `link`, whose target is a source or the note of one below the table. `edit` is
   * the address at which the files of the drivers are edited, with a slash at its end.
   */
  open(link: HTMLAnchorElement, repository: string, edit: string): void {
    // The template has all of these.
    const cell = link.closest('td') as HTMLTableCellElement;
    const row = cell.closest('tr') as HTMLTableRowElement;
    const heads = row.closest('table')?.tHead?.lastElementChild as HTMLTableRowElement;
    const driver = heads.cells[cell.cellIndex];
    const page = driver?.querySelector('a');
    const fact = row.dataset['fact'] ?? '';
    const label = row.cells[0]?.querySelector('a')?.textContent.trim() ?? '';
    const note = link.pathname === location.pathname ? document.getElementById(link.hash.slice(1)) : null;
    const sources = [...(note?.querySelectorAll('a') ?? [link])].map(({ href }) => href);
    const id = driver?.dataset['driver'] ?? '';
    const report = reportAddress(repository, {
      driver: id,
      label,
      answer: cell.querySelector('b')?.textContent ?? '',
      page: location.href,
      sources,
    });
    this.ariaLabel = `${page?.textContent ?? ''}: ${label}`; // said when the focus comes in, past the words themselves
    this.replaceChildren(
      make('strong', {}, this.ariaLabel),
      ...(note?.cloneNode(true).childNodes ?? [link.cloneNode(true), link.title]),
      make('a', { href: `${edit}${id}.yaml`, title: `${id}.yaml: ${fact}` }, words.editFact),
      make('a', { href: report }, words.reportFact),
      make('a', { href: `${page?.href ?? ''}#${fact}` }, words.factAddress),
    );
    for (const anchor of this.querySelectorAll('a')) anchor.removeAttribute('tabindex');
    this.querySelector('a')?.toggleAttribute('autofocus', true);
    this.showPopover({ source: link });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fact-source': FactSource;
  }
}

customElements.define('fact-source', FactSource);
