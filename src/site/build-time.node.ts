/** The moment that a build takes for now, and what is wrong with the variable that should say it. */
export interface BuildTime {
  now: Date;
  problem: string | undefined;
}

const lastSecond = 8_640_000_000_000; // what a Date can hold

/**
 * The moment that decides what is published: `SOURCE_DATE_EPOCH` in seconds since 1970, as builds that can be repeated
 * have it (reproducible-builds.org/specs/source-date-epoch), or else `clock`. A value that is no whole number of seconds
 * is a problem and counts for nothing.
 */
export function buildTime(env: Readonly<Record<string, string | undefined>>, clock: Date): BuildTime {
  const text = env['SOURCE_DATE_EPOCH'] ?? '';
  if (text === '') return { now: clock, problem: undefined };
  const seconds = /^\d+$/.test(text) ? Number(text) : Infinity;
  if (seconds <= lastSecond) return { now: new Date(seconds * 1000), problem: undefined };
  const problem = `SOURCE_DATE_EPOCH is '${text}', which is no moment. Write whole seconds since 1970, such as SOURCE_DATE_EPOCH=${Math.floor(clock.getTime() / 1000)}, or leave it out.`;
  return { now: clock, problem };
}
