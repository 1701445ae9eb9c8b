/** `24 November 2026`, or `24 Nov 2026`: absolute and in UTC, so that every machine builds the same page. */
export function formatDate(date: Date, length: 'long' | 'short' = 'long'): string {
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: length, year: 'numeric', timeZone: 'UTC' });
}

/** `2026-11-24` in UTC, for `datetime` attributes and for machines. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
