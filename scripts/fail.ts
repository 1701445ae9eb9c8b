/** Ends the command with 1, after saying why and what to do, a line each. */
export function fail(...lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}
