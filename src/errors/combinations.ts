import { findWords } from './find-words.ts';
import { shortPiece, standsAlone } from './places.ts';
import { squeeze } from './squeeze.ts';
import type { Squeezed } from './squeeze.ts';

/** Words that stand together in a text and tell an error in whatever tool says them. */
export interface Combination {
  /** Place of the error in the catalogue. */
  error: number;
  /** Letters and digits of the words. */
  length: number;
  /** Where they stand in the squeezed text, in order. */
  places: [number, number][];
}

/** Letters and digits from the first word to the last, at most: of one line, with all layers of a mount, or of several. */
const longestLine = 6000;
const longestWrapped = 120;

/** Groups that many rules have, by the name that stands for them: `<mounting> + <overlay> + no such device`. */
const groups: Record<string, readonly string[]> = {
  mounting: ['mount', 'fstype', 'fsconfig', 'rootfs component', 'mounting overlay'],
  overlay: ['overlay', 'overlayfs', 'overlay2', 'rootfs component'],
  removing: [
    'unlinkat',
    'unlink',
    'rmdir',
    'rmtree',
    'remove',
    'removing',
    'rm',
    'delete',
    'deleting',
    'destroy',
    'replacing',
  ],
  file: [
    'open',
    'openat',
    'lstat',
    'stat',
    'unlinkat',
    'mkdir',
    'rename',
    'read',
    'readdir',
    'readdirent',
    'readlink',
    'write',
    'chmod',
    'fsync',
  ],
  owner: ['chown', 'lchown', 'fchown', 'fchownat', 'chowning', 'changing ownership'],
  attribute: ['xattr', 'xattrs', 'setxattr', 'lsetxattr', 'fsetxattr', 'getxattr', 'lgetxattr', 'extended attributes'],
  label: ['SELinux', 'relabel', 'relabeling', 'relabelling', 'relabeled', 'file label', 'chcon'],
  loop: ['losetup', 'loopback', 'loop device', 'loop devices'],
  denied: ['operation not permitted', 'permission denied'],
  refused: ['not supported', 'not support', 'ENOTSUP', 'not permitted', 'not allowed', 'permission denied'],
  full: [
    'no space left',
    'out of space',
    'out of disk space',
    'no disk space',
    'no free space',
    'no free disk space',
    'ENOSPC',
    'errno=-28',
    'error = -28',
    'disk full',
    'disk is full',
    'not enough space',
    'not enough disk space',
    'insufficient space',
    'insufficient disk space',
  ],
  failing: [
    'fail',
    'fails',
    'failed',
    'failing',
    'failure',
    'failures',
    'error',
    'errors',
    'breaks',
    'broken',
    'cannot',
    "can't",
    'unable',
    'not working',
  ],
  'not removed': [
    'not remove',
    'cannot remove',
    "can't remove",
    'unable to remove',
    'failed to remove',
    'failure to remove',
    'fails to remove',
    'not delete',
    'cannot delete',
    "can't delete",
    'unable to delete',
    'failed to delete',
    'unable to destroy',
    'cannot destroy',
    "can't destroy",
    'failed to destroy',
  ],
  missing: ['no such file', 'no such device', 'not found', 'cannot find'],
  store: [
    'overlay',
    'overlay2',
    'containers',
    'docker',
    'containerd',
    'aufs',
    'btrfs',
    'devicemapper',
    'snapshots',
    'rootfs',
    'merged',
    'storage',
  ],
};

/** The words of a group, those of groups that it has by name included. */
function wordsOf(group: string): readonly string[] {
  return group.split(' | ').flatMap((word) => groups[/^<(.*)>$/.exec(word)?.[1] ?? ''] ?? word);
}

/** Whether all groups that a rule has by name are known, and there are at least two groups. */
export function isRule(rule: string): boolean {
  const parts = rule.split(' + ');
  return (
    parts.length > 1 && parts.every((part) => wordsOf(part).every((word) => /^[^<>|+]*[a-z\d][^<>|+]*$/i.test(word)))
  );
}

/** More places than these of one rule are looked at no closer: a log repeats itself. */
const mostPlaces = 20;

/** A group of words, one of which has to be there, with the place of the last one. */
interface Group {
  start: number;
  end: number;
  line: number;
}

/** Where a word of a rule is parted, as the count of letters and digits before that. */
interface Spelling {
  slashes: number[];
  /** By blanks and slashes, not by dashes. */
  gaps: number[];
}

interface Rule {
  error: number;
  groups: Group[];
  /** Where all groups stand together; of places that overlap, the tightest. */
  found: Combination[];
}

/**
 * Finds errors by what happened, to what and why, in any order: `mount | fstype + overlay + no such device` is one word
 * of each group, all in one line or close together. What has least between its words first. A rule does not count where
 * one with more groups has all of its words, or an earlier one some of them that is not of its error's general one
 * (`generalOf`). Every place of a text is looked up once.
 */
