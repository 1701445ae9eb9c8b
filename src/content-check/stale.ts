import { isoDay } from '../site/dates.ts';

/** Months after which nobody should rely on a look at a source any more. */
export const staleAfter = 18;

/** What to do about a statement or page whose sources nobody has read for too long. */
export const staleHint = 'Read its source again, correct what has changed, and set `checked` to that day.';

/**
 * Whether `checked`, a day such as `2026-11-24` as a file gives it, is more than so many months before `today`. No day is
 * never stale.
 */
export function isStale(checked: unknown, today: string, months: number): checked is string {
  if (typeof checked !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(checked)) return false;
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return checked < isoDay(date);
}
