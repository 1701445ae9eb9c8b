/**
 * The names in a `categories:` or `tags:` value: a list, `a b`, `a, b`, one word, or nothing. A text is split at its
 * commas, or at blanks if it has none, as Jekyll did. Order is kept, and what is there twice is named once.
 */
export function namesIn(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value)
    ? value.flat(2)
    : typeof value === 'string'
      ? splitText(value)
      : [value];
  const names = items.flatMap((item) => {
    if (typeof item === 'string') return item.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    return typeof item === 'number' || typeof item === 'boolean' ? String(item) : [];
  });
  return [...new Set(names.filter((name) => name !== ''))];
}

function splitText(text: string): string[] {
  return text.includes(',') ? text.split(',') : text.trim().split(/\s+/);
}
