import { answersIn, isAnswer, withoutAnswer, withWholeAnswers } from './answers.ts';
import { causesFirst } from './causes.ts';
import { createCombinations } from './combinations.ts';
import { driverKindsIn, driversSay } from './driver-kinds.ts';
import { findWords } from './find-words.ts';
import { withoutGeneric } from './generic.ts';
import { isOfHost, isOfOthers, isShared, namesContainers } from './others.ts';
import { withoutLeads } from './leads.ts';
import { createPhrases } from './phrases.ts';
import { placesOf, valuesFit } from './places.ts';
import type { Place } from './places.ts';
import { createResemblance } from './resemblance.ts';
import { squeeze } from './squeeze.ts';
import type { Squeezed } from './squeeze.ts';
import { templateOf } from './templates.ts';
import type { Template } from './templates.ts';
import { valuesOf } from './values.ts';
import type { Span } from './values.ts';

/** What the matcher needs of a known error. */
export interface KnownError {
  id: string;
  messages: readonly string[];
  /** Ids of drivers, `docker-overlay2`; none means any. */
  drivers: readonly string[];
  signs?: readonly string[] | undefined;
  told_by?: readonly string[] | undefined;
  special_case_of?: string | undefined;
  /** `notice` and `degraded` are remarks: something else may have failed beside them. */
  severity?: string | undefined;
  leads_to?: readonly string[] | undefined;
}

/** A known error in a text. */
export interface ErrorMatch {
  /** `certain` if every letter of the message is there; `alike` if it only resembles it. */
  kind: 'certain' | 'alike';
  /** Its id. */
  error: string;
  /** The literal message that was found. */
  message: string;
  /**
   * Letters and digits that agree, with what the rest of the text adds or takes. It orders the matches of one kind, and
   * says how sure the first is. On 394 pastes as they were gathered, before anybody worked on them, 98 % of 216 certain
   * ones were right, 99 % from 30 on, all from 60 on; of 21 alike 81 %, 93 % from 25 on. Of 36 misses 31 had no answer
   * rather than a wrong one. `npm run bench` prints what the kept pastes say now, with each paste's own words taken out
   * for half of it; they have been worked on since, so it is higher, 99 % of both kinds.
   */
  score: number;
  /** Where its words stand. */
  spans: Span[];
  /** What stood for the named parts: `path` → `/var/lib/docker/tmp`. */
  values: Record<string, string>;
  /** True if the system answers so to any program, and the text has the words of one and none of containers. */
  anyones?: true;
  /** True if it is one of several with the word or two that were typed, which name what they are about and no error. */
  subject?: true;
}

/** An error that was found, at its best place. */
interface Found {
  known: KnownError;
  template: Template;
  /** Start and end of each piece, in the squeezed text. */
  places: readonly Place[];
  certain: boolean;
  /** By words that tell it together, whatever tool says them. */
  told?: boolean;
  subject?: boolean;
  anyones?: boolean;
  score: number;
}

/** More places than these of one piece are looked at no closer: a log repeats itself. */
const maxPlaces = 1000;

/** Fewer typed letters than this are in too many messages; more are no few words any more. */
const leastTyped = 8;
const mostTyped = 90;

/** A message of at least this many letters speaks for itself, whatever program a text is of. */
const saysItself = 36;

/** A group of words that tell an error together says no more than this, however long they are. */
const mostTold = 13;

/** So many letters beside a message are the words of whatever program got it; fewer may be anything. */
const leastBeside = 12;

/** What a sign elsewhere in the text adds to a score. */
const signWorth = 6;

/**
 * Finds known errors in what people paste. Built once for a catalogue; each text takes time in proportion to its length.
 * `read` squeezes it: `squeezedInEnglish` finds what a system in another language answered, too.
 */
