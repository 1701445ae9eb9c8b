import type { DriverEntry } from './comparison.ts';
import { momentOf } from './release-at.ts';
import {
  isDefaultUse,
  isOfWindows,
  ofCopies,
  ofEngine,
  ofMachine,
  questions,
  reason,
  useOf,
  wishes,
} from './reasons.ts';
import type { Ask, Knowledge, Reason, Situation, Time } from './reasons.ts';
import type { Engine } from './schema.ts';
import { isInRange } from './range.ts';
import * as words from '../site/words.ts';

export type { Knowledge, Need, Reason, Situation } from './reasons.ts';

/** A driver in a situation. */
export interface Verdict {
  driver: DriverEntry;
  possible: boolean;
  /** Larger is better; meaningful between verdicts of one situation only. */
  score: number;
  reasons: Reason[];
}

/** What a status is worth where nothing else speaks: the words of the fact `status`. */
const standing: Readonly<Record<string, number>> = {
  default: 100,
  supported: 80,
  legacy: 60,
  'external-plugin': 45,
  experimental: 30,
  deprecated: 10,
};
const worth = { if: -8, open: -4, good: 12, bad: -60, no: 0 } as const;
/** Instead of its standing: a driver that copies whole layers comes last, as in the order of every engine. */
const lastResort = -300;
/** Instead of its standing: a driver of Windows comes after those of Linux as long as nobody said which of them it is. */
const ofOtherSystem = 50;
/** Instead of its standing: what the engine never runs on comes after what only this situation rules out. */
const foreign = -1000;

/**
 * All drivers in `situation`, those that can be used first, best first; each with its reasons, and each `no` with the
 * fact that says so. Everything is read off `knowledge`; what is not known rules nothing out.
 */
export function choose(situation: Situation, knowledge: Knowledge): Verdict[] {
  const time = timeOf(situation, knowledge);
  const order = orderAt(time, knowledge.engines[situation.engine]);
  const candidates = knowledge.drivers
    .map((driver) => examine(driver, situation, knowledge, time, order))
    .toSorted((a, b) => a.place - b.place || (a.driver.id < b.driver.id ? -1 : 1));
  const fresh = freshChoice(candidates, order);
  return candidates
    .map((candidate) => verdictOn(candidate, candidates, fresh))
    .toSorted((a, b) => Number(b.possible) - Number(a.possible) || b.score - a.score);
}

/** The release that a person means: `20.10` is the last 20.10.x that came out, and none is the newest of all. */
export function timeOf(
  { engine, version }: Pick<Situation, 'engine' | 'version'>,
  { engines }: Pick<Knowledge, 'engines'>,
): Time {
  const releases = Object.keys(engines[engine]?.releases ?? {});
  if (version === undefined) return { release: releases.at(-1), moment: undefined };
  const release = releases.findLast((known) => known === version || known.startsWith(`${version}.`)) ?? version;
  // A release that is older than all on record came out before anything else did.
  const moment = momentOf(engine, release, engines) ?? { day: '', release: { project: engine, version } };
  return { release, moment };
}

/** Which drivers the engine tries by itself, first one first, and who says so. */
type Order = NonNullable<Engine['order']>[number];

function orderAt({ release }: Time, engine: Engine | undefined): Order | undefined {
  return engine?.order?.find(({ releases }) => release !== undefined && isInRange(release, releases));
}

/** A driver with what speaks for and against it, apart from what the engine would do by itself. */
interface Candidate {
  driver: DriverEntry;
  ask: Ask;
  /** Whether the engine, in this release, has it at all. */
  isForeign: boolean;
  /** Reasons that lie in the engine and the machine; wishes come on top. */
  machine: Reason[];
  wishes: Reason[];
  /** What the engine says about the driver if that is of another project. */
  use: ReturnType<typeof useOf>;
  /** Whether the engine takes a driver of another project on fresh installs. */
  isDefaultUse: boolean;
  /** Where it stands in the engine's order; drivers that are not in it share the place after the last. */
  place: number;
  /** Whether the engine may come to it by itself on this machine. */
  isTried: boolean;
  /** Whether it runs on Windows, of which the situation says nothing. */
  isPerhapsElsewhere: boolean;
}

