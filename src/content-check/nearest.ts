import { editDistance } from '../site/edit-distance.ts';

/** The candidate that `name` was most likely meant to be, or nothing if none is near. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; cost: number } | undefined;
  for (const candidate of [...candidates].toSorted()) {
    const cost = distance(name.toLowerCase(), candidate.toLowerCase());
    if (cost < (best?.cost ?? Infinity)) best = { candidate, cost };
  }
  return best?.candidate;
}

function distance(name: string, other: string): number {
  // `no-space-inodes` is not `no-space-btrfs` because they begin with the same words: only what follows those counts.
  const words = name.split(/(?<=[-/])/);
  const shared = words.findIndex((_, place) => !other.startsWith(words.slice(0, place + 1).join('')));
  const start = words.slice(0, shared).join('').length;
  const [wanted, found] = [name.slice(start), other.slice(start)];
  // Beyond a third of the word, a guess annoys more than it helps; in short words, two letters are already too many.
  const mostEdits = wanted.length <= 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  const edits = editDistance(wanted, found);
  // `overlay2` for `docker-overlay2` is many edits away and still obvious; it comes after every real typo.
  const isPart = Math.min(wanted.length, found.length) >= 3 && (found.includes(wanted) || wanted.includes(found));
  return edits <= mostEdits ? edits : isPart ? mostEdits + edits : Infinity;
}

/** A hint that names the nearest candidate, or all of them if they are few, or else `otherwise`. */
export function suggest(name: string, candidates: Iterable<string>, otherwise: string): string {
  const all = [...candidates];
  const near = nearest(name, all);
  if (near !== undefined) return `Write \`${near}\`.`;
  const most = 8; // more of them would hide the message
  return all.length > 0 && all.length <= most ? `Write ${anyOf(all)}.` : otherwise;
}

/** `` `a`, `b` or `c` `` */
export function anyOf(names: readonly string[], joint: 'or' | 'and' = 'or'): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${joint} ${quoted.at(-1)}`;
}
