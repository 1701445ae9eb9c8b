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
const maxPlaces = 64;

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
    const seen = new Uint16Array(words.length);
    const best = new Map<number, Hit>();
    const signed = new Map<number, number>();
    finder.scan(squeezed.text, (word, end) => {
      if ((seen[word] = (seen[word] ?? 0) + 1) > maxPlaces) return;
      const start = end - (words[word]?.length ?? 0);
      for (const template of templatesOf[word] ?? []) {
        const isSign = template.message < 0;
        const known = isSign ? signed.get(template.error) : best.get(template.error)?.template.length;
        if (known !== undefined && known >= template.length) continue;
        const places = placesOf(template, start, squeezed, text);
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
    for (const one of found) one.match.score += drivers(one.known, squeezed.text);
    found.sort((a, b) => b.match.score - a.match.score || (a.known.id < b.known.id ? -1 : 1));
    if (found.length === 0) return partly(squeezed, text) ?? alike(squeezed, text);
    return causesFirst(found).map(({ match }) => match);
  };
}

/** What the names of drivers in the text say for or against an error that is known with some drivers only. */
function drivers({ drivers: known }: KnownError, text: string): number {
  if (known.length === 0) return 0;
  const named = namesOfDrivers.filter((name) => text.includes(name));
  if (named.length === 0) return 0;
  return named.some((name) => known.some((id) => id.endsWith(`-${name}`) || id.includes(name))) ? 3 : -3;
}

const namesOfDrivers = [
  'devicemapper',
  'devmapper',
  'btrfs',
  'zfs',
  'aufs',
  'overlay',
  'vfs',
  'windowsfilter',
  'stargz',
];

/**
 * A cause before what follows from it: an error whose words stand in the open end of another one's message, as when a
 * tool wraps what another one said, and one that is known to lead to the other.
 */
function causesFirst<Found extends { known: KnownError; hit: Hit }>(found: readonly Found[]): Found[] {
  const sorted = [...found];
  const isCause = (cause: Found, of: Found) =>
    wraps(of.hit, cause.hit) || (cause.known.leads_to?.includes(of.known.id) ?? false);
  for (let place = 1; place < sorted.length; place++) {
    const one = sorted[place];
    if (one === undefined) continue;
    const consequence = sorted.findIndex((other, at) => at < place && isCause(one, other) && !isCause(other, one));
    if (consequence < 0) continue;
    sorted.splice(place, 1);
    sorted.splice(consequence, 0, one);
  }
  return sorted;
}

/** Whether `inner` stands where `outer` has an error or a text of any kind. */
function wraps({ template: { parts }, places }: Hit, inner: Hit): boolean {
  const from = inner.places[0]?.[0] ?? 0;
  const to = inner.places.at(-1)?.[1] ?? 0;
  return parts.some((part, place) => {
    if (!isOpen(part)) return false;
    const start = place === 0 ? 0 : (places[place - 1]?.[1] ?? 0);
    const end = places[place]?.[0] ?? start + longestValue(part);
    return start <= from && to <= end;
  });
}

/** Where all pieces stand if the anchor stands at `start`; undefined if one of them is missing. */
function placesOf(
  { pieces, parts, anchor }: Template,
  start: number,
  { text, places }: Squeezed,
  original: string,
): [number, number][] | undefined {
  const found: [number, number][] = [];
  const first = pieces[anchor] ?? '';
  if (!standsAlone(first, start, places, original)) return undefined;
  found[anchor] = [start, start + first.length];
  for (let piece = anchor + 1; piece < pieces.length; piece++) {
    const from = found[piece - 1]?.[1] ?? 0;
    const word = pieces[piece] ?? '';
    const window = text.slice(from, from + longestValue(parts[piece] ?? '') + word.length);
    let at = window.indexOf(word);
    while (at >= 0 && !standsAlone(word, from + at, places, original)) at = window.indexOf(word, at + 1);
    if (at < 0) return undefined;
    found[piece] = [from + at, from + at + word.length];
  }
  for (let piece = anchor - 1; piece >= 0; piece--) {
    const before = found[piece + 1]?.[0] ?? 0;
    const word = pieces[piece] ?? '';
    const from = Math.max(0, before - longestValue(parts[piece + 1] ?? '') - word.length);
    const window = text.slice(from, before);
    let at = window.lastIndexOf(word);
    while (at > 0 && !standsAlone(word, from + at, places, original)) at = window.lastIndexOf(word, at - 1);
    if (at < 0) return undefined;
    found[piece] = [from + at, from + at + word.length];
  }
  return found;
}

/** Whether a short piece is no part of a longer word. */
function standsAlone(piece: string, start: number, places: Uint32Array, original: string): boolean {
  if (piece.length >= shortPiece) return true;
  const before = original.charAt((places[start] ?? 0) - 1);
  const after = original.charAt((places[start + piece.length - 1] ?? 0) + 1);
  return !/[a-z\d]/i.test(before) && !/[a-z\d]/i.test(after);
}

function describe(known: KnownError, { template, places }: Hit, { places: map }: Squeezed, text: string): ErrorMatch {
  const spans = places.map(([from, to]) => ({ start: map[from] ?? 0, end: (map[to - 1] ?? 0) + 1 }));
  const values: Record<string, string> = {};
  for (const [index, name] of template.parts.entries()) {
    const value = valueBetween(text, spans[index - 1]?.end, spans[index]?.start);
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

/** What stands between two pieces, or on the rest of the line where one of them is missing, without quotes around it. */
function valueBetween(text: string, from: number | undefined, to: number | undefined): string {
  const start = from ?? text.lastIndexOf('\n', (to ?? 0) - 1) + 1;
  const end = to ?? endOfLine(text, start);
  return text
    .slice(start, end)
    .replace(/^[\s:"'“‘(=\\]+/, '')
    .replace(/[\s:"'”’),.\\]+$/, '');
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}
