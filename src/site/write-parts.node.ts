import { closeSync, openSync, writeFileSync } from 'node:fs';

/** Writes a text that comes in parts, none of which stays in memory: all of them could be longer than a text may be. */
export function writeParts(file: string, parts: Iterable<string>): void {
  const target = openSync(file, 'w');
  try {
    for (const part of parts) writeFileSync(target, part);
  } finally {
    closeSync(target);
  }
}