function examine(
  driver: DriverEntry,
  situation: Situation,
  knowledge: Knowledge,
  time: Time,
  order: Order | undefined,
): Candidate {
  const ask = questions(driver, knowledge, time);
  const engine = ofEngine(driver, situation, knowledge, time);
  const isForeign = isRuledOut(engine);
  const machine = isForeign ? engine : [...engine, ...ofMachine(driver, situation, knowledge, ask)];
  const names = order?.drivers ?? [];
  const place = names.includes(driver.id) ? names.indexOf(driver.id) : names.length;
  // Whether the data are on the one filesystem that a driver needs is not known if nothing is known about them.
  const isOpen = situation.filesystem === undefined && ask('kind').text === 'cow-filesystem';
  return {
    driver,
    ask,
    isForeign,
    machine,
    wishes: isForeign ? [] : situation.needs.flatMap((need) => wishes[need](ask)),
    use: useOf(driver, situation),
    isDefaultUse: isDefaultUse(driver, situation, time.release),
    place,
    isTried: place < names.length && !isRuledOut(machine) && !isOpen && !isOfWindows(situation.filesystem),
    isPerhapsElsewhere: driver.data.family === 'windows' && !isOfWindows(situation.filesystem),
  };
}

function isRuledOut(reasons: readonly Reason[]): boolean {
  return reasons.some(({ effect }) => effect === 'no');
}

/** What a fresh install takes, or tries to, on this machine, whatever the person wants. */
interface FreshChoice {
  candidate: Candidate;
  because: Reason;
}

function freshChoice(candidates: readonly Candidate[], order: Order | undefined): FreshChoice | undefined {
  const used = candidates.find((candidate) => candidate.isDefaultUse);
  if (used?.use !== undefined)
    return { candidate: used, because: reason('good', words.statusDefault, 'used_by', used.use) };
  const first = candidates.find(({ isTried }) => isTried);
  return first && order && { candidate: first, because: reason('good', words.statusDefault, 'default_in', order) };
}

function verdictOn(candidate: Candidate, all: readonly Candidate[], fresh: FreshChoice | undefined): Verdict {
  const { driver, ask, isForeign, isPerhapsElsewhere, isTried, place, machine, wishes: wished } = candidate;
  const copies = ofCopies(ask('kind'));
  const reasons = [...machine, ...wished];
  // Nobody is sent to what the engine tries later, such as a FUSE daemon, before what it tries earlier.
  const earlier = isTried ? all.filter((other) => other.isTried && other.place < place) : [];
  const rank = Math.min(...[candidate, ...earlier].map((one) => standing[statusHere(one, fresh)] ?? 50));
  const base = isForeign ? foreign : copies.length > 0 ? lastResort : isPerhapsElsewhere ? ofOtherSystem : rank;
  const possible = !isRuledOut(reasons);
  return {
    driver,
    possible,
    score: reasons.reduce((sum, { effect }) => sum + worth[effect], base),
    reasons: possible ? [...ofStatus(candidate, fresh), ...copies, ...reasons] : reasons,
  };
}

/** The status as this engine sees it on this machine: what is the default elsewhere is merely supported here. */
function statusHere({ driver, ask, use, isTried }: Candidate, fresh: FreshChoice | undefined): string {
  const { text } = ask('status');
  if (fresh?.candidate.driver === driver) return text === 'supported' ? 'default' : text;
  return text === 'default' && (use !== undefined || isTried) ? 'supported' : text;
}

const statusInWords: Readonly<Record<string, string>> = {
  default: words.statusDefault,
  supported: words.statusSupported,
  legacy: words.statusLegacy,
  'external-plugin': words.statusPlugin,
  experimental: words.statusExperimental,
  deprecated: words.statusDeprecated,
};

function ofStatus(candidate: Candidate, fresh: FreshChoice | undefined): Reason[] {
  const status = statusHere(candidate, fresh);
  const said = statusInWords[status];
  const isFresh = fresh?.candidate === candidate;
  const unasked = isFresh ? [fresh.because] : [];
  if (said === undefined || (isFresh && status === 'default')) return unasked;
  return [...unasked, candidate.ask('status').because((standing[status] ?? 0) >= 80 ? 'good' : 'bad', said)];
}
