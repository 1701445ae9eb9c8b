import type { Rule } from '../content.ts';
import { publishedList, publishedNow } from '../published.ts';

/** Counts what is published now and not yet in the list, so that it is not protected. */
export const unlistedAddress: Rule = {
  name: 'unlisted-address',
  description: 'The list of what was published has all that is published now.',
  warns: 'always',
  check: (content) => {
    const entry = publishedList(content.entries);
    if (entry === undefined) return [];
    const missing = Object.entries(publishedNow(content)).flatMap(([path, anchors]) => {
      const known = entry.value[path];
      if (known === undefined) return [path];
      return anchors.filter((anchor) => !known.includes(anchor)).map((anchor) => `${path}#${anchor}`);
    });
    const [first] = missing;
    if (first === undefined) return [];
    const [others, them] = missing.length === 1 ? ['', 'it'] : [` and ${missing.length - 1} more`, 'them'];
    return [
      {
        source: entry.source,
        offset: 0,
        message: `\`${first}\`${others} can be lost unnoticed, because the list lacks ${them}.`,
        hint: 'When they are out for good, run `npm run published`.',
      },
    ];
  },
};
