import { facetText } from '../errors/facet.ts';
import type { Facet } from '../errors/facet.ts';
import type { Wish } from './full-text.ts';
import { kindWords } from './marks.ts';

/** What a reader chose beside the text of a search. */
export interface Choice {
  /** Results of this kind only. */
  kind?: Wish['kind'];
  /** The kind of driver that was chosen, `''` for any; nothing leaves it to the text. */
  driver?: Wish['driver'];
  /** Engines and systems of the machine that were set by hand, as `facetText` writes them. */
  added: readonly string[];
  /** What was read of the machine and taken away again. */
  removed: readonly string[];
}

/** The choice of a reader who has only written a text. */
export const nothingChosen: Choice = { added: [], removed: [] };

/** What a reader did: took one facet away, or set those of the form, which count instead of what was read. */
export type FacetAct = { removed: Facet } | { set: readonly Facet[] };

/** `choice` after the reader's act. */
export function afterAct(choice: Choice, act: FacetAct): Choice {
  if ('removed' in act) {
    const text = facetText(act.removed);
    return {
      ...choice,
      ...(act.removed.kind === 'driver' && { driver: '' }),
      added: choice.added.filter((one) => one !== text),
      removed: [...new Set([...choice.removed, text])],
    };
  }
  const added = act.set.filter(({ kind }) => kind !== 'driver').map(facetText);
  return {
    ...choice,
    driver: act.set.find(({ kind }) => kind === 'driver')?.id,
    added,
    removed: choice.removed.filter((one) => !added.includes(one)),
  };
}

/** Names and values of the parameters in which an address keeps a choice. */
export function parametersOf({ kind, driver, added, removed }: Choice): [name: string, value: string][] {
  return [
    ...(kind === undefined ? [] : [['kind', kind] as [string, string]]),
    ...(driver === undefined ? [] : [['driver', driver] as [string, string]]),
    ...added.map((one): [string, string] => ['on', one]),
    ...removed.map((one): [string, string] => ['not', one]),
  ];
}

/** The choice that an address stands for; `all` gives the values of a parameter. A kind that there is not is none. */
export function choiceOf(all: (name: string) => readonly string[]): Choice {
  const [[kind], [driver]] = [all('kind'), all('driver')];
  return {
    ...(kind !== undefined && Object.hasOwn(kindWords, kind) && { kind: kind as keyof typeof kindWords }),
    ...(driver !== undefined && { driver }),
    added: all('on'),
    removed: all('not'),
  };
}
