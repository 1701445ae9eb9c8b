/** The posts that a template of the old theme was a feed of: those of a category, or all; undefined if it is no feed. */
export function feedIn(template: string): { category: string | undefined } | undefined {
  if (!/^\s*---/.test(template) || !/<(?:feed|rss)\b/.test(template)) return undefined;
  const [listed, word, quoted] =
    /\bsite\.(?:posts|tags|categories(?:\.([\w-]+)|\[\s*["']([^"'\n]+)["']\s*\])?)/.exec(template) ?? [];
  return listed === undefined ? undefined : { category: word ?? quoted };
}
