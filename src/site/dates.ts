import { site } from '../site.config.ts';

/** How English that names no country writes days here. */
const english = 'en-GB';

/** `24 November 2026`, or `24 Nov 2026`, in `language`: absolute and in UTC, so that every machine builds the same page. */
export function formatDate(date: Date, length: 'long' | 'short' = 'long', language = site.language): string {
  const locale = language === 'en' ? english : language;
  return date.toLocaleDateString(locale, { day: 'numeric', month: length, year: 'numeric', timeZone: 'UTC' });
}

/** `2026-11-24` in UTC, for `datetime` attributes and for machines. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
