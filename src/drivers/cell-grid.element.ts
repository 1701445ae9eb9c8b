/**
 * Walks through a table with arrow keys, as the grid pattern of ARIA has it: one stop of the Tab key for the whole
 * table, Home and End within a row, with Ctrl to the corners, Enter for the link in a cell.
 */
export class CellGrid extends HTMLElement {
  #column = 0;

  connectedCallback(): void {
    const table = this.querySelector('table') as HTMLTableElement; // The template has it.
    table.role = 'grid';
    table.parentElement?.removeAttribute('tabindex'); // Its cells can be focused now, and scroll it.
    for (const stop of table.querySelectorAll<HTMLElement>('a, th, td')) stop.tabIndex = -1;
    this.mend();
    table.onkeydown = this.#walk;
    table.addEventListener('focusin', this.#follow);
  }

  /** Makes the first head cell the stop of the Tab key if the one that was it can't be seen any more. */
  mend(): void {
    if (this.querySelector('[tabindex="0"]')?.closest('[hidden]') === null) return;
    this.#rove(this.querySelector('thead tr:last-child th') as HTMLElement);
  }

  #rove(cell: HTMLElement): void {
    for (const stop of this.querySelectorAll<HTMLElement>('[tabindex="0"]')) stop.tabIndex = -1;
    cell.tabIndex = 0;
  }

  #follow = ({ target }: Event): void => {
    this.#rove((target as HTMLElement).closest('th, td') as HTMLElement);
  };

  #walk = (event: KeyboardEvent): void => {
    // Nothing but cells, and what stands in them, has the focus.
    const cell = (event.target as HTMLElement).closest('th, td') as HTMLTableCellElement;
    const row = cell.parentElement as HTMLTableRowElement;
    if (event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && event.target === cell) {
      cell.querySelector('a')?.click();
      event.preventDefault();
      return;
    }
    const next = this.#nextCell(cell, row, event);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  #nextCell(
    cell: HTMLTableCellElement,
    row: HTMLTableRowElement,
    { key, ctrlKey }: KeyboardEvent,
  ): HTMLElement | undefined {
    const cells = shownCells(row);
    const at = cells.indexOf(cell);
    const rows = [...this.querySelectorAll('tr')].filter((candidate) => candidate.checkVisibility());
    const inRow = (target = cell) => {
      this.#column = cells.indexOf(target);
      return target;
    };
    const rowAt = (index: number, column = this.#column) => {
      const target = rows[index];
      return target && shownCells(target).findLast((_, place) => place <= column);
    };
    const ahead = document.dir ? -1 : 1; // Only pages from right to left name their direction.
    // A heading over several columns is one cell; the column is remembered across it.
    if (cells.length > 1) this.#column = at;
    switch (key) {
      case 'ArrowRight':
        return inRow(cells[at + ahead]);
      case 'ArrowLeft':
        return inRow(cells[at - ahead]);
      case 'ArrowDown':
        return rowAt(rows.indexOf(row) + 1);
      case 'ArrowUp':
        return rowAt(rows.indexOf(row) - 1);
      case 'Home':
        return ctrlKey ? rowAt(0, 0) : inRow(cells[0]);
      case 'End':
        return ctrlKey ? rowAt(rows.length - 1, Infinity) : inRow(cells.at(-1));
    }
    return undefined;
  }
}

function shownCells(row: HTMLTableRowElement): HTMLTableCellElement[] {
  return [...row.cells].filter(({ hidden }) => !hidden);
}

declare global {
  interface HTMLElementTagNameMap {
    'cell-grid': CellGrid;
  }
}

customElements.define('cell-grid', CellGrid);
