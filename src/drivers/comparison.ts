import { factIn, numberedBy, presenceIn } from './as-of.ts';
import { releaseAt } from './release-at.ts';
import type { Presence } from './as-of.ts';
import type { Moment, Releases } from './release-at.ts';
import type { Driver, Fact, FactKey } from './schema.ts';
import { rangeInWords } from './range.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** A driver with its id, which is its file name without ending. */
export interface DriverEntry {
  id: string;
  data: Driver;
}

/** What one driver answers to one question, in words. */
export interface Cell {
  driver: string;
  /** `not-yet` and `gone` say that the driver itself was not there at the moment asked for. */
  kind: 'known' | 'unknown' | 'not-applicable' | Exclude<Presence, 'there'>;
  /** One word or figure: `125 layers`, `unknown`, `not yet`. */
  text: string;
  /** What an enum's word means, or empty. */
  meaning: string;
  fact: Fact;
}

/** One question, asked of every driver of the table. */
export interface Row {
  key: FactKey;
  cells: Cell[];
  /** Whether the drivers answer differently; always false for questions that can't be compared. */
  differs: boolean;
}

/** Where a statement comes from; cells that share it share its number. */
export interface SourceNote {
  number: number;
  source: string;
  also: readonly string[];
  checked: string;
  confidence: Fact['confidence'];
}

/** A comparison: columns are drivers, rows stand in groups. */
export interface ComparisonTable {
  drivers: DriverEntry[];
  groups: { name: string; rows: Row[] }[];
  /** By number, from 1. */
  sources: SourceNote[];
  /** The note of a cell's fact; undefined for facts without a source. */
  sourceOf: (fact: Fact) => SourceNote | undefined;
}

/**
 * The comparison of `drivers`, in their order, by `keys`, in theirs: of today, or of the moment `at`.
 * Groups stand where their first key does. Throws if a driver lacks a fact: the content check reports that earlier.
 */
export function buildTable(
  drivers: readonly DriverEntry[],
  keys: readonly FactKey[],
  at?: { moment: Moment; releases: Releases },
): ComparisonTable {
  const groups = new Map<string, Row[]>();
  for (const key of keys) {
    const cells = drivers.map((driver) =>
      cellOf(driver, key, at && { version: releaseAt(numberedBy(driver.data), at.moment, at.releases) }),
    );
    const rows = groups.get(key.group) ?? [];
    rows.push({ key, cells, differs: key.compare && new Set(cells.map(({ text }) => text)).size > 1 });
    groups.set(key.group, rows);
  }
  const facts = [...groups.values()].flat().flatMap(({ cells }) => cells.map(({ fact }) => fact));
  return {
    drivers: [...drivers],
    groups: [...groups].map(([name, rows]) => ({ name, rows })),
    ...numberSources(facts),
  };
}

/**
 * What a driver answers to `key` today, or in a `version` of the project that numbers it; `undefined` stands for the time
 * before its first release. Where the driver was not part of the project, every answer is `not yet` or `removed`.
 */
export function cellOf({ id, data }: DriverEntry, key: FactKey, at?: { version: string | undefined }): Cell {
  const version = at?.version;
  const presence = at === undefined ? 'there' : presenceIn(data, version);
  const fact = version === undefined || presence !== 'there' ? data.facts[key.key] : factIn(data, key.key, version);
  if (fact === undefined) throw new Error(`The driver ${id} has no fact ${key.key}.`);
  if (presence !== 'there') {
    const why = data.facts[presence === 'gone' ? 'removed' : 'introduced'] ?? fact;
    const text = presence === 'gone' ? words.removed : words.notYet;
    return { driver: id, kind: presence, text, meaning: '', fact: { ...why, note: undefined, since: undefined } };
  }
  const text = answer(fact, key);
  return { driver: id, kind: kindOf(fact), text, meaning: key.allowed?.[text] ?? '', fact };
}

function numberSources(facts: readonly Fact[]): Pick<ComparisonTable, 'sources' | 'sourceOf'> {
  const notes = new Map<string, SourceNote>();
  const nameOf = ({ source, also = [], checked, confidence }: Fact) => [source, ...also, checked, confidence].join(' ');
  for (const fact of facts) {
    const { source, also = [], checked, confidence } = fact;
    const name = nameOf(fact);
    if (source === undefined || notes.has(name)) continue;
    notes.set(name, { number: notes.size + 1, source, also, checked, confidence });
  }
  return { sources: [...notes.values()], sourceOf: (fact) => notes.get(nameOf(fact)) };
}

/** Whether a fact has a value at all. */
export function kindOf({ value }: Pick<Fact, 'value'>): 'known' | 'unknown' | 'not-applicable' {
  return value === 'unknown' || value === 'not-applicable' ? value : 'known';
}

/** Begins a word of a list of what is refused, such as filesystems; all else is taken then. */
const not = 'not-';

/** The value of a fact in words: `yes`, `125 layers`, `ext4, xfs`, `any but aufs`, `from 4.0`, `unknown`, `not applicable`. */
export function answer({ value }: Pick<Fact, 'value'>, { unit, type }: Pick<FactKey, 'unit' | 'type'>): string {
  if (value === 'not-applicable') return words.notApplicable;
  if (value === 'unknown') return words.unknown;
  if (Array.isArray(value)) return listInWords(value);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return unit === undefined ? `${value}` : `${value} ${unit}`;
  return type === 'range' ? rangeInWords(value) : value;
}

function listInWords(list: readonly string[]): string {
  const isOfExceptions = list.every((word) => word.startsWith(not));
  return isOfExceptions
    ? filled(words.anyBut, { list: list.map((word) => word.slice(not.length)).join(', ') })
    : list.join(', ');
}

/** For which releases a fact holds, in words: `since 1.13.0`, `until 20.10`, or empty. */
export function validity({ since, until }: Pick<Fact, 'since' | 'until'>): string {
  return [
    ...(since === undefined ? [] : [filled(words.since, { version: since })]),
    ...(until === undefined ? [] : [filled(words.until, { version: until })]),
  ].join(' ');
}

/** What stands below a cell's word: for which releases it holds, whether it is sure, and its note or else its meaning. */
export function noteOf({ meaning, fact }: Cell): string {
  return [validity(fact), fact.confidence === 'unverified' ? words.unverified : '', fact.note ?? meaning]
    .filter((part) => part !== '')
    .join(' · ');
}
