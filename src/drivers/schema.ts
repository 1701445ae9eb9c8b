import { z } from 'astro/zod';
import { discussionLink } from '../discussions/schema.ts';
import { asked, day, webAddress } from '../site/schema.ts';
import { rangePattern, versionPattern } from './version-pattern.ts';

/** Day on which somebody read the source and found the statement there, `YYYY-MM-DD`. */
const checked = day;

/** `verified`: the source says it. `unverified`: the source is indirect, or the value is reasoned from the design. */
const confidence = z.enum(['verified', 'unverified']);

/** Address of the page or the line of source code that says it. A tag or a commit, not a moving branch. */
const source = webAddress;

/**
 * What a driver is asked: one entry of `content/facts.yaml`.
 * `compare: true` means that different values are a difference worth a reader's time.
 */
export const factKeySchema = z
  .strictObject({
    /** The id that drivers and `<Compare facts>` use: `copy_up`. */
    key: z.string().regex(/^[a-z][a-z0-9_]*$/, 'A key is small letters, digits and `_`, such as copy_up.'),
    /** Row heading: `Copy-up unit`. */
    label: z.string().min(1).max(40),
    /** The question in a reader's words, shown as the row's explanation. */
    question: z.string().min(1).max(160),
    /** What kind of value answers it. */
    type: z.enum(['enum', 'boolean', 'number', 'version', 'range', 'text', 'list']),
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

/** The answer in the type of its key. `unknown` means that nobody found a source, `not-applicable` that nothing is asked. */
const factValue = z.union([z.boolean(), z.number(), z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** Release number as its project writes it: `1.13.0`. */
export const version = z.string().regex(versionPattern, "A version is digits and dots in quotes, such as '20.10'.");

/** Releases of a project: `>=1.13.0 <29.0.0`. */
export const versionRange = z
  .string()
  .regex(rangePattern, 'Releases are written as >=1.13.0 <29.0.0, with either end left out where it is open.');

/** What any statement has to show for itself. */
export const evidence = {
  /** Where it is written. */
  source,
  /** Further sources, such as the page that the source contradicts. */
  also: z.array(source).optional(),
  /** When somebody read it there, `2026-11-24`. */
  checked,
  /** How sure it is. */
  confidence,
};

/** An answer to a question, for the releases in which it holds. */
const answer = {
  /** The answer in the type of its key, or `unknown`, or `not-applicable`. */
  value: factValue,
  /** First release for which the value holds, numbered as the driver's releases are: `1.13.0`. */
  since: version.optional(),
  /** Last release for which it holds; `20.10` includes every 20.10.x. */
  until: version.optional(),
  /** What the value alone does not say, in our words, at most two sentences. */
  note: z.string().max(400).optional(),
  ...evidence,
  /** Only an unknown value may go without. */
  source: source.optional(),
};

/** One fact about one driver: what holds now, and what is known to have held before. */
export const factSchema = z
  .strictObject({
    ...answer,
    /** What held before `since`, newest first. */
    earlier: z.array(z.strictObject(answer)).min(1).optional(),
  })
  .refine((fact) => fact.source !== undefined || fact.value === 'unknown', {
    path: ['source'],
    message: 'A fact needs the address of its source. Only the value `unknown` may go without one.',
  });

/** One storage driver of one engine: a file in `content/drivers/`, whose name is the id `<engine>-<name>`. */
export const driverSchema = z.strictObject({
  /** The word that the engine's configuration uses: `overlay2`. */
  name: z.string().min(1),
  /** Id of the engine or library whose driver it is: a file in `content/engines/`. */
  engine: z.string(),
  /** Id of the project whose releases `since`, `introduced` and the like count, if that is not the engine. */
  versions: z.string().optional(),
  /** Name that is clear without context: `Docker overlay2`. */
  title: z.string().min(1).max(60),
  /** What it is, in one sentence of at most 200 characters. */
  summary: z.string().min(1).max(200),
  /** What people type who look for this page, for the search alone: `free up disk space`. */
  asked: asked.optional(),
  /** Drivers of one family share the code or filesystem below, whatever the engine. */
  family: z.enum([
    'aufs',
    'blockfile',
    'btrfs',
    'device-mapper',
    'erofs',
    'fuse-overlayfs',
    'lazy-pull',
    'overlayfs',
    'vfs',
    'windows',
    'zfs',
  ]),
  /** Other engines that can run on it. */
  used_by: z
    .array(
      z.strictObject({
        /** Id of that engine. */
        engine: z.string(),
        /** Its releases that can. */
        releases: versionRange,
        /** Its releases that choose it on a fresh install. */
        default: versionRange.optional(),
        /** What it takes, in our words. */
        note: z.string().max(400).optional(),
        ...evidence,
      }),
    )
    .optional(),
  /** Where the driver is talked about: a GitHub discussion by number or address, or another place. */
  discussion: discussionLink.optional(),
  /** Facts by key of `content/facts.yaml`. */
  facts: z.record(z.string(), factSchema),
});

/** Releases, choice and timeline of one engine, or of a library or plugin that numbers drivers: a file in `content/engines/`. */
export const engineSchema = z.strictObject({
  /** `Docker Engine` */
  name: z.string().min(1),
  /** `engine` runs containers; `library` and `plugin` bring drivers to engines; `kernel` is below all of them. */
  role: z.enum(['engine', 'library', 'plugin', 'kernel']),
  /** How a driver is chosen, in our words. */
  choice: z.strictObject({ text: z.string().min(1).max(400), ...evidence }).optional(),
  /** Which drivers are tried, in which order, by release; oldest first. */
  order: z
    .array(z.strictObject({ releases: versionRange, drivers: z.array(z.string()).min(1), ...evidence }))
    .optional(),
  /** Days of stable releases by version, oldest first, each from its tag unless the source says otherwise. */
  releases: z.record(version, day),
  /** Where the days of the releases come from. */
  releases_from: z.strictObject(evidence),
  /** What happened to drivers, oldest first. */
  events: z.array(
    z.strictObject({
      /** First version in which it is so. */
      version,
      /** Day of that release. */
      date: day,
      /** What happened. */
      event: z.enum([
        'introduced',
        'default',
        'order',
        'deprecated',
        'removed',
        'limit',
        'feature',
        'requirement',
        'policy',
      ]),
      /** Ids of the drivers, or none if the event is about the engine's choice. */
      drivers: z.array(z.string()).min(1).optional(),
      /** The event in our words. */
      text: z.string().min(1).max(240),
      ...evidence,
    }),
  ),
});

/** What a distribution brings to the drivers: one entry of `content/distributions.yaml`. */
export const distributionSchema = z.strictObject({
  /** The id in the chooser's address: `ubuntu-14.04`. */
  id: z.string().regex(/^[a-z0-9.-]+$/, 'An id is small letters, digits, dots and hyphens, such as ubuntu-14.04.'),
  /** `Ubuntu 14.04` */
  name: z.string().min(1),
  /** How `docker info` and /etc/os-release begin its name, if not with `name`: `Debian GNU/Linux 12`. */
  printed: z.array(z.string().min(1)).min(1).optional(),
  /** Linux version of its first kernel. */
  kernel: version,
  /** The filesystem that its installer proposes for `/`. */
  root_filesystem: z.enum(['ext4', 'xfs', 'btrfs']),
  /** Families of drivers that its own kernel packages cannot run, each with the reason. */
  lacks: z
    .array(z.strictObject({ family: driverSchema.shape.family, note: z.string().min(1).max(240), ...evidence }))
    .optional(),
  /** Families of drivers that its kernels run although their release is lower than the fact asks for, each with why. */
  patched: z
    .array(
      z.strictObject({
        family: driverSchema.shape.family,
        /** The fact that asks for a kernel. */
        fact: z.enum(['kernel_min', 'rootless_kernel']),
        /** First build of its kernel that does, if not all do: 514 of `3.10.0-514`. */
        build: z.int().positive().optional(),
        note: z.string().min(1).max(240),
        ...evidence,
      }),
    )
    .optional(),
  /** What else a reader has to know, in our words. */
  note: z.string().max(400).optional(),
  ...evidence,
});

/** A question asked of every driver. */
export type FactKey = z.output<typeof factKeySchema>;
/** An answer, with source and date. */
export type Fact = z.output<typeof factSchema>;
/** A storage driver with its facts. */
export type Driver = z.output<typeof driverSchema>;
/** An engine with its releases and timeline. */
export type Engine = z.output<typeof engineSchema>;
/** A distribution with its kernel. */
export type Distribution = z.output<typeof distributionSchema>;
