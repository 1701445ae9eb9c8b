/** `text` without its percent escapes, such as `/a b/` for `/a%20b/`; as it is if one of them stands for nothing. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A lone percent sign stands for itself, and whoever looks for what it names finds nothing.
  }
}
