/** Values of named parts: `path` → `/var/lib/docker/tmp`. */
export type Values = Readonly<Record<string, string>>;

/** Longer values fill no command that anybody would run. */
const maxValueLetters = 300;

/** What begins a fragment that carries values, so that no heading of a page is mistaken for one. */
export const valuesMark = '#with?';

/** Values as the end of an address, behind `#`, where no server sees them; empty if there are none. */
export function valuesFragment(values: Values): string {
  const pairs = Object.entries(values)
    .filter(([, value]) => isUsable(value))
    .map((pair) => pair.map(encodeURIComponent).join('='));
  return pairs.length === 0 ? '' : valuesMark + pairs.join('&');
}

/** The values that a fragment carries. Whoever made the link may have put anything into it: it is text, and no more. */
export function valuesOf(fragment: string): Values {
  if (!fragment.startsWith(valuesMark)) return {};
  const pairs = fragment
    .slice(valuesMark.length)
    .split('&')
    .map((pair) => pair.split('=').map(decoded));
  return Object.fromEntries(pairs.flatMap(([name = '', value = '']) => (isUsable(value) ? [[name, value]] : [])));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // An escape that means nothing carries no value.
  }
}

/** One line without control characters: a line break in a value would be a second command, a dash in front an option. */
function isUsable(value: string): boolean {
  return value !== '' && value.length <= maxValueLetters && !/^-|[\p{Cc}\p{Cf}\u2028\u2029]/u.test(value);
}

/**
 * `value` to stand in a command of a POSIX shell behind `before`, the part of the command that comes first: as it is, or
 * in quotes. Undefined if no quotes are safe there, because the place stands inside quotes already.
 */
export function shellText(value: string, before: string): string | undefined {
  if (/^[\w@%+:,./-]+$/.test(value)) return value;
  if (isQuoted(before)) return undefined;
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

function isQuoted(before: string): boolean {
  let quote = '';
  for (let at = 0; at < before.length; at++) {
    const letter = before.charAt(at);
    if (letter === '\\' && quote !== "'") at += 1;
    else if (quote === '' ? letter === '"' || letter === "'" || letter === '`' : letter === quote)
      quote = quote === '' ? letter : '';
  }
  return quote !== '';
}
