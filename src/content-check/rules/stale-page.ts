import type { Rule } from '../content.ts';
import { isStale, staleAfter, staleHint } from '../stale.ts';

/** Finds articles, guides and error pages that nobody has held against their sources for so many months. */
export const stalePageAfter = (months: number): Rule => ({
  name: 'stale-page',
  description: `Every page was held against its sources within the last ${months} months.`,
  warns: 'always',
  check: ({ entries, today }) =>
    entries.flatMap(({ source, data, body }) => {
      const { checked } = (data.value ?? {}) as { checked?: unknown };
      if (body === undefined || !isStale(checked, today, months)) return [];
      const message = `The page was last checked on ${checked}, more than ${months} months ago.`;
      return [{ source, offset: data.valueAt(['checked']), message, hint: staleHint }];
    }),
});

/** The same after a year and a half. */
export const stalePage = stalePageAfter(staleAfter);
