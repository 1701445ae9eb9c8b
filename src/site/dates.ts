import { site } from '../site.config.ts';

/** The language in which days are written: English that names no country writes them in the British way here. */
export function dayLanguage(language = site.language): string {
  return language === 'en' ? 'en-GB' : language;
}

/** `24 November 2026`, or `24 Nov 2026`, in `language`: absolute and in UTC, so that every machine builds the same page. */
export function formatDate(date: Date, length: 'long' | 'short' = 'long', language = site.language): string {
  const name = `${length} ${language}`;
  const format = formats.get(name) ?? dayFormat(length, dayLanguage(language));
  formats.set(name, format);
  return format.format(date);
}

/** To make one takes longer than to write a day with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(month: 'long' | 'short', language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
}

/** `2026-11-24` in UTC, for `datetime` attributes and for machines. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
