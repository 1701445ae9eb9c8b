import { pathOf } from '../../site/urls.ts';
import { nearest } from '../nearest.ts';
import { createAnswers } from '../old-addresses.ts';
import type { Content, Rule } from '../content.ts';
import { publishedList } from '../published.ts';

/** Finds addresses that were published and lead nowhere now. */
export const vanishedAddress: Rule = {
  name: 'vanished-address',
  description: 'Every address that was ever published has a page, or leads to one.',
  check: (content) => {
    const entry = publishedList(content.entries);
    if (entry === undefined) return [];
    const { value: list, source, data } = entry;
    const answerAt = createAnswers(content);
    return Object.keys(list)
      .filter((path) => answerAt(path).kind === 'nothing')
      .map((path) => ({
        source,
        offset: data.keyAt([path]),
        message: `\`${path}\` was published and is gone.`,
        hint: advice(path, content, list),
      }));
  },
};

/** Where the page may be now: under an address that is new and much the same, or else the list of its kind will do. */
function advice(path: string, { pages }: Content, list: object): string {
  const fresh = [...pages].filter(([other, { draft }]) => !(other in list) && !draft && other.endsWith('/'));
  const near = nearest(
    path,
    fresh.map(([other]) => other),
  );
  const file = near === undefined ? undefined : pages.get(near)?.file;
  if (file !== undefined && /^content\/(?:posts|docs)\//.test(file))
    return `If ${file} took its place, add \`aliases: [${path}]\` to its front matter.`;
  const listOfKind = path.endsWith('.xml') ? pathOf.feed : (/^\/[^/]+\//.exec(path)?.[0] ?? '/');
  const to = near ?? (pages.has(listOfKind) ? listOfKind : '/');
  return `Add the line \`${path}: ${to}\` to content/redirects.yaml, with the page that readers should get instead.`;
}
