/** Prints rows under a head; numbers stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => String(row[column]).length)));
  const print = (row: readonly (string | number)[]) => {
    const cells = row.map((cell, column) => {
      const isNumber = column > 0 && /^[\d.]+$/.test(String(cell));
      return isNumber ? String(cell).padStart(widths[column] ?? 0) : String(cell).padEnd(widths[column] ?? 0);
    });
    console.log(cells.join('  ').trimEnd());
  };
  print(head);
  print(widths.map((width) => '-'.repeat(width)));
  rows.forEach(print);
}

/** Bytes in kilobytes with one decimal, as tables have them: `12.3`. */
export function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
