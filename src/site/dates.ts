const formats = {
  long: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  short: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
};

/** `24 November 2026`, or `24 Nov 2026`: absolute and in UTC, so that every machine builds the same page. */
export function formatDate(date: Date, length: 'long' | 'short' = 'long'): string {
  return formats[length].format(date);
}

/** `2026-11-24` in UTC, for `datetime` attributes and for machines. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
