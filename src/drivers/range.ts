import { compareVersions } from './version.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** Whether `version` is at most `last`, which covers what begins with it: `20.10.7` is within `20.10`. */
export function isWithin(version: string, last: string): boolean {
  const parts = version.split('.').slice(0, last.split('.').length);
  return compareVersions(parts.join('.'), last) <= 0;
}

/** One stretch of releases: from `from`, before `before`; an end that is left out is open. */
export interface Stretch {
  from?: string;
  before?: string;
}

/** The stretches of a range such as `>=1.13.0 <29.0.0 || >=30`; none for the word `none`. */
export function stretchesOf(range: string): Stretch[] {
  return [...range.matchAll(/(?:>=([\d.]+))? ?(?:<([\d.]+))?(?: \|\| |$)/g)]
    .map(([, from, before]) => ({ ...(from && { from }), ...(before && { before }) }))
    .filter(({ from, before }) => from ?? before);
}

/** Whether release `version` is in `range`. */
export function isInRange(version: string, range: string): boolean {
  return stretchesOf(range).some(
    ({ from = '0', before }) =>
      compareVersions(version, from) >= 0 && (before === undefined || compareVersions(version, before) < 0),
  );
}

/** Whether some release is in both ranges. */
export function rangesMeet(one: string, other: string): boolean {
  const endsAfter = ({ before }: Stretch, from = '0') => before === undefined || compareVersions(from, before) < 0;
  return stretchesOf(one).some((a) => stretchesOf(other).some((b) => endsAfter(a, b.from) && endsAfter(b, a.from)));
}

/** A range in words: `1.13.0 to before 29.0.0`, `from 29.0.0`, `before 1.10`; other texts as they are. */
export function rangeInWords(range: string): string {
  const stretches = stretchesOf(range).map(({ from, before }) => {
    if (before === undefined) return filled(words.from, { version: from ?? '' });
    return from === undefined
      ? filled(words.beforeVersion, { version: before })
      : filled(words.fromToBefore, { from, before });
  });
  return stretches.length === 0 ? range : stretches.join(words.comma);
}
