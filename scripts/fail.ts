/** Ends the command with 1, after saying why and what to do, a line each. */
export function fail(...lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

const rights = 'Let whoever runs this write there, then run the command again.';
const room = 'Make room on its disk, then run the command again.';
const nextSteps: Record<string, string> = { EACCES: rights, EPERM: rights, EROFS: rights, ENOSPC: room, EDQUOT: room };

/** What an error says, and behind it what to do if the disk was in the way. Some of Astro's say nothing but their cause. */
export function reasonsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  if (error.message === '' && error.cause !== undefined) return reasonsOf(error.cause);
  const nextStep = nextSteps[String((error as NodeJS.ErrnoException).code)];
  return [error.message, ...(nextStep === undefined ? [] : [nextStep])];
}
