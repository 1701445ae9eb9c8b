import { facetOf, facetText } from '../errors/facet.ts';
import type { Facet } from '../errors/facet.ts';
import { facetsIn } from '../errors/facets.ts';
import { applicableFirst } from '../errors/scope.ts';
import type { Judged, Scope } from '../errors/scope.ts';
import type { Choice } from './choice.ts';
import { isPaste } from './query.ts';

/** The machine that a text is about. */
export interface Machine {
  facets: readonly Facet[];
  /** Those of `facets` that the reader set. */
  chosen: readonly Facet[];
  /** Puts errors that do not apply to the machine behind the others, and says why. */
  judge: <Found extends { error: string; kind: 'certain' | 'alike' }>(found: readonly Found[]) => Judged<Found>[];
}

/**
 * What `text` says of the machine that it comes from, and what the reader said, which counts instead: an engine by hand
 * takes the place of all engines that were read. `scopes` has by id where each error can come from.
 */
export function machineOf(
  text: string,
  { added, removed, driver }: Choice,
  scopes: Readonly<Record<string, Scope>>,
): Machine {
  const chosen: Facet[] = [
    ...added.flatMap((one) => facetOf(one) ?? []),
    ...(driver === undefined || driver === '' ? [] : [{ kind: 'driver' as const, id: driver }]),
  ];
  const read = facetsIn(text, !isPaste(text)).filter(
    (facet) =>
      !removed.includes(facetText(facet)) &&
      !chosen.some(({ kind }) => kind === facet.kind) &&
      (facet.kind !== 'driver' || driver === undefined),
  );
  const facets = [...chosen, ...read];
  return { facets, chosen, judge: (found) => applicableFirst(found, scopes, facets, chosen) };
}
