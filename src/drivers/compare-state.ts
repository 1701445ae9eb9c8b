/** Names of the parameters in which an address keeps a changed table; those of a second table on a page have a prefix. */
export const parameters = ['drivers', 'hide', 'find', 'differences', 'sort', 'pin', 'asof', 'view'] as const;

/**
 * What a reader has done to a comparison, as the address has it, so that a link shows the same table. Empty texts stand for
 * the table as it was written. `drivers` are ids in order and `hide` names of groups, with commas between; `find` is a text
 * that rows contain; `differences` is `1` where rows that agree are hidden; `sort` is a fact key; `pin` the id of the driver
 * with which the others are compared; `asof` a moment of the past; `view` is `cards` where facts stand one below the other.
 */
export type CompareState = Readonly<Record<(typeof parameters)[number], string>>;

/** The table as it was written. */
export const untouched = fromParameters(() => null);

/** The state that the parameters of an address stand for. */
export function fromParameters(get: (name: string) => string | null): CompareState {
  return Object.fromEntries(parameters.map((name) => [name, get(name) ?? ''])) as CompareState;
}

/** The items of a list with commas, each once. */
export function itemsOf(list: string): string[] {
  return [...new Set(list.split(',').filter((item) => item !== ''))];
}
