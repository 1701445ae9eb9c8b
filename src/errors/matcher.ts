import { findWords } from './find-words.ts';
import { createResemblance } from './resemblance.ts';
import { squeeze } from './squeeze.ts';
import type { Squeezed } from './squeeze.ts';
import { isOpen, longestValue, templateOf } from './templates.ts';
import type { Template } from './templates.ts';

/** What the matcher needs of a known error. */
export interface KnownError {
  id: string;
  messages: readonly string[];
  /** Ids of drivers, `docker-overlay2`; none means any. */
  drivers: readonly string[];
  signs?: readonly string[] | undefined;
  special_case_of?: string | undefined;
  leads_to?: readonly string[] | undefined;
}

/** Half-open, in UTF-16 code units of the text that was given. */
export interface Span {
  start: number;
  end: number;
}

/** A known error in a text. */
export interface ErrorMatch {
  /** `certain` if every letter of the message is there; `alike` if it only resembles it. */
  kind: 'certain' | 'alike';
  /** Its id. */
  error: string;
  /** The literal message that was found. */
  message: string;
  /** Letters and digits that agree, with what the rest of the text adds or takes; larger is surer. */
  score: number;
  /** Where its words stand. */
  spans: Span[];
  /** What stood for the named parts: `path` → `/var/lib/docker/tmp`. */
  values: Record<string, string>;
}

/** A template that was found, at its best place. */
interface Hit {
  template: Template;
  /** Start and end of each piece, in the squeezed text. */
  places: [number, number][];
}

/** More places than these of one piece are looked at no closer: a log repeats itself. */
const maxPlaces = 1000;

/** Fewer typed letters than this are in too many messages; more are no few words any more. */
const leastTyped = 8;
const mostTyped = 90;

/** What a sign elsewhere in the text adds to a score. */
const signWorth = 6;

/** Pieces shorter than this must stand as whole words. */
const shortPiece = 12;

/** Finds known errors in what people paste. Built once for a catalogue; each text takes time in proportion to its length. */
export function createMatcher(catalogue: readonly KnownError[]) {
  const templates = catalogue.flatMap(({ messages }, error) =>
    messages.flatMap((text, message) => templateOf(text, error, message) ?? []),
  );
  /** Their `message` is no place among the messages. */
  const signs = catalogue.flatMap(({ signs: own = [] }, error) =>
    own.flatMap((text) => templateOf(text, error, -1) ?? []),
  );
  const words: string[] = [];
  const numbers = new Map<string, number>();
  const templatesOf: Template[][] = [];
  for (const template of [...templates, ...signs]) {
    const word = template.pieces[template.anchor] ?? '';
    const number = numbers.get(word) ?? words.push(word) - 1;
    numbers.set(word, number);
    (templatesOf[number] ??= []).push(template);
  }
  const finder = findWords(words);
  const resembled = createResemblance(templates);
  const shortestFirst = templates.toSorted((a, b) => a.length - b.length);

  /** A few typed words that are a part of messages, if they are. */
  function partly({ text: words, places: map }: Squeezed, text: string): ErrorMatch[] | undefined {
    if (words.length < leastTyped || words.length > mostTyped) return undefined;
    const matches = new Map<string, ErrorMatch>();
    for (const { error, message, pieces } of shortestFirst) {
      const known = catalogue[error];
      if (known === undefined || matches.has(known.id) || !pieces.some((piece) => piece.includes(words))) continue;
      const span = { start: map[0] ?? 0, end: (map.at(-1) ?? text.length) + 1 };
      matches.set(known.id, {
        kind: 'alike',
        error: known.id,
        message: known.messages[message] ?? '',
        score: words.length,
        spans: [span],
        values: {},
      });
    }
    return matches.size > 0 ? [...matches.values()] : undefined;
  }

  function alike(squeezed: Squeezed, text: string): ErrorMatch[] {
    const matches = new Map<string, ErrorMatch>();
    for (const { template, likeness, start, end } of resembled(squeezed.text)) {
      const known = catalogue[template.error];
      if (known === undefined || matches.has(known.id)) continue;
      const match = describe(known, { template: { ...template, parts: [] }, places: [[start, end]] }, squeezed, text);
      matches.set(known.id, { ...match, kind: 'alike', score: Math.round(likeness * template.length) });
    }
    return [...matches.values()];
  }

  return function match(text: string): ErrorMatch[] {
    const squeezed = squeeze(text);
    const seen = new Uint32Array(words.length);
    const best = new Map<number, Hit>();
    const signed = new Map<number, number>();
    finder.scan(squeezed.text, (word, end) => {
      if ((seen[word] = (seen[word] ?? 0) + 1) > maxPlaces) return;
      const start = end - (words[word]?.length ?? 0);
      for (const template of templatesOf[word] ?? []) {
        const isSign = template.message < 0;
        const known = isSign ? signed.get(template.error) : best.get(template.error)?.template.length;
        if (known !== undefined && known >= template.length) continue;
        const places = placesOf(template, start, squeezed);
        if (places === undefined) continue;
        if (isSign) signed.set(template.error, template.length);
        else best.set(template.error, { template, places });
      }
    });
    const found = [...best].flatMap(([error, hit]) => {
      const known = catalogue[error];
      return known === undefined ? [] : [{ known, hit, match: describe(known, hit, squeezed, text) }];
    });
    for (const [error] of signed) {
      const known = catalogue[error];
      const own = found.find((one) => one.known === known);
      const general = found.find((one) => one.known.id === known?.special_case_of);
      if (own !== undefined) own.match.score += signWorth;
      else if (known !== undefined && general !== undefined) {
        const match: ErrorMatch = {
          ...general.match,
          error: known.id,
          kind: 'alike',
          score: general.match.score + signWorth,
        };
        found.push({ known, hit: general.hit, match });
      }
    }
    const named = driversNamed(text);
    for (const one of found) one.match.score += driversSay(one.known, named);
    found.sort((a, b) => b.match.score - a.match.score || (a.known.id < b.known.id ? -1 : 1));
    if (found.length === 0) return partly(squeezed, text) ?? alike(squeezed, text);
    return causesFirst(found).map(({ match }) => match);
  };
}

