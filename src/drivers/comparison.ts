import type { Driver, Fact, FactKey } from './schema.ts';

/** A driver with its id, which is its file name without ending. */
export interface DriverEntry {
  id: string;
  data: Driver;
}

/** What one driver answers to one question, in words. */
export interface Cell {
  driver: string;
  kind: Fact['value']['kind'];
  /** One word or figure: `125 layers`, `unknown`. */
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

/** A comparison: columns are drivers, rows stand in groups. */
export interface ComparisonTable {
  drivers: DriverEntry[];
  groups: { name: string; rows: Row[] }[];
}

/**
 * The comparison of `drivers`, in their order, by `keys`, in theirs.
 * Groups stand where their first key does. Throws if a driver lacks a fact: the content check reports that earlier.
 */
export function buildTable(drivers: readonly DriverEntry[], keys: readonly FactKey[]): ComparisonTable {
  const groups = new Map<string, Row[]>();
  for (const key of keys) {
    const rows = groups.get(key.group) ?? [];
    rows.push(buildRow(drivers, key));
    groups.set(key.group, rows);
  }
  return { drivers: [...drivers], groups: [...groups].map(([name, rows]) => ({ name, rows })) };
}

function buildRow(drivers: readonly DriverEntry[], key: FactKey): Row {
  const cells = drivers.map(({ id, data }) => {
    const fact = data.facts[key.key];
    if (fact === undefined) throw new Error(`The driver ${id} has no fact ${key.key}.`);
    const text = answer(fact, key);
    return { driver: id, kind: fact.value.kind, text, meaning: key.allowed?.[text] ?? '', fact };
  });
  return { key, cells, differs: key.compare && new Set(cells.map(({ text }) => text)).size > 1 };
}

/** The value of a fact in words: `yes`, `125 layers`, `ext4, xfs`, `unknown`, `not applicable`. */
export function answer({ value }: Fact, { unit }: FactKey): string {
  if (value.kind === 'unknown') return 'unknown';
  if (value.kind === 'not-applicable') return 'not applicable';
  if (Array.isArray(value.value)) return value.value.join(', ');
  if (typeof value.value === 'boolean') return value.value ? 'yes' : 'no';
  if (typeof value.value === 'number') return unit === undefined ? `${value.value}` : `${value.value} ${unit}`;
  return value.value;
}
