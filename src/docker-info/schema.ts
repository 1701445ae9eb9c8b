import { z } from 'astro/zod';
import { evidence, version, versionRange } from '../drivers/schema.ts';

const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'An id is small letters and digits with hyphens between them, such as storage-driver.',
  );

/** In our words, at most three sentences; parts in angle brackets are filled in from the paste, as in `<used> of <total>`. */
const text = z.string().trim().min(1).max(320);

/** `first` before anything else, `soon` what has to change, `note` what is good to know, `fine` what needs nothing. */
const level = z.enum(['first', 'soon', 'note', 'fine']);

/** What may follow a remark. */
const way = {
  /** What to type, several commands apart by `; `. It may name the same parts as the text. */
  command: z.string().min(1).optional(),
  /** First release of Docker Engine that has the command; older ones are not told it. */
  command_since: version.optional(),
  /** What has to be known before the command is typed, said only where it is told. */
  command_does: z.string().min(1).optional(),
  /** Id of the known error that says more. */
  error: z.string().optional(),
};

/** One entry of `content/docker-info.yaml`. */
export const infoStatementSchema = z.discriminatedUnion('kind', [
  /** A line of the guide that is read without pasting anything. */
  z.strictObject({
    id,
    kind: z.literal('line'),
    /** The command that prints it. */
    tool: z.enum(['docker', 'podman', 'crictl', 'nerdctl', 'crio']),
    /** The line, with what varies named: `Pool Name: <name>`. */
    prints: z.string().min(1),
    text,
    error: way.error,
    ...evidence,
  }),
  /** A warning that an engine prints. */
  z.strictObject({
    id,
    kind: z.literal('warning'),
    /** Its words to the letter, with what varies named. */
    prints: z.string().min(8),
    level,
    /** What it concerns. */
    about: z.enum(['security', 'storage', 'limits', 'network']),
    text,
    ...way,
    ...evidence,
  }),
  /** What follows from the values of the lines; `src/docker-info/findings.ts` knows when. */
  z.strictObject({ id, kind: z.literal('finding'), level, text, ...way, ...evidence }),
  /** What is to be said about some releases of an engine. */
  z.strictObject({
    id,
    kind: z.literal('release'),
    /** Id of the engine. */
    engine: z.string(),
    releases: versionRange,
    level,
    text,
    ...way,
    ...evidence,
  }),
]);

/** What is to be said about an output, with source and date. */
export type InfoStatement = z.output<typeof infoStatementSchema>;