/** What the names of drivers in a text say for or against an error that is known with some drivers only. */
function driversSay({ drivers: known }: KnownError, named: readonly string[]): number {
  if (known.length === 0 || named.length === 0) return 0;
  return named.some((name) => known.some((id) => id.includes(name))) ? 3 : -3;
}

/** Parts of ids of the drivers that a text names. */
function driversNamed(text: string): string[] {
  return namesOfDrivers.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}

/** The first two are two tools' names for one thing; `devfs` and `sysvfs` are no vfs. */
const namesOfDrivers: [string, RegExp][] = [
  ['mapper', /device-?mapper|devmapper/i],
  ['btrfs', /btrfs/i],
  ['zfs', /(?<![a-z\d])zfs/i],
  ['aufs', /(?<![a-z\d])aufs/i],
  ['overlay', /overlay/i],
  ['vfs', /(?<![a-z\d])vfs(?![a-z\d])/i],
  ['windowsfilter', /windowsfilter/i],
  ['stargz', /stargz/i],
];

/**
 * A cause before what follows from it: an error whose words stand in the open end of another one's message, as when a
 * tool wraps what another one said, and one that is known to lead to the other. Otherwise the order stays.
 */
function causesFirst<Found extends { known: KnownError; hit: Hit }>(found: readonly Found[]): Found[] {
  const leads = (cause: Found, to: Found) =>
    wraps(to.hit, cause.hit) || (cause.known.leads_to?.includes(to.known.id) ?? false);
  const sorted = new Set<Found>();
  const begun = new Set<Found>();
  const add = (one: Found) => {
    if (begun.has(one)) return;
    begun.add(one);
    for (const other of found) if (leads(other, one) && !leads(one, other)) add(other);
    sorted.add(one);
  };
  found.forEach(add);
  return [...sorted];
}

/** Whether `inner` stands where `outer` has an error or a text of any kind. */
function wraps({ template: { parts }, places }: Hit, inner: Hit): boolean {
  const from = inner.places[0]?.[0] ?? 0;
  const to = inner.places.at(-1)?.[1] ?? 0;
  return parts.some((part, place) => {
    if (!isOpen(part)) return false;
    const before = places[place - 1]?.[1];
    const after = places[place]?.[0];
    const start = before ?? (after ?? 0) - longestValue(part);
    const end = after ?? start + longestValue(part);
    return start <= from && to <= end;
  });
}

