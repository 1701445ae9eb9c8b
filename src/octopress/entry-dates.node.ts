import { readOldDate } from './dates.ts';
import type { OldDate } from './dates.ts';
import type { OldFrontMatter } from './front-matter.node.ts';
import type { OldPlace } from './places.ts';
import type { PostContext } from './post-context.ts';

/** The dates of an old post, draft or page. */
export interface EntryDates {
  /** ISO 8601. */
  date: string;
  updated: string | undefined;
  /** Days of the address: by `date:`, by that in UTC if no zone is known in which the site was made, and by the file's name. */
  days: readonly Pick<OldDate, 'year' | 'month' | 'day'>[];
}

const noDate = '1970-01-01';

/** The dates that front matter and the file's name, of which `named` is the day, give a post; `note` gets what is in doubt. */
export function datesOf(
  front: Pick<OldFrontMatter, 'typed' | 'offsetOf'>,
  { kind, named }: { kind: OldPlace['kind']; named: string | undefined },
  timezone: string | undefined,
  note: PostContext['note'],
): EntryDates {
  const read = (key: string, unreadable: string): OldDate | undefined => {
    const typed = front.typed(key) ?? '';
    const date = readOldDate(typed, timezone);
    if (typed.trim() !== '' && date === undefined) note(front.offsetOf(key), `${key}: ${typed}`, unreadable, true);
    return date;
  };
  const ofName = named === undefined ? undefined : readOldDate(named, timezone);
  const written = read('date', 'the date in the file’s name: this one can not be read');
  const unknown = written?.unknownZone;
  const was = unknown === undefined ? 'date without zone' : `date in the zone ${unknown}, which is not known`;
  const noteZone = (became: string): void => note(front.offsetOf('date'), was, became, unknown !== undefined);
  if (written?.zone === 'site') noteZone(`in the site’s zone, ${String(timezone)}`);
  if (written?.zone === 'none') noteZone('in UTC: the site names no timezone');
  const found = written ?? ofName;
  // The site wants a date of every article. One that nobody takes for real is better than the day of the import, which
  // would make each import another, or than the file's, which a copy of the blog has lost.
  const date = found?.iso ?? noDate;
  if (found === undefined && kind !== 'page') {
    const became = `date: ${noDate}: write the real one${kind === 'draft' ? ' when you publish it' : ''}`;
    note(0, `${kind} without date`, became, kind === 'post');
  }
  const update = read('updated', 'a key under legacy: it can not be read as a date');
  const isLater = update !== undefined && Date.parse(update.iso) >= Date.parse(date);
  if (update !== undefined && !isLater)
    note(front.offsetOf('updated'), 'updated', 'a key under legacy: it is older than the post');
  // A blog that names no zone was made in its author's, or on a server.
  const onServer =
    written?.zone === 'written' && timezone === undefined
      ? readOldDate(new Date(written.iso).toISOString(), undefined)
      : undefined;
  const days = [written, onServer, ofName].filter((day) => day !== undefined);
  return { date, updated: isLater ? update.iso : undefined, days };
}
