/** Which pages of a site belong to which share of a build that several machines do. */

/** One share of a build. */
export interface Shard {
  /** From 1 to `of`. */
  number: number;
  of: number;
}

/** The variable by which a build tells its parts that it builds one share, as `1/4`. */
export const shardName = 'MTD_SHARD';

/** The variable with the folder of what other machines made for this build, from the root of the project. */
export const handedName = 'MTD_HANDED';

/** The share that `text` names, such as `1/4`, or what is wrong with it. */
export function parseShard(text: string): { shard: Shard } | { problem: string } {
  const [, number = 0, of = 0] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? []).map(Number);
  if (number > 0 && number <= of) return { shard: { number, of } };
  return {
    problem: `'${text}' names no share. Write which one of how many, such as --shard 1/4 for the first of four.`,
  };
}

/** The share that this build was asked for, if it was asked for one. */
export function shardIn(env: Readonly<Record<string, string | undefined>>): Shard | undefined {
  const found = parseShard(env[shardName] ?? '');
  return 'shard' in found ? found.shard : undefined;
}

/** A share as it is written: `1/4`. */
export function shardLabel({ number, of }: Shard): string {
  return `${number}/${of}`;
}

/**
 * Whether the page at `path` is part of the share; without a share every page is. Slashes around the path are no matter.
 * A page stays in its share when others come and go, so that what is kept of a share between builds stays of use.
 */
export function isOwn(path: string, shard: Shard | undefined): boolean {
  if (shard === undefined) return true;
  let hash = 0x811c9dc5; // FNV-1a with 32 bits, the same on every machine
  for (const character of path.replace(/^\/|\/$/g, '')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  // The end of MurmurHash3: without it names that differ in their last digits come to the same few shares.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return Math.floor(((hash >>> 0) / 2 ** 32) * shard.of) + 1 === shard.number;
}
