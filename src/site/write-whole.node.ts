import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes `content` into `file` whole or not at all, so that a build which ends meanwhile leaves no half file for the next
 * one. The draft stands beside it and has its ending. Throws what the disk says.
 */
export async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const draft = join(dirname(file), `${randomUUID()}-${basename(file)}`);
  await writeFile(draft, content);
  await rename(draft, file);
}
