const wordsPerMinute = 220; // technical prose is read more slowly than the 240 measured for novels

/** Minutes that reading a Markdown text takes, at least 1. Addresses, tags and code fences' marks are not words. */
export function readingMinutes(markdown: string): number {
  const words = markdown
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{Letter}\p{Number}]/u.test(word)).length;
  return Math.max(1, Math.round(words / wordsPerMinute));
}
