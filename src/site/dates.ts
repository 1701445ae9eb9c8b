import { site } from '../site.config.ts';

/** The language in which days are written: English that names no country writes them in the British way here. */
export function dayLanguage(language = site.language): string {
  return language === 'en' ? 'en-GB' : language;
}

/** `24 November 2026`, or `24 Nov 2026`, in `language`: absolute and in UTC, so that every machine builds the same page. */
export function formatDate(date: Date, length: 'long' | 'short' = 'long', language = site.language): string {
  return date.toLocaleDateString(dayLanguage(language), {
    day: 'numeric',
    month: length,
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** `2026-11-24` in UTC, for `datetime` attributes and for machines. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
