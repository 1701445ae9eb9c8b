/** A moment as an old post writes it. */
export interface OldDate {
  /** `2013-01-05T09:30:00+01:00`, or `2013-01-05` if no time was written. */
  iso: string;
  /** Where the zone comes from: it was written, the site has one, or nobody said and it is UTC. */
  zone: 'written' | 'site' | 'none';
  /** A zone that was written and that nobody knows. */
  unknownZone?: string;
  /** Year, month and day by which the old address was made: in the site's zone if that is known. */
  year: number;
  month: number;
  day: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Of short names that several zones have, such as IST, the one that Ruby takes. */
const zones: Record<string, string> = {
  z: '+00:00',
  utc: '+00:00',
  gmt: '+00:00',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  cest: '+02:00',
  wet: '+00:00',
  west: '+01:00',
  bst: '+01:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  ist: '+05:30',
  sgt: '+08:00',
  hkt: '+08:00',
  awst: '+08:00',
  jst: '+09:00',
  kst: '+09:00',
  aest: '+10:00',
  aedt: '+11:00',
  nzst: '+12:00',
  nzdt: '+13:00',
};

const dayForms: { form: RegExp; order: readonly ['y' | 'm' | 'd', 'y' | 'm' | 'd', 'y' | 'm' | 'd'] }[] = [
  { form: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/, order: ['y', 'm', 'd'] },
  { form: /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\.?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})/i, order: ['d', 'm', 'y'] },
  { form: /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i, order: ['m', 'd', 'y'] },
];
/** The year behind the time, as `date` of Unix and Git write it: `Sat Jan 5 09:30:00 CET 2013`. */
const yearLast = /^([a-z][a-z.,\s]*\d{1,2})\s+(\d{1,2}:[\d:]+(?:\s+[ap]m)?)((?:\s+[a-z]{3,4})?)\s+(\d{4})\b/i;
const timeForm =
  /^[T\s,]*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]m\b)?\s*(Z\b|[a-z]{3,4}\b|[+-]\d{1,2}:?\d{2}|[+-]\d{2}\b)?/i;

/**
 * The moment in `text`: `2013-1-5 9:30 +0100`, `Jan 5 2013`, `Sat, 05 Jan 2013 09:30:00 GMT`. A time without zone is
 * in `timezone`, an IANA name, else in UTC. Undefined if no date can be read.
 */
export function readOldDate(text: string, timezone: string | undefined): OldDate | undefined {
  const trimmed = text.trim().replace(yearLast, '$1 $4 $2$3');
  for (const { form, order } of dayForms) {
    const found = form.exec(trimmed);
    if (found === null) continue;
    const parts = Object.fromEntries(order.map((name, index) => [name, found[index + 1] ?? '']));
    const year = Number(parts['y']);
    const month = monthOf(parts['m'] ?? '');
    const day = Number(parts['d']);
    if (!isDay(year, month, day)) return undefined;
    return withTime(trimmed.slice(found[0].length), { year, month, day }, timezone);
  }
  return undefined;
}

function withTime(
  rest: string,
  day: { year: number; month: number; day: number },
  timezone: string | undefined,
): OldDate | undefined {
  const date = `${String(day.year).padStart(4, '0')}-${two(day.month)}-${two(day.day)}`;
  const [, hours, minutes = '', seconds = '00', half, zone] = timeForm.exec(rest) ?? [];
  if (hours === undefined) return { iso: date, zone: 'written', ...day };
  const hour = (Number(hours) % (half === undefined ? 100 : 12)) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const time = `${two(hour)}:${minutes}:${seconds}`;
  const written = zone === undefined ? undefined : (zones[zone.toLowerCase()] ?? offsetOf(zone));
  const site = timezone !== undefined && isZone(timezone) ? timezone : undefined;
  if (written === undefined) {
    const offset = site === undefined ? '+00:00' : zoneOffset(`${date}T${time}`, site);
    const unknown = zone === undefined ? {} : { unknownZone: zone };
    return { iso: `${date}T${time}${offset}`, zone: site === undefined ? 'none' : 'site', ...unknown, ...day };
  }
  const iso = `${date}T${time}${written}`;
  if (Number.isNaN(Date.parse(iso))) return undefined;
  return { iso, zone: 'written', ...(site === undefined ? day : dayIn(iso, site)) };
}

function monthOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : months.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month > 0 && year > 999;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function offsetOf(zone: string): string | undefined {
  const [, sign, hours = '', minutes = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  return sign === undefined ? undefined : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/** Whether the name is one that this machine knows, such as `Europe/Berlin`. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false; // RangeError is the only way to learn that a zone does not exist.
  }
}

/** `+01:00`: the offset of the zone at a wall-clock time. */
function zoneOffset(local: string, timezone: string): string {
  const asUtc = new Date(`${local}Z`);
  // The offset at the wall-clock time taken as UTC is right except in the hours around a change; one more step mends it.
  const first = minutesIn(asUtc, timezone);
  const minutes = minutesIn(new Date(asUtc.getTime() - first * 60_000), timezone);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function minutesIn(date: Date, timezone: string): number {
  const { year, month, day, hour, minute } = partsIn(date, timezone);
  const whole = Math.floor(date.getTime() / 60_000);
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000 - whole;
}

function dayIn(iso: string, timezone: string): { year: number; month: number; day: number } {
  const { year, month, day } = partsIn(new Date(iso), timezone);
  return { year, month, day };
}

function partsIn(date: Date, timeZone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const parts = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, Number(value)]));
  return {
    year: parts['year'] ?? 0,
    month: parts['month'] ?? 0,
    day: parts['day'] ?? 0,
    hour: parts['hour'] ?? 0,
    minute: parts['minute'] ?? 0,
  };
}
