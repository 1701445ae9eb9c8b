import { site } from '../site.config.ts';

/** The language in which days are written: English that names no country writes them in the British way here. */
export function dayLanguage(language = site.language): string {
  return language === 'en' ? 'en-GB' : language;
}

/**
 * `24 November 2026` in `language`, the one form in which readers meet a day: absolute and in UTC, so that every machine
 * builds the same page.
 */
export function formatDate(date: Date, language = site.language): string {
  const format = formats.get(language) ?? dayFormat(dayLanguage(language));
  formats.set(language, format);
  return format.format(date);
}

/** To make one takes longer than to write a day with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** `2026-11-24` in UTC, for `datetime` attributes and for machines. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
