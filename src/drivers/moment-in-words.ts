import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';
import { months } from './moment.ts';
import type { Moment, Releases } from './moment.ts';

/** A moment as a reader would write it: `24 July 2014`, or `Docker Engine 17.06 (28 June 2017)`. */
export function momentInWords({ day, release }: Moment, releases: Releases): string {
  const named = filled(words.dayInWords, {
    day: Number(day.slice(8)),
    month: months[Number(day.slice(5, 7)) - 1] ?? '',
    year: day.slice(0, 4),
  });
  return release === undefined
    ? named
    : `${releases[release.project]?.name ?? release.project} ${release.version} (${named})`;
}
