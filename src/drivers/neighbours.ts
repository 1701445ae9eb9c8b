import type { DriverEntry } from './comparison.ts';
import type { Engine } from './schema.ts';

/** Drivers that a reader of one driver's page may want next. */
export interface Neighbours {
  /** What to take instead of it. */
  replacement: DriverEntry | undefined;
  /** What it took the place of. */
  replaces: DriverEntry[];
  /** Drivers of other engines on the same filesystem or code. */
  relatives: DriverEntry[];
}

/** The neighbours of `driver` among `all`, in their order. */
export function neighboursOf(driver: DriverEntry, all: readonly DriverEntry[]): Neighbours {
  const replacementOf = ({ data }: DriverEntry) => data.facts['replacement']?.value;
  return {
    replacement: all.find(({ id }) => id === replacementOf(driver)),
    replaces: all.filter((other) => replacementOf(other) === driver.id),
    relatives: all.filter((other) => other.id !== driver.id && other.data.family === driver.data.family),
  };
}

/** Something that happened to a driver, in the timeline of an engine, a library or the kernel. */
export type DriverEvent = Engine['events'][number] & { project: string };

/** What happened to the driver `id` in all timelines, oldest first. */
export function eventsOf(id: string, engines: Readonly<Record<string, Engine>>): DriverEvent[] {
  return Object.values(engines)
    .flatMap(({ name, events }) => events.map((event) => ({ ...event, project: name })))
    .filter(({ drivers = [] }) => drivers.includes(id))
    .toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

/** Ids of drivers that the text of an article, in Markdown or MDX, shows in a comparison or to whose pages it links. */
export function driversMentioned(text: string): string[] {
  const linked = [...text.matchAll(/\/drivers\/([^\s/]+)\//g)].map(([, id = '']) => id);
  const compared = [...text.matchAll(/<Compare\b[^>]*\bdrivers=["'{`]+([^"'}`]*)/g)];
  return [...new Set([...linked, ...compared.flatMap(([, ids = '']) => ids.split(/\s+/))])].filter((id) => id !== '');
}
