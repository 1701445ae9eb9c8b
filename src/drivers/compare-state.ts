/** What a reader has done to a comparison: all of it is in the address, so that a link shows the same table. */
export interface CompareState {
  /** Ids of the shown drivers in order; undefined for those of the table as it was written. */
  drivers: readonly string[] | undefined;
  /** Names of hidden groups of facts. */
  hidden: readonly string[];
  /** Words that a row must contain. */
  find: string;
  /** Whether rows in which all drivers agree are hidden. */
  differences: boolean;
  /** Fact key by which the columns are sorted, or empty. */
  sort: string;
  /** Id of the driver with which the others are compared, or empty. */
  pin: string;
  /** The past moment as a reader writes it, or empty for today. */
  asOf: string;
  /** Whether facts stand one below the other instead of in a table. */
  cards: boolean;
}

/** The table as it was written. */
export const untouched: CompareState = {
  drivers: undefined,
  hidden: [],
  find: '',
  differences: false,
  sort: '',
  pin: '',
  asOf: '',
  cards: false,
};

/** Names of all parameters, without the prefix of a second table on the page. */
export const parameters = ['drivers', 'hide', 'find', 'differences', 'sort', 'pin', 'asof', 'view'] as const;

/** The state as parameters of an address, only those that differ from the untouched table. */
export function toParameters(state: CompareState): [string, string][] {
  const all: Record<(typeof parameters)[number], string> = {
    drivers: (state.drivers ?? []).join(','),
    hide: state.hidden.join(','),
    find: state.find.trim(),
    differences: state.differences ? '1' : '',
    sort: state.sort,
    pin: state.pin,
    asof: state.asOf.trim(),
    view: state.cards ? 'cards' : '',
  };
  return Object.entries(all).filter(([, value]) => value !== '');
}

/** The state that parameters stand for; what is unknown or malformed in them counts as left out. */
export function fromParameters(get: (name: (typeof parameters)[number]) => string | null): CompareState {
  const list = (name: 'drivers' | 'hide') => [...new Set((get(name) ?? '').split(',').filter((word) => word !== ''))];
  const drivers = list('drivers');
  return {
    drivers: drivers.length > 0 ? drivers : undefined,
    hidden: list('hide'),
    find: get('find') ?? '',
    differences: get('differences') === '1',
    sort: get('sort') ?? '',
    pin: get('pin') ?? '',
    asOf: get('asof') ?? '',
    cards: get('view') === 'cards',
  };
}
