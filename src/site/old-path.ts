/** An address without percent signs, as files are named; undefined if it has some that stand for nothing. */
export function unescaped(address: string): string | undefined {
  try {
    const path = decodeURI(address);
    return path.includes('%') ? undefined : path;
  } catch {
    return undefined; // A percent sign that no two digits follow.
  }
}
