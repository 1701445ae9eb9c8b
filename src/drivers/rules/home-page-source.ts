import type { Rule } from '../../content-check/content.ts';
import { statementsOf } from './statements.ts';

/** Finds sources that are the front door of a site or of a repository, behind which a reader has to search. */
export const homePageSource: Rule = {
  name: 'home-page-source',
  description: 'A source is the page or the line that says it, not a home page.',
  check: (content) =>
    statementsOf(content)
      .filter(({ value }) => typeof value.source === 'string' && isFrontDoor(value.source))
      .map(({ entry, path, value }) => ({
        source: entry.source,
        offset: entry.data.valueAt([...path, 'source']),
        message: `\`${String(value.source)}\` is a home page.`,
        hint: 'Write the address of the very page, or of a file at a tag or commit.',
      })),
};

function isFrontDoor(address: string): boolean {
  const [, host = '', path = ''] = /^https?:\/\/([^/?#]+)([^?#]*)$/.exec(address) ?? [];
  const depth = path.split('/').filter((part) => part !== '' && !/^index\.\w+$/.test(part)).length;
  const door = host === 'github.com' || host === 'gitlab.com' ? 2 : 0;
  return host !== '' && depth <= door;
}
