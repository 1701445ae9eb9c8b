/** A table as rows of cells; the first row is the head. */
export type TextTable = readonly (readonly string[])[];

/** `table` as a GFM table, for an issue or a chat: bars and line breaks inside cells can't end them. */
export function toMarkdown([head = [], ...rows]: TextTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellText).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

function cellText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/([\\|<])/g, '\\$1')
    .trim();
}

/**
 * `table` as CSV (RFC 4180) with CRLF. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function toCsv(table: TextTable): string {
  return table.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const safe = /^[=+@\t\r\n-]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
