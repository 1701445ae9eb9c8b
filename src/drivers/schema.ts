import { z } from 'astro/zod';
import { day } from '../site/schema.ts';

/** Day on which somebody read the source and found the statement there, `YYYY-MM-DD`. */
const checked = day;

/** `verified`: the source says it. `unverified`: the source is indirect, or the value is reasoned from the design. */
const confidence = z.enum(['verified', 'unverified']);

/** Address of the page or the line of source code that says it. A tag or a commit, not a moving branch. */
const source = z.url({ protocol: /^https?$/ });

/**
 * What a driver is asked: one entry of `content/facts.yaml`.
 * `compare: true` means that different values are a difference worth a reader's time.
 */
export const factKeySchema = z
  .strictObject({
    /** The id that drivers and `<Compare facts>` use: `copy_up`. */
    key: z.string().regex(/^[a-z][a-z0-9_]*$/),
    /** Row heading: `Copy-up unit`. */
    label: z.string().min(1).max(40),
    /** The question in a reader's words, shown as the row's explanation. */
    question: z.string().min(1).max(160),
    /** What kind of value answers it. */
    type: z.enum(['enum', 'boolean', 'number', 'version', 'text', 'list']),
    /** Unit of a number: `layers`, `bytes`. */
    unit: z.string().optional(),
    /** Heading under which rows stand together: `Limits`. */
    group: z.string().min(1),
    /** Words of an `enum` and what each means. */
    allowed: z.record(z.string(), z.string().min(1)).optional(),
    /** Whether the values can be compared at all; long prose can't. */
    compare: z.boolean(),
    /** How to choose a value when sources disagree. */
    guide: z.string().optional(),
  })
  .refine((fact) => (fact.type === 'enum') === (fact.allowed !== undefined), {
    path: ['allowed'],
    message: 'An enum needs `allowed`, and only an enum has it.',
  });

/** The value of a fact. What is missing says how: nobody found a source, or the question does not arise. */
const factValue = z
  .union([z.boolean(), z.number(), z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((value) => {
    if (value === 'unknown') return { kind: 'unknown' as const };
    if (value === 'not-applicable') return { kind: 'not-applicable' as const };
    return { kind: 'known' as const, value };
  });

/** One fact about one driver. */
export const factSchema = z
  .strictObject({
    /** The answer in the type of its key, or `unknown`, or `not-applicable`. */
    value: factValue,
    /** Engine version from which the value holds: `1.13.0`. */
    since: z.string().optional(),
    /** Last engine version for which the value holds. */
    until: z.string().optional(),
    /** What the value alone does not say, in our words, at most two sentences. */
    note: z.string().max(400).optional(),
    /** Where it is written. Only an unknown value may go without. */
    source: source.optional(),
    /** Further sources, such as the page that the source contradicts. */
    also: z.array(source).optional(),
    /** When somebody read it there, `2026-11-24`. */
    checked,
    /** How sure it is. */
    confidence,
  })
  .refine((fact) => fact.source !== undefined || fact.value.kind === 'unknown', {
    path: ['source'],
    message: 'A fact needs the address of its source. Only the value `unknown` may go without one.',
  });

/** One storage driver of one engine: a file in `content/drivers/`, whose name is the id `<engine>-<name>`. */
export const driverSchema = z.strictObject({
  /** The word that the engine's configuration uses: `overlay2`. */
  name: z.string().min(1),
  /** Id of the engine that owns the driver: a file in `content/engines/`. */
  engine: z.string(),
  /** Name that is clear without context: `Docker overlay2`. */
  title: z.string().min(1).max(60),
  /** What it is, in one sentence of at most 200 characters. */
  summary: z.string().min(1).max(200),
  /** Facts by key of `content/facts.yaml`. */
  facts: z.record(z.string(), factSchema),
});

/** Timeline of one engine: a file in `content/engines/`. */
export const engineSchema = z.strictObject({
  /** `Docker Engine` */
  name: z.string().min(1),
  /** What happened to drivers, oldest first. */
  events: z.array(
    z.strictObject({
      /** First version in which it is so. */
      version: z.string(),
      /** Day of that release, from its notes or else its tag. */
      date: day,
      /** What happened to the driver. */
      event: z.enum(['introduced', 'default', 'deprecated', 'removed', 'limit', 'feature', 'policy']),
      /** Id of the driver, or none if the event is about the engine's choice. */
      driver: z.string().optional(),
      /** The event in our words. */
      text: z.string().min(1).max(240),
      /** Where it is written. */
      source,
      /** When somebody read it there. */
      checked,
      /** How sure it is. */
      confidence,
    }),
  ),
});

/** A question asked of every driver. */
export type FactKey = z.output<typeof factKeySchema>;
/** An answer, with source and date. */
export type Fact = z.output<typeof factSchema>;
/** A storage driver with its facts. */
export type Driver = z.output<typeof driverSchema>;
