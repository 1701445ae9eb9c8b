import type { Distribution, Driver, Engine, FactKey } from './schema.ts';

/** `/data/drivers.json` */
export interface PublishedDrivers {
  drivers: Readonly<Record<string, Driver>>;
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
