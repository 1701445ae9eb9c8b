import type { Moment, Releases } from './moment.ts';

/** What a cell said, ready to be shown, until a day from which on it says something else; no day for what it says now. */
export interface Stretch {
  kind: 'known' | 'unknown' | 'not-applicable' | 'not-yet' | 'gone';
  text: string;
  /** The first day on which it holds no more. */
  until?: string;
  note: string;
  source?: string | undefined;
  checked: string;
}

/** What the table needs to show a past day: answers by day, so that no rule about versions has to run under the reader's hand. */
export interface History {
  /** By driver and fact key, oldest first. */
  drivers: Record<string, Record<string, Stretch[]>>;
  /** Days of releases. */
  releases: Releases;
  /** For releases that came out after a newer one, by project: a day on which no newer one was there yet. */
  late: Record<string, Record<string, string>>;
}

/** What of a list of stretches held at `moment`. */
export function stretchAt(
  stretches: readonly Stretch[],
  { day, release }: Moment,
  late: History['late'],
): Stretch | undefined {
  const at = (release && late[release.project]?.[release.version]) ?? day;
  return stretches.find(({ until }) => until === undefined || at < until);
}