export function createCombinations(
  rulesOf: readonly (readonly string[])[],
  generalOf: readonly number[] = [],
): (squeezed: Squeezed, source: string) => Combination[] {
  const groupsOf = rulesOf.flatMap((rules, error) =>
    rules.map((rule) => ({
      error,
      groups: rule.split(' + ').map(wordsOf),
    })),
  );
  const spelled = [...new Set(groupsOf.flatMap(({ groups }) => groups.flat()))];
  const words = spelled.map((word) => squeeze(word).text);
  const spellings = spelled.map((word): Spelling => ({
    slashes: signsOf(word, /\//g),
    gaps: signsOf(word, /[^a-z\d-]/gi),
  }));
  const uses = spelled.map((word) =>
    groupsOf.flatMap(({ groups }, rule) =>
      groups.flatMap((group, place) => (group.includes(word) ? [{ rule, place }] : [])),
    ),
  );
  const finder = findWords(words);

  return function combinationsIn({ text, places, lines }, source) {
    const rules = groupsOf.map(({ error, groups }): Rule => ({
      error,
      groups: groups.map(() => ({ start: -1, end: -1, line: -1 })),
      found: [],
    }));
    let line = 0;
    finder.scan(text, (word, end) => {
      const length = words[word]?.length ?? 0;
      const start = end - length;
      if (!standsAlone(words[word] ?? '', start, places)) return;
      if (length >= shortPiece && isPartOfName(source, places[start] ?? 0, places[end - 1] ?? 0)) return;
      const spelling = spellings[word];
      if (spelling === undefined || !slashesFit(spelling, places.subarray(start, end), source)) return;
      while ((lines[line] ?? Infinity) < end) line += 1;
      for (const { rule: number, place } of uses[word] ?? []) {
        const rule = rules[number];
        if (rule === undefined) continue;
        rule.groups[place] = { start, end, line };
        keepPlace(rule);
      }
    });
    const all = rules.flatMap(({ found }) => found);
    const sorted = all
      .filter((one) => !all.some((other) => other.places.length > one.places.length && covers(other, one)))
      .toSorted((a, b) => spanOf(a) - a.length - (spanOf(b) - b.length) || b.length - a.length);
    const kept: Combination[] = [];
    for (const one of sorted) {
      const general = generalOf[one.error];
      if (!kept.some(({ error, places }) => error === one.error || (error !== general && overlap(places, one.places))))
        kept.push(one);
    }
    return kept;
  };
}

/** Adds the place where the groups stand now, if that is close together. */
function keepPlace({ error, groups: now, found }: Rule): void {
  const sorted = now.toSorted((a, b) => a.start - b.start);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || first.start < 0) return;
  if (last.end - first.start > (first.line === last.line ? longestLine : longestWrapped)) return;
  const place: Combination = {
    error,
    length: sorted.reduce((sum, { start, end }) => sum + end - start, 0),
    places: sorted.map(({ start, end }) => [start, end]),
  };
  const before = found.at(-1);
  if (before === undefined || (before.places.at(-1)?.[1] ?? 0) <= first.start) {
    if (found.length < mostPlaces) found.push(place);
  } else if (spanOf(place) < spanOf(before)) {
    found[found.length - 1] = place;
  }
}

/** Whether a longer name has what stands there: `storage/overlay` in `storage/overlay-containers`. */
function isPartOfName(source: string, first: number, last: number): boolean {
  return (
    /[a-z\d]-$/i.test(source.slice(Math.max(0, first - 2), first)) ||
    /^-[a-z\d]/i.test(source.slice(last + 1, last + 3))
  );
}

/** How many letters and digits of a word stand before each `sign` in it. */
function signsOf(word: string, sign: RegExp): number[] {
  return Array.from(word.matchAll(sign), ({ index }) => squeeze(word.slice(0, index)).text.length);
}

/**
 * Whether what stands at `places` is parted where the word has a slash, and by a slash only where the word is parted:
 * `/dev/mapper` is no `devmapper`, and `IOError` no `I/O error`. Escapes and translations may stand for anything.
 */
function slashesFit({ slashes, gaps }: Spelling, places: Uint32Array, source: string): boolean {
  return places.every((place, at) => {
    const before = places[at - 1] ?? place;
    if (slashes.includes(at)) return place !== before + 1;
    return gaps.includes(at) || !/^[^a-z\d]*\/[^a-z\d]*$/i.test(source.slice(before + 1, place));
  });
}

function spanOf({ places }: Combination): number {
  return (places.at(-1)?.[1] ?? 0) - (places[0]?.[0] ?? 0);
}

/** Whether all words of `one` stand where `other` has words, too. */
function covers(other: Combination, one: Combination): boolean {
  return one.places.every(([start, end]) => other.places.some(([from, to]) => start < to && from < end));
}

/** Whether both have a word at the same place: what the system answered to one call has one cause. */
function overlap(one: Combination['places'], other: Combination['places']): boolean {
  return one.some(([start, end]) => other.some(([from, to]) => start < to && from < end));
}
