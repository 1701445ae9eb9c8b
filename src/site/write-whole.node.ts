import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
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

/**
 * Puts `text` into the file at `path` from `root`, whole or not at all: whoever reads it, whenever, finds the old text
 * or the new one, also if the machine stops in the middle. For files that are not made anew by each build. The draft
 * stands beside it, since `.cache/` may be on another disk; its name begins with a dot, so that nobody takes it for
 * content.
 */
export async function replaceFile(root: string, path: string, text: string): Promise<void> {
  const file = join(root, path);
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.draft`);
  await mkdir(dirname(file), { recursive: true });
  const mode = (await stat(file).catch(() => undefined))?.mode; // a new file has the usual one
  try {
    const opened = await open(draft, 'w', mode);
    try {
      await opened.writeFile(text);
      await opened.sync();
    } finally {
      await opened.close();
    }
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