/** Where all pieces stand if the anchor stands at `start`; undefined if one of them is missing. */
function placesOf(
  { pieces, parts, anchor }: Template,
  start: number,
  { text, places }: Squeezed,
): [number, number][] | undefined {
  const found: [number, number][] = [];
  const first = pieces[anchor] ?? '';
  if (!standsAlone(first, start, places)) return undefined;
  found[anchor] = [start, start + first.length];
  for (let piece = anchor + 1; piece < pieces.length; piece++) {
    const from = found[piece - 1]?.[1] ?? 0;
    const word = pieces[piece] ?? '';
    const window = text.slice(from, from + longestValue(parts[piece] ?? '') + word.length);
    let at = window.indexOf(word);
    while (at >= 0 && !standsAlone(word, from + at, places)) at = window.indexOf(word, at + 1);
    if (at < 0) return undefined;
    found[piece] = [from + at, from + at + word.length];
  }
  for (let piece = anchor - 1; piece >= 0; piece--) {
    const before = found[piece + 1]?.[0] ?? 0;
    const word = pieces[piece] ?? '';
    const from = Math.max(0, before - longestValue(parts[piece + 1] ?? '') - word.length);
    const window = text.slice(from, before);
    let at = window.lastIndexOf(word);
    while (at >= 0 && !standsAlone(word, from + at, places)) at = at === 0 ? -1 : window.lastIndexOf(word, at - 1);
    if (at < 0) return undefined;
    found[piece] = [from + at, from + at + word.length];
  }
  return found;
}

/** Whether a short piece is no part of a longer word: what stands beside it, if anything, is further away. */
function standsAlone(piece: string, start: number, places: Uint32Array): boolean {
  if (piece.length >= shortPiece) return true;
  const end = start + piece.length;
  const touches = (place: number) => places[place] === (places[place - 1] ?? -2) + 1;
  return !(start > 0 && touches(start)) && !(end < places.length && touches(end));
}

function describe(known: KnownError, { template, places }: Hit, { places: map }: Squeezed, text: string): ErrorMatch {
  const spans = places.map(([from, to]) => ({ start: map[from] ?? 0, end: (map[to - 1] ?? 0) + 1 }));
  const values: Record<string, string> = {};
  for (const [index, name] of template.parts.entries()) {
    const value = valueOf(name, text, spans[index - 1]?.end, spans[index]?.start);
    if (name !== '' && value !== '') values[name] ??= value;
  }
  return {
    kind: 'certain',
    error: known.id,
    message: known.messages[template.message] ?? '',
    score: template.length,
    spans,
    values,
  };
}

/** More of a value than this is no help to anybody, in UTF-16 code units. */
const longestShown = 1000;

/** What stands for a part, without quotes around it; where a piece is missing, one word of its line or the rest of it. */
function valueOf(part: string, text: string, from: number | undefined, to: number | undefined): string {
  const end = to ?? Math.min(endOfLine(text, from ?? 0), (from ?? 0) + longestShown);
  const start = from ?? Math.max(text.lastIndexOf('\n', end - 1) + 1, end - longestShown);
  const value = text.slice(start, Math.min(end, start + longestShown)).replace(colours, '');
  if (isOpen(part)) return trim(to === undefined ? value.slice(0, endOfQuote(value)) : value);
  if (from === undefined) return trim(/[^\s"'=]*$/.exec(trim(value))?.[0] ?? '');
  if (to === undefined) return trim(/^[^\s"']*/.exec(trim(value))?.[0] ?? '');
  // A terminal wrapped it.
  return trim(value).replace(/\r?\n\s*/g, '');
}

// eslint-disable-next-line no-control-regex -- this is the character that is meant
const colours = /\u001B\[[\d;]{0,16}[a-z]/gi;

/** Where the message of `msg="…" storage-driver=overlay2` or `{"msg": "…"}` ends, if `value` begins in one. */
function endOfQuote(value: string): number | undefined {
  const end = /(?<!\\)"(?=\s?[\w.-]{1,40}=|\s?[,}\]]|\s*$)/.exec(value);
  return end?.index;
}

function trim(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && /[\s:"'“‘(=\\]/.test(value.charAt(start))) start += 1;
  while (start < end && /[\s:"'”’),.\\]/.test(value.charAt(end - 1))) end -= 1;
  return value.slice(start, end);
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}
