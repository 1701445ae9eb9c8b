import type { Rule } from '../../content-check/content.ts';
import { statementsOf } from './statements.ts';

/** Finds statements that do not say where they come from or when somebody looked. */
export const factSource: Rule = {
  name: 'fact-source',
  description: 'Every fact names its source and the day on which somebody read it; only unknown ones have no source.',
  check: (content) =>
    statementsOf(content).flatMap(({ entry, path, name, value: { value, source, checked } }) => {
      const place = { source: entry.source, offset: entry.data.keyAt(path) };
      const noSource = {
        ...place,
        message: `${name} has no source.`,
        hint: 'Add `source:` with the address of the page or line that says so; only the value `unknown` may go without.',
      };
      const noDate = {
        ...place,
        message: `${name} has no date.`,
        hint: "Add `checked: 'YYYY-MM-DD'` with the day on which you read the source.",
      };
      return [
        ...(source === undefined && value !== 'unknown' ? [noSource] : []),
        ...(checked === undefined ? [noDate] : []),
      ];
    }),
};
