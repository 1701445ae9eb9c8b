import { slug as githubSlug } from 'github-slugger';
import { decoded } from '../site/decoded.ts';
import type { NoteAt, OldEntry } from './old-posts.node.ts';

const maxNameBytes = 200; // with date and ending a disk takes 255

/** The name of the new file for that of an old one: letters, digits and hyphens, no longer than a disk can take. */
export function newName(slug: string): string {
  const words = githubSlug(
    decoded(slug) // WordPress wrote other scripts with percent signs.
      .normalize('NFC')
      .replace(/[./_]+/g, '-')
      .slice(0, 120),
  );
  const short = Buffer.from(words)
    .subarray(0, maxNameBytes)
    .toString()
    .replace(/\uFFFD+$/, '');
  const name = short.replace(/^-+|-+$/g, '');
  return name === '' ? 'untitled' : name;
}

/**
 * The entries with names of which each is there once: a later one gets its day behind its name. `otherAt` says what has
 * a name already that is no entry of this blog.
 */
export function distinct(
  entries: readonly OldEntry[],
  otherAt: (entry: OldEntry, id: string) => string | undefined,
  note: NoteAt,
): OldEntry[] {
  const taken = new Map<string, string>();
  return entries.map((entry) => {
    const holderOf = (id: string): string | undefined => taken.get(`${entry.kind} ${id}`) ?? otherAt(entry, id);
    const holder = holderOf(entry.id);
    const dated = entry.kind === 'post' ? `${entry.id}-${entry.date.slice(0, 10)}` : `${entry.id}-2`;
    let id = holder === undefined ? entry.id : dated;
    for (let count = 2; holder !== undefined && holderOf(id) !== undefined; count += 1) id = `${dated}-${count}`;
    if (holder !== undefined) {
      const at = entry.offsetOf('permalink') || entry.offsetOf('title');
      note(entry.file, entry.text, at, `name ${entry.id}`, `${id}, because ${holder} has the other already`, true);
    }
    taken.set(`${entry.kind} ${id}`, entry.file);
    return { ...entry, id };
  });
}
