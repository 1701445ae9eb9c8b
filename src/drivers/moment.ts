import { momentOf } from './release-at.ts';
import type { Moment, Releases } from './release-at.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** Written out, because a browser takes longer than a picture may take to load its own names of months. */
const months = words.months.split(' ');

/**
 * The moment that a reader names: `2014-07-24`, `24 July 2014`, `July 2014`, `2014-07`, `2014`, `Docker 17.06` or
 * `docker@17.06`. A month or a year means its last day, a release without a day of its own the last one before it.
 * Undefined if it is none of these, or no release of that project is as old.
 */
export function parseMoment(text: string, releases: Releases): Moment | undefined {
  const asked = text.trim().toLowerCase();
  const [, name = '', version = ''] = /^(.+)[ @]v?(\d[\d.]*)$/.exec(asked) ?? [];
  const plain = (known: string) => known.toLowerCase().replace(/ engine$|[^a-z]/g, '');
  const project = Object.keys(releases).find((id) =>
    [id, releases[id]?.name ?? ''].some((known) => plain(known) === plain(name)),
  );
  if (project !== undefined) return momentOf(project, version, releases);
  const iso = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(asked);
  const named = /^(?:(\d\d?) )?(\p{L}{3,}) (\d{4})$/u.exec(asked);
  const year = Number(iso?.[1] ?? named?.[3]);
  const month =
    named === null
      ? Number(iso?.[2] ?? 12)
      : 1 + months.findIndex((name) => name.toLowerCase().startsWith(named[2] ?? ''));
  const day = iso?.[3] ?? named?.[1];
  // Day 0 is the last one of the month before; a day that a month does not have falls into the next.
  const date = new Date(day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, Number(day)));
  return date.getUTCMonth() === month - 1 ? { day: date.toISOString().slice(0, 10) } : undefined;
}

/** `24 July 2014` for `2014-07-24`, as `formatDate` writes it. */
export function dayInWords(day: string): string {
  const date = new Date(day);
  return filled(words.dayInWords, {
    day: date.getUTCDate(),
    month: months[date.getUTCMonth()] ?? '',
    year: date.getUTCFullYear(),
  });
}

/** A moment as a reader would write it: `24 July 2014`, or `Docker Engine 17.06 (28 June 2017)`. */
export function momentInWords({ day, release }: Moment, releases: Releases): string {
  const named = dayInWords(day);
  return release === undefined
    ? named
    : `${releases[release.project]?.name ?? release.project} ${release.version} (${named})`;
}
