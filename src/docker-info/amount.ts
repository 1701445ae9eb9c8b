/** The letters of units, each 1000 times the one before, or 1024 times with an `i` behind it. */
const powers = ['k', 'm', 'g', 't', 'p', 'e'];
/** How other languages begin the units, by browser or locale: `Go` is octets in French, `ГБ` is Russian. */
const cyrillic: Readonly<Record<string, string>> = { к: 'k', м: 'm', г: 'g', т: 't', п: 'p' };

/**
 * The bytes of an amount as engines print it: `107.4GB`, `65.54 kB`, `15.63GiB`, `2405.4 Mb`, `5158154240`, and as
 * translated pages do: `107,4 Go`. Docker counts kB, MB and GB in thousands. Undefined if it is no amount.
 */
export function bytesOf(text: string | undefined): number | undefined {
  const [, digits, letter, binary] =
    /^([\d.,' ]*\d) *(?:([a-zа-я])(i)?)??(?:b|o|б|bytes?|octets?)?$/i.exec(text?.trim() ?? '') ?? [];
  if (digits === undefined) return undefined;
  const prefix = letter?.toLowerCase();
  const power = prefix === undefined ? 0 : powers.indexOf(cyrillic[prefix] ?? prefix) + 1;
  if (prefix !== undefined && power === 0) return undefined;
  const bytes = Number(plainNumber(digits)) * (binary === undefined ? 1000 : 1024) ** power;
  return Number.isFinite(bytes) ? bytes : undefined;
}

/** The last of several signs, or a single comma, stands before the decimals; `1.234.567` and `1,234,567` have none. */
function plainNumber(digits: string): string {
  const compact = digits.replace(/[ ']/g, '');
  const signs = compact.match(/[.,]/g) ?? [];
  const last = signs.at(-1);
  if (last === undefined) return compact;
  const isDecimal = signs.filter((sign) => sign === last).length === 1;
  const cut = isDecimal ? compact.lastIndexOf(last) : compact.length;
  return `${compact.slice(0, cut).replace(/[.,]/g, '')}.${compact.slice(cut + 1)}`;
}

/** Bytes with four digits, as Docker prints them: `107.4 GB`, `3.965 GB`. */
export function amountInWords(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), powers.length);
  const letter = powers[power - 1];
  const unit = letter === undefined ? 'bytes' : `${letter === 'k' ? 'k' : letter.toUpperCase()}B`;
  return `${Number((bytes / 1000 ** power).toPrecision(4))} ${unit}`;
}

/** The part of `total` that `part` is, in per cent: `97 %`, `1.6 %`, `0.36 %`. */
export function percentOf(part: number, total: number): string {
  const percent = (100 * part) / total;
  return `${percent < 10 ? Number(percent.toPrecision(2)) : Math.floor(percent)} %`;
}
