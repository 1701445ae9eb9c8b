import type { Place } from './places.ts';
import { isOpen, longestValue } from './templates.ts';
import type { Template } from './templates.ts';

/** What is known of a found error beside others. */
export interface Cause {
  known: { id: string; special_case_of?: string | undefined; leads_to?: readonly string[] | undefined };
  template: Template;
  /** Where its pieces stand in the squeezed text. */
  places: readonly Place[];
  certain: boolean;
  told?: boolean;
}

/**
 * A cause before what follows from it, otherwise in the order given. The cause is an error whose words stand in the
 * open end of another one's message, as when a tool wraps what another one said; one that is known to lead to the
 * other; and a special case before the general one.
 */
export function causesFirst<Found extends Cause>(found: readonly Found[]): Found[] {
  const leads = (cause: Found, to: Found) =>
    cause.known.special_case_of === to.known.id ||
    wraps(to, cause) ||
    ((cause.certain || (cause.told === true && to.certain)) && (cause.known.leads_to?.includes(to.known.id) ?? false));
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

/** Whether `inner`, of which there is more than some words, stands where `outer` has an error or a text of any kind. */
function wraps({ template: { parts }, places, certain }: Cause, inner: Cause): boolean {
  if (!certain || (!inner.certain && inner.told !== true)) return false;
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