export function createMatcher(catalogue: readonly KnownError[], read: (text: string) => Squeezed = squeeze) {
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
  const phrasesIn = createPhrases(templates);
  /** Made when somebody types what is in no message; a paste would wait for it in vain. */
  let resembled: ReturnType<typeof createResemblance> | undefined;
  const combinationsIn = createCombinations(
    catalogue.map(({ told_by = [] }) => told_by),
    catalogue.map(({ special_case_of }) => catalogue.findIndex(({ id }) => id === special_case_of)),
  );
  const shortestFirst = templates.toSorted((a, b) => a.length - b.length);
  /** Errors that any program may be told by the system. */
  const ofAnybody = new Set(
    templates.flatMap(({ error, pieces }) => (pieces.every(isAnswer) ? [catalogue[error]] : [])),
  );

  /** Errors one of whose messages is there to the letter, and the errors of which a sign is there. */
  function literal(squeezed: Squeezed, text: string): { found: Found[]; signed: Set<KnownError> } {
    const seen = new Uint32Array(words.length);
    const best = new Map<KnownError, Found>();
    const signed = new Set<KnownError>();
    finder.scan(squeezed.text, (word, end) => {
      if ((seen[word] = (seen[word] ?? 0) + 1) > maxPlaces) return;
      const start = end - (words[word]?.length ?? 0);
      for (const template of templatesOf[word] ?? []) {
        const isSign = template.message < 0;
        const known = catalogue[template.error];
        if (known === undefined) continue;
        if (isSign ? signed.has(known) : (best.get(known)?.template.length ?? 0) >= template.length) continue;
        const places = placesOf(template, start, squeezed);
        if (places === undefined || !valuesFit(template, places, squeezed.places, text)) continue;
        if (isSign) signed.add(known);
        else best.set(known, { known, template, places, certain: true, score: template.length });
      }
    });
    return { found: [...best.values()], signed };
  }

  /** What the rest of the text says: a sign, for an error or for a special case of it, and the names of drivers. */
  function weighed(found: readonly Found[], signed: ReadonlySet<KnownError>, text: string): Found[] {
    const special = [...signed].flatMap((known) => {
      const general = found.find((one) => one.known.id === known.special_case_of);
      if (general === undefined || found.some((one) => one.known === known)) return [];
      return [{ ...general, known, certain: false }];
    });
    const named = driverKindsIn(text);
    return [...found, ...special].map((one) => ({
      ...one,
      score: one.score + (signed.has(one.known) ? signWorth : 0) + driversSay(one.known.drivers, named),
    }));
  }

  /** Errors of which the text has words that no other error has. */
  function phrased(squeezed: Squeezed, text: string): Found[] {
    return phrasesIn(squeezed.text).flatMap(({ template, length, places }) => {
      const known = catalogue[template.error];
      return known === undefined || hasAnotherCause(template, places, squeezed, text)
        ? []
        : [{ known, template, places, certain: false, score: length }];
    });
  }

  /** Errors that words of other tools tell together. */
  function told(squeezed: Squeezed, text: string): Found[] {
    return combinationsIn(squeezed, text).flatMap(({ error, length, places }) => {
      const known = catalogue[error];
      const template = templates.find((one) => one.error === error);
      const hasRoom = places.some(([start]) => isMountWithRoom(text, squeezed.places[start] ?? 0));
      return known === undefined || template === undefined || hasRoom
        ? []
        : [{ known, template, places, certain: false, told: true, score: Math.min(length, places.length * mostTold) }];
    });
  }

  /** A few typed words: a part of messages, or nearly a message. */
  function typed({ text }: Squeezed, source: string): Found[] {
    const whole: Place[] = [[0, text.length]];
    const own = withoutGeneric([text]).reduce((sum, { length }) => sum + length, 0);
    const parts =
      own < leastTyped || text.length > mostTyped
        ? []
        : shortestFirst.filter(
            ({ pieces, error, message }) =>
              pieces.some((piece) => piece.includes(text)) &&
              // `free disk space` are words of their own, and no part of the name `FreeDiskSpaceFailed`.
              !(/\S\s+\S/.test(source) && !/\s/.test(catalogue[error]?.messages[message] ?? '')),
          );
    // One or two words of several errors name what these are about: `overlay2`, `thin pool`.
    const isShort = /^\s*\S+(?:\s+\S+)?\s*$/.test(source);
    const subject = isShort && new Set(parts.map(({ error }) => error)).size > 1;
    const near =
      parts.length > 0
        ? parts.map((template) => ({ template, score: text.length }))
        : (resembled ??= createResemblance(templates))(text).map(({ template, likeness }) => ({
            template,
            score: Math.round(likeness * template.length),
          }));
    return near.flatMap(({ template, score }, at) => {
      const known = catalogue[template.error];
      const isFirst = near.findIndex((one) => one.template.error === template.error) === at;
      return known === undefined || !isFirst
        ? []
        : [{ known, template, places: whole, certain: false, score, subject }];
    });
  }

  /** Whether any program may be told so, or print it. */
  function isAnyones({ known, template: { pieces } }: Found): boolean {
    return ofAnybody.has(known) || isShared(pieces.join(''));
  }

  /**
   * Without what a text says of stores that are no engine's. What may be anyone's is marked: a call with what it was
   * answered, on a host also words that only resemble a message, and beside the name of another owner all that is left.
   */
  function ours(found: Found[], text: string): Found[] {
    const [ofOthers, ofHost] = [isOfOthers(text), isOfHost(text)];
    const left = ofOthers || ofHost ? found.filter((one) => !isAnyones(one)) : found;
    return (ofOthers ? left.filter(speaksForItself) : left).map((one) => ({
      ...one,
      anyones: ofOthers || isAnyones(one) || isAnswer(one.template.pieces.join('')) || (ofHost && !one.certain),
    }));
  }

  /** The known errors in `text`; with `subjects` also those that only have the word or two that were typed. */
  return function match(text: string, { subjects = false } = {}): ErrorMatch[] {
    const lines = withoutLeads(text);
    const squeezed = withWholeAnswers(read(lines));
    const { found, signed } = literal(squeezed, lines);
    const likely = [...told(squeezed, lines), ...phrased(squeezed, lines)];
    const others = likely.filter(
      ({ known }, at) =>
        !found.some((one) => one.known === known) && likely.findIndex((one) => one.known === known) === at,
    );
    const all = weighed([...found, ...others], signed, text);
    all.sort(
      (a, b) =>
        Number(b.certain) - Number(a.certain) ||
        Number(isRemark(a.known)) - Number(isRemark(b.known)) ||
        b.score - a.score ||
        (a.known.id < b.known.id ? -1 : 1),
    );
    const best =
      all.length > 0
        ? causesFirst(ours(all, text))
        : typed(squeezed, text).filter(({ subject }) => subjects || subject !== true);
    const isElsewhere = best.length > 0 && !namesContainers(text);
    return best.map((one) => {
      // A special case told by a sign has the message of its general error.
      const { error, message } = one.template;
      const beside = one.places.reduce((left, [from, to]) => left - (to - from), squeezed.text.length);
      const anyones = isElsewhere && beside >= leastBeside && one.anyones === true;
      return describe({ ...one, anyones }, catalogue[error]?.messages[message] ?? '', squeezed, lines);
    });
  };
}

