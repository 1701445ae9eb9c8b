import type { GoneSource } from './schema.ts';

/** What came of asking for an address. */
export type Answer =
  | { kind: 'there' }
  /** It leads somewhere else for good. */
  | { kind: 'moved'; to: string }
  | { kind: 'gone'; answer: string }
  /** Nobody can tell: the host is down, slow, or lets no program in. */
  | { kind: 'silent'; answer: string; isMute?: true /* not even a status came */ }
  /** It was not asked for, because the host wanted to be left alone, or somebody ended the round. */
  | { kind: 'unasked' };

/** Days after which a source that says nothing is spoken of. */
const silence = 14;

/**
 * The list after a round of questions on the day `today`: what answers again is taken out, what was gone before keeps its
 * first day, and what was not asked for stays as it was. `answers` has all addresses that content still leads to.
 */
export function updatedList(
  list: readonly GoneSource[],
  answers: ReadonlyMap<string, Answer>,
  today: string,
  archived: ReadonlyMap<string, string>,
): GoneSource[] {
  const before = new Map(list.map((entry) => [entry.source, entry]));
  return [...answers]
    .flatMap(([source, answer]) => {
      const known = before.get(source);
      if (answer.kind === 'unasked') return known === undefined ? [] : [known];
      if (answer.kind !== 'gone' && answer.kind !== 'silent') return [];
      const since = known?.since ?? today;
      // Who was let in once and is not any more has more to say than the first silence.
      const state = answer.kind;
      const copy = known?.archived ?? archived.get(source) ?? archiveAddress(source, since);
      return [{ source, answer: answer.answer, state, since, archived: copy }];
    })
    .toSorted((a, b) => (a.source < b.source ? -1 : 1));
}

/** Where the Web Archive shows `source` as it was nearest to `day`, such as `2026-11-24`, if it ever saw it. */
function archiveAddress(source: string, day: string): string {
  return `https://web.archive.org/web/${day.replaceAll('-', '')}/${source}`;
}

/** Whether `entry` is worth a word on the day `today`: what says that it is gone, and what has long said nothing. */
export function isSpokenOf({ state, since }: GoneSource, today: string): boolean {
  return state === 'gone' || Date.parse(today) - Date.parse(since) >= silence * 86_400_000;
}
