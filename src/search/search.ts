import { driverKindsIn } from '../errors/driver-kinds.ts';
import type { FoundError } from '../errors/error-finder.ts';
import { sureWords } from '../errors/parts.ts';
import type { Judged } from '../errors/scope.ts';
import type { FoundPage, FoundPages, Wish } from './full-text.ts';
import type { Machine } from './machine.ts';
import { isPaste } from './query.ts';

/** What was found for one text. A part that could not be loaded is empty, and `missing` names it. */
export interface Answer extends FoundPages {
  /** Causes before consequences; the five best, and of these last what does not apply to the reader's machine. */
  errors: Judged<FoundError>[];
  /** What is known of that machine; nothing if the text says nothing of it, or if it could not be loaded. */
  machine?: Machine | undefined;
  /** True if nobody could tell which answers apply. */
  unjudged?: boolean;
  missing: readonly ('errors' | 'pages')[];
}

/** Where answers come from. All may reject; whoever asks again tries again. */
export interface Sources {
  matches: (text: string) => Promise<FoundError[]>;
  pages: (text: string, wish: Wish) => Promise<FoundPages>;
  machine?: (text: string) => Promise<Machine | undefined>;
  /** The table of the drivers that typed words compare; nothing if they compare none. */
  comparison?: (text: string) => Promise<FoundPage | undefined>;
}

const shownErrors = 5;

const nothing: FoundPages = { pages: [], counts: {}, drivers: {}, query: '', nowhere: [], meant: {}, partial: false };

/**
 * What is found for `text`, errors and pages; `kind` asks for pages of one kind only, `driver` for those about one kind
 * of driver; without it the only one that a paste names is asked for, `''` asks for none. `onPart` is called with what
 * is there already: first the known errors, then the best page, which stays if the rest does not come. Never rejects.
 */
export async function search(
  { matches, pages, machine, comparison }: Sources,
  text: string,
  { kind, driver }: Pick<Wish, 'kind' | 'driver'>,
  onPart: (answer: Answer) => void,
): Promise<Answer> {
  const isOfDrivers = (kind ?? 'driver') === 'driver' && (driver ?? '') === '';
  const [known, read, compared] = await Promise.all([
    settled(matches(text)),
    settled(Promise.resolve(machine?.(text))),
    settled(Promise.resolve(isOfDrivers ? comparison?.(text) : undefined)),
  ]);
  const table = compared.ok && compared.value !== undefined ? [compared.value] : [];
  const all = known.ok ? known.value : [];
  const reader = read.ok ? read.value : undefined;
  // The five are chosen first, so that what does not apply is put behind and never left out.
  const shown = (found: FoundError[]): Judged<FoundError>[] => {
    const best = found.slice(0, shownErrors);
    return reader?.judge(best) ?? best;
  };
  const errors = shown(all.filter(({ subject }) => subject !== true));
  const missing: Answer['missing'] = known.ok ? [] : ['errors'];
  const told = { missing, machine: reader, ...(!read.ok && { unjudged: true }) };
  const early = { ...nothing, errors, pages: table, ...told };
  onPart(early);
  /** The known errors, or where there is none, those of the text as it was meant: the pages know how its words are spelt. */
  const errorsOf = async ({ meant }: FoundPages): Promise<typeof errors> => {
    const spelt = asMeant(text, meant);
    if (errors.length > 0 || spelt === text || isPaste(text)) return errors;
    const found = await settled(matches(spelt));
    return found.ok ? shown(found.value.filter(({ subject }) => subject !== true)) : errors;
  };
  /** Each page once: what has its place among the errors needs none among the pages. */
  const whole = async (found: FoundPages): Promise<Answer> => {
    const listed = await errorsOf(found);
    const isListed = (url: string) => listed.some(({ known: { url: own } }) => url.split('#', 1)[0] === own);
    return { ...found, pages: [...table, ...found.pages.filter(({ url }) => !isListed(url))], errors: listed, ...told };
  };
  // A single guess for typed words may be wrong, and another error the one that was meant.
  const isGuess = errors.length === 1 && errors[0]?.kind === 'alike' && !isPaste(text);
  let first: Promise<Answer> = Promise.resolve(early);
  const found = await settled(
    pages(text, {
      kind,
      driver: driver === '' ? undefined : driver,
      named: driver === undefined ? onlyDriver(text) : undefined,
      // The known errors have a list of their own, and must not push the articles out of this one.
      without: errors.length > 0 && !isGuess && kind !== 'error' ? 'error' : undefined,
      known: errors[0] === undefined ? [] : sureWords(errors[0].message),
      knownAs: errors[0]?.known.title,
      onFirst: (best) => void (first = whole(best)).then(onPart),
    }),
  );
  const shownFirst = await first;
  if (!found.ok) {
    // Without the index, as offline, errors that are about a word are better than nothing about it.
    const left = shownFirst.errors.length > 0 ? shownFirst.errors : shown(all);
    return { ...shownFirst, counts: {}, errors: left, missing: [...missing, 'pages'] };
  }
  return whole(found.value);
}

/** A text with the words that were meant in place of those that were misspelt; a compound only has its parts told. */
function asMeant(text: string, meant: FoundPages['meant']): string {
  const misspelt = Object.entries(meant).filter(([typed]) => /^[\p{L}\p{N} ]+$/u.test(typed));
  return misspelt.reduce((all, [typed, word]) => all.replace(typed, () => word), text);
}

/** The kind of driver that a paste is about, if it names a single one. */
function onlyDriver(text: string): string | undefined {
  const [driver, ...others] = isPaste(text) ? driverKindsIn(text) : [];
  return others.length === 0 ? driver : undefined;
}

async function settled<Value>(promise: Promise<Value>): Promise<{ ok: true; value: Value } | { ok: false }> {
  try {
    return { ok: true, value: await promise };
  } catch {
    return { ok: false }; // Whatever went wrong, the reader can only try again; the page says so.
  }
}