/** A cause behind the words that it was wrapped in, in the same line. */
const cause = /["'`)\]]?: +\w/y;

/**
 * Whether a text goes on, where it has words of a message that ends with an answer of the system, with a cause that is
 * none: what failed is the same, why is not. `error writing layer blob: push access denied` is no full disk.
 */
function hasAnotherCause({ pieces }: Template, places: readonly Place[], squeezed: Squeezed, text: string): boolean {
  const own = pieces.flatMap((piece) => answersIn(piece));
  if (own.length === 0 || own.some((answer) => squeezed.text.includes(answer))) return false;
  return places.every(([, end]) => {
    cause.lastIndex = (squeezed.places[end - 1] ?? 0) + 1;
    return cause.test(text);
  });
}

/** Whether an error is told by more than a short message or an answer that the system gives to any program. */
function speaksForItself({ certain, template }: Found): boolean {
  return certain && withoutAnswer(template.pieces.join('')).length >= saysItself;
}

/** Whether an error stops nothing by itself: it is no cause of a failure that stands beside it. */
export function isRemark({ severity }: Pick<KnownError, 'severity'>): boolean {
  return severity === 'notice' || severity === 'degraded';
}

/** Whether `df` says of the folder whose name begins at `at` that it is not full: it lists all, whatever failed. */
function isMountWithRoom(text: string, at: number): boolean {
  return /\s\d?\d%\s+\/$/.test(text.slice(Math.max(0, at - 20), at));
}

function describe(
  { known, template, places, certain, score, subject, anyones }: Found,
  message: string,
  { places: map }: Squeezed,
  text: string,
): ErrorMatch {
  const spans = places.map(([from, to]) => ({ start: map[from] ?? 0, end: (map[to - 1] ?? 0) + 1 }));
  // Where only some words stand, or those of a more general error, nobody knows what stands between them.
  const isWhole = places.length === template.pieces.length && certain;
  return {
    kind: certain ? 'certain' : 'alike',
    error: known.id,
    message,
    score,
    spans,
    values: isWhole ? valuesOf(template, spans, text) : {},
    ...(anyones === true && { anyones }),
    ...(subject === true && { subject }),
  };
}
