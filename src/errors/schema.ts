import { z } from 'astro/zod';
import { discussionLink } from '../discussions/schema.ts';
import { versionRange } from '../drivers/schema.ts';
import { asked, day, webAddress } from '../site/schema.ts';
import { isRule } from './combinations.ts';

const ruleForm =
  'This is no rule of groups of words with ` + ` between them. Write it like `rename | link + layerdb + file exists`, with the names in angle brackets that are in src/errors/combinations.ts.';

/** Front matter of a known error: a file in `content/errors/`, whose name is the id and the address. */
export const knownErrorSchema = z.strictObject({
  /** Heading of the page, the words of a message first: `No space left on device, …`. The rule `message-first` looks. */
  title: z.string().trim().min(1).max(120),
  /** Text for search engines and lists, at most 160 characters. */
  description: z.string().trim().min(1).max(160),
  /** What people type who look for this page, for the search alone: `free up disk space`. */
  asked: asked.optional(),
  /**
   * What the terminal prints, to the letter, with the parts that vary named in angle brackets:
   * `write <path>: no space left on device`. The most common one first.
   */
  messages: z.array(z.string().trim().min(4)).min(1),
  /** What one is about when it is printed; the list of all errors is grouped by it. */
  during: z.enum(['space', 'start', 'image', 'run', 'remove', 'disk']),
  /**
   * How bad it is: data may be lost; nothing starts; one thing fails; all works, but worse; or nothing is wrong yet.
   */
  severity: z.enum(['data-loss', 'down', 'blocked', 'degraded', 'notice']),
  /** Releases that print it, by engine, where that is known: `docker: '>=1.10.0 <25.0.0'`. */
  versions: z.record(z.string(), versionRange).optional(),
  /**
   * Texts that speak for this error if they stand elsewhere in the paste, such as `Storage Driver: devicemapper`: they
   * tell it from errors with the same words. What varies is named as in messages.
   */
  signs: z.array(z.string().trim().min(4)).min(1).optional(),
  /**
   * What it is in the words of any tool: what was done, to what, and the answer, such as
   * `rename | link + layerdb + file exists`. One word of each group, in any order, in one line; it makes the error
   * likely, never certain. Groups that many have are in combinations.ts and stand here by name: `<mounting>`.
   */
  told_by: z.array(z.string().refine(isRule, ruleForm)).min(1).optional(),
  /** Id of the error that the same words mean in general; a sign tells that it is this special case. */
  special_case_of: z.string().optional(),
  /** Ids of errors that follow from this one, and often stand below it in a log. */
  leads_to: z.array(z.string()).min(1).optional(),
  /** The question whose answer tells the causes apart, if there are several. */
  question: z.string().trim().min(1).max(160).optional(),
  /** What the message means, in one sentence. */
  means: z.string().trim().min(1).max(300),
  /** Ids of the engines that print it. */
  engines: z.array(z.string()).min(1),
  /** Ids of the drivers that it is known with; an empty list means any. */
  drivers: z.array(z.string()),
  /** The kinds of systems that have it, such as a disk of WSL; without it any may. */
  systems: z
    .array(z.enum(['linux', 'windows', 'macos']))
    .min(1)
    .optional(),
  /** Where it is written: engine or kernel source, manuals, upstream issues. */
  sources: z.array(webAddress).min(1),
  /** Day on which somebody last held the page against its sources, `YYYY-MM-DD`. */
  checked: day,
  /** Where the page is talked about: a GitHub discussion by number or address, or another place. */
  discussion: discussionLink.optional(),
});

/** The front matter of a known error. */
export type KnownError = z.output<typeof knownErrorSchema>;
