import type { Distribution, Driver, Engine, Fact, FactKey } from './schema.ts';
import { readValue } from './value.ts';
import type { WrittenValue } from './value.ts';

type Written<Answer> = Answer extends { value: Fact['value'] }
  ? Omit<Answer, 'value'> & { value: WrittenValue }
  : never;

/** A driver as its file and `/data/drivers/<id>.json` have it. */
export type PublishedDriver = Omit<Driver, 'facts'> & {
  facts: Record<
    string,
    Omit<Written<Fact>, 'earlier'> & { earlier?: Written<NonNullable<Fact['earlier']>[number]>[] | undefined }
  >;
};

/** `/data/drivers.json` */
export interface PublishedDrivers {
  drivers: Readonly<Record<string, PublishedDriver>>;
}

/** `/data/facts.json` */
export interface PublishedFacts {
  facts: readonly FactKey[];
}

/** `/data/engines.json` */
export interface PublishedEngines {
  engines: Readonly<Record<string, Engine>>;
}

/** `/data/distributions.json` */
export interface PublishedDistributions {
  distributions: readonly Distribution[];
}

/** A driver with its values as they are written, for publishing. */
export function publishDriver(driver: Driver): PublishedDriver {
  const written = <Answer extends { value: Fact['value'] }>({ value, ...rest }: Answer) => ({
    value: value.kind === 'known' ? value.value : value.kind,
    ...rest,
  });
  return {
    ...driver,
    facts: mapFacts(driver.facts, (fact) => ({ ...written(fact), earlier: fact.earlier?.map(written) })),
  };
}

/** The driver that was published. */
export function readDriver(driver: PublishedDriver): Driver {
  const read = <Answer extends { value: WrittenValue }>({ value, ...rest }: Answer) => ({
    ...rest,
    value: readValue(value),
  });
  return {
    ...driver,
    facts: mapFacts(driver.facts, (fact) => ({ ...read(fact), earlier: fact.earlier?.map(read) })),
  };
}

function mapFacts<From, To>(facts: Readonly<Record<string, From>>, change: (fact: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, change(fact)]));
}
