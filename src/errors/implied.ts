import { driverKindsIn } from './driver-kinds.ts';
import { createMatcher, isRemark } from './matcher.ts';
import type { KnownError } from './matcher.ts';
import { messageParts } from './parts.ts';
import { squeeze } from './squeeze.ts';

/** A message that is this many letters longer than another one is hardly more of an error for them. */
const littleMore = 10;

/**
 * Known errors as they are published: what the matcher needs of them and no more, by id, as the first of errors that fit
 * equally well counts.
 */
export function leastOf<Known extends KnownError>(errors: readonly Known[]): Known[] {
  const match = createMatcher(errors);
  return errors
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((known) => ({
      ...known,
      messages: withoutImplied(known.messages, (message) =>
        match(message).some(({ kind, error }) => kind === 'certain' && error !== known.id),
      ),
      drivers: driverKindsIn(known.drivers.join(' ')),
      severity: isRemark(known) ? known.severity : undefined,
    }));
}

/**
 * `messages` of one error without those that another one finds just as well: every letter of the shorter one stands in the
 * longer one, which has little more and no named part of its own, and it is not contested by another error, where each
 * letter counts. A page shows them all.
 */
export function withoutImplied(messages: readonly string[], isContested: (message: string) => boolean): string[] {
  const match = createMatcher(messages.map((message) => ({ id: message, messages: [message], drivers: [] })));
  const kept = new Set<string>();
  for (const message of messages.toSorted((a, b) => lettersOf(a) - lettersOf(b))) {
    const names = namesIn(message);
    const isImplied = match(message).some(
      ({ kind, error: other }) =>
        kind === 'certain' &&
        kept.has(other) &&
        lettersOf(message) - lettersOf(other) <= littleMore &&
        names.every((name) => namesIn(other).includes(name)),
    );
    if (!isImplied || isContested(message)) kept.add(message);
  }
  return messages.filter((message) => kept.has(message));
}

/** Letters and digits that are always there. */
function lettersOf(message: string): number {
  return messageParts(message).reduce(
    (sum, { kind, text }) => sum + (kind === 'literal' ? squeeze(text).text.length : 0),
    0,
  );
}

/** Names of what varies. */
function namesIn(message: string): string[] {
  return messageParts(message).flatMap(({ kind, text }) => (kind === 'variable' ? [text] : []));
}
