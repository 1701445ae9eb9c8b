import { presenceIn, numberedBy } from './as-of.ts';
import { releaseAt, parseMoment } from './moment.ts';
import type { Moment } from './moment.ts';
import { cellOf } from './comparison.ts';
import type { DriverEntry } from './comparison.ts';
import type { Distribution, Engine, Fact, FactKey } from './schema.ts';
import { compareVersions, isInRange } from './version.ts';

/** What a person has, as far as they know it. */
export interface Situation {
  /** Id of the engine that runs the containers. */
  engine: string;
  /** Its release; the newest if left out. */
  version?: string | undefined;
  /** Release of the Linux kernel. */
  kernel?: string | undefined;
  /** The filesystem that holds the data directory. */
  filesystem?: string | undefined;
  /** Whether that filesystem reports file types (`ftype=1` on XFS). */
  dType?: boolean | undefined;
  /** Whether the engine runs without root. */
  rootless?: boolean | undefined;
  /** Id of an entry of `content/distributions.yaml`. */
  distribution?: string | undefined;
  /** What the person wants. */
  needs: readonly Need[];
}

/** A wish: a limit for what one container writes, many small files, snapshots below, a start before the pull is done. */
export type Need = 'size-limit' | 'small-files' | 'snapshots' | 'lazy-pull';

/** Why a driver can or can't be used, or how well it would do. */
export interface Reason {
  /** `no` rules it out, `if` asks for something first, `open` could not be told, `good` and `bad` only rank it. */
  effect: 'no' | 'if' | 'open' | 'good' | 'bad';
  text: string;
  /** The fact that says so: a key of `content/facts.yaml`, `used_by` of the driver, or `distribution`. */
  fact: string;
  source: string | undefined;
  checked: string;
}

/** A driver in a situation. */
export interface Verdict {
  driver: DriverEntry;
  possible: boolean;
  /** Larger is better; meaningful between verdicts of one situation only. */
  score: number;
  reasons: Reason[];
}

/** What is known: all of it published by the site. */
export interface Knowledge {
  drivers: readonly DriverEntry[];
  keys: ReadonlyMap<string, FactKey>;
  engines: Readonly<Record<string, Engine>>;
  distributions: readonly Distribution[];
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
const worth = { if: -8, open: -4, good: 12, bad: -40, no: 0 } as const;

/**
 * All drivers in `situation`, those that can be used first, best first; each with its reasons, and each `no` with the
 * fact that says so. Everything is read off `knowledge`; what is not known rules nothing out.
 */
export function choose(situation: Situation, knowledge: Knowledge): Verdict[] {
  const moment = momentOf(situation, knowledge);
  return knowledge.drivers
    .map((driver) => judge(driver, situation, knowledge, moment))
    .toSorted(
      (a, b) => Number(b.possible) - Number(a.possible) || b.score - a.score || (a.driver.id < b.driver.id ? -1 : 1),
    );
}

/** The moment at which facts are read: that of the engine's release, or undefined for today. */
function momentOf({ engine, version }: Situation, { engines }: Knowledge): Moment | undefined {
  return version === undefined ? undefined : parseMoment(`${engine}@${version}`, engines);
}

function judge(driver: DriverEntry, situation: Situation, knowledge: Knowledge, moment: Moment | undefined): Verdict {
  const belongs = whetherUsable(driver, situation, knowledge, moment);
  if (belongs.some(({ effect }) => effect === 'no')) return { driver, possible: false, score: 0, reasons: belongs };
  const ask = questions(driver, knowledge, moment);
  const reasons = [
    ...belongs,
    ...ofDistribution(driver, situation, knowledge),
    ...ofKernel(driver, situation, knowledge, ask),
    ...ofFilesystem(situation, ask),
    ...ofRootless(situation, ask),
    ...situation.needs.flatMap((need) => wishes[need](ask)),
  ];
  const status = ask('status');
  const score = reasons.reduce((sum, { effect }) => sum + worth[effect], standing[status.text] ?? 50);
  return {
    driver,
    possible: !reasons.some(({ effect }) => effect === 'no'),
    score,
    reasons: [...ofStatus(status), ...reasons],
  };
}

/** An answer of the driver, with the way to make a reason of it. */
interface Answer {
  text: string;
  isKnown: boolean;
  fact: Fact;
  because: (effect: Reason['effect'], words: string) => Reason;
}
type Ask = (key: string) => Answer;

function questions(driver: DriverEntry, { keys, engines }: Knowledge, moment: Moment | undefined): Ask {
  const at = moment && { version: releaseAt(numberedBy(driver.data), moment, engines) };
  return (key) => {
    const factKey = keys.get(key);
    if (factKey === undefined) throw new Error(`The chooser asks for ${key}, which content/facts.yaml does not have.`);
    const { text, kind, fact } = cellOf(driver, factKey, at);
    const because = (effect: Reason['effect'], words: string) => reason(effect, words, key, fact);
    return { text, isKnown: kind === 'known', fact, because };
  };
}

function reason(
  effect: Reason['effect'],
  text: string,
  fact: string,
  { source, checked }: Pick<Fact, 'source' | 'checked'>,
): Reason {
  return { effect, text, fact, source, checked };
}

function noteOf({ note }: { note?: string | undefined }): string {
  return note === undefined ? '' : ` ${note}`;
}

/** Whether the engine has the driver at all, in the release at hand. */
function whetherUsable(
  { data }: DriverEntry,
  { engine, version }: Situation,
  { engines }: Knowledge,
  moment: Moment | undefined,
): Reason[] {
  const name = engines[engine]?.name ?? engine;
  const release = version ?? Object.keys(engines[engine]?.releases ?? {}).at(-1);
  const use = (data.used_by ?? []).find((other) => other.engine === engine);
  if (use !== undefined) {
    const fits = release === undefined || isInRange(release, use.releases);
    if (!fits)
      return [reason('no', `${name} ${release} can't run on it; ${use.releases} can.${noteOf(use)}`, 'used_by', use)];
    return use.note === undefined ? [] : [reason('good', use.note, 'used_by', use)];
  }
  if (data.engine !== engine) {
    const { config_key: config } = data.facts;
    const owner = engines[data.engine]?.name ?? data.engine;
    return config === undefined
      ? []
      : [reason('no', `It belongs to ${owner}, and no release of ${name} can run on it.`, 'config_key', config)];
  }
  const presence =
    moment === undefined
      ? presenceIn(data, newest(data, engines))
      : presenceIn(data, releaseAt(numberedBy(data), moment, engines));
  const { introduced, removed } = data.facts;
  if (presence === 'not-yet' && introduced !== undefined)
    return [reason('no', `It came later: ${valueOf(introduced)}.`, 'introduced', introduced)];
  if (presence === 'gone' && removed !== undefined)
    return [reason('no', `It was removed in ${valueOf(removed)}.${noteOf(removed)}`, 'removed', removed)];
  return [];
}

function newest(data: DriverEntry['data'], engines: Knowledge['engines']): string {
  return Object.keys(engines[numberedBy(data)]?.releases ?? {}).at(-1) ?? '999';
}

function valueOf({ value }: Fact): string {
  return String(value);
}

function ofStatus({ text, isKnown, because }: Answer): Reason[] {
  if (!isKnown) return [];
  const words: Readonly<Record<string, string>> = {
    default: 'A fresh install takes it.',
    supported: 'It is supported, and has to be chosen.',
    legacy: 'It still works, but a fresh install no longer takes it.',
    'external-plugin': 'It has to be installed apart from the engine.',
    experimental: 'Its makers call it experimental.',
    deprecated: 'It is deprecated: plan the way out.',
  };
  return words[text] === undefined ? [] : [because((standing[text] ?? 0) >= 80 ? 'good' : 'bad', words[text])];
}

function ofDistribution({ data }: DriverEntry, { distribution }: Situation, { distributions }: Knowledge): Reason[] {
  const system = distributions.find(({ id }) => id === distribution);
  const lack = system?.lacks?.find(({ family }) => family === data.family);
  return system === undefined || lack === undefined
    ? []
    : [reason('no', `${system.name}: ${lack.note}`, 'distribution', lack)];
}

function ofKernel(
  { data }: DriverEntry,
  { kernel, rootless = false, distribution }: Situation,
  { distributions }: Knowledge,
  ask: Ask,
): Reason[] {
  if (kernel === undefined) return [];
  const system = distributions.find(({ id }) => id === distribution);
  return (rootless ? ['kernel_min', 'rootless_kernel'] : ['kernel_min']).flatMap((key) => {
    const { text, fact, because } = ask(key);
    if (!/^\d/.test(text) || compareVersions(kernel, text) >= 0) return [];
    const patch = system?.patched?.find(({ family, fact: asked }) => family === data.family && asked === key);
    if (patch !== undefined) return [reason('if', patch.note, 'distribution', patch)];
    const what = key === 'kernel_min' ? 'It needs' : 'Without root it needs';
    return [because('no', `${what} Linux ${text}, and this is ${kernel}.${noteOf(fact)}`)];
  });
}

function ofFilesystem({ filesystem, dType }: Situation, ask: Ask): Reason[] {
  if (filesystem === undefined) return [];
  const { isKnown, text, fact, because } = ask('backing_filesystems');
  const words = text.split(', ');
  const wanted = words.filter((word) => word !== 'any' && !word.startsWith('not-'));
  const refused =
    words.includes(`not-${filesystem}`) ||
    (isKnown && wanted.length > 0 && !words.includes('any') && !wanted.includes(filesystem));
  const d = ask('d_type');
  return [
    ...(isKnown && refused && !wanted.includes('block-device')
      ? [
          because(
            'no',
            `Its data can't be on ${filesystem}${wanted.length > 0 ? `: it needs ${wanted.join(' or ')}` : ''}.${noteOf(fact)}`,
          ),
        ]
      : []),
    ...(wanted.includes('block-device') && !wanted.includes(filesystem)
      ? [because('if', `It needs block devices of its own, beside ${filesystem}.${noteOf(fact)}`)]
      : []),
    ...(d.text === 'required' && dType === false
      ? [
          d.because(
            'no',
            `It needs file types in directory listings, and ${filesystem} has none here.${noteOf(d.fact)}`,
          ),
        ]
      : []),
  ];
}

function ofRootless({ rootless = false }: Situation, ask: Ask): Reason[] {
  if (!rootless) return [];
  const { text, fact, because } = ask('rootless');
  if (text === 'yes') return [because('good', `It works without root.${noteOf(fact)}`)];
  if (text === 'no') return [because('no', `It does not work without root.${noteOf(fact)}`)];
  if (text === 'conditional') return [because('if', `Without root it works under conditions.${noteOf(fact)}`)];
  return [because('open', 'Nobody has found out whether it works without root.')];
}

/** What each wish asks the facts. Only what the driver lacks altogether rules it out. */
const wishes: Readonly<Record<Need, (ask: Ask) => Reason[]>> = {
  'size-limit': (ask) => {
    const { text, fact, because } = ask('size_limit');
    if (text === 'none' || text === 'ignored')
      return [because('no', `It can't limit what one container writes.${noteOf(fact)}`)];
    if (text === 'always') return [because('good', `Every container has a limit.${noteOf(fact)}`)];
    if (text !== 'opt-in') return [because('open', 'Nobody has found out whether it can limit a container.')];
    const needs = ask('size_limit_precondition');
    return [
      because('good', `It can limit a container.${noteOf(fact)}`),
      ...(needs.isKnown && needs.text !== 'none' ? [needs.because('if', `The limit needs: ${needs.text}.`)] : []),
    ];
  },
  'small-files': (ask) => {
    const { text, fact, because } = ask('inode_use');
    const isGood = ['shared-lowers', 'dynamic', 'metadata-image'].includes(text);
    const isBad = ['copy-per-layer', 'hardlink-trees'].includes(text);
    if (isGood) return [because('good', `Many small files cost few inodes.${noteOf(fact)}`)];
    return isBad ? [because('bad', `Many small files cost many inodes.${noteOf(fact)}`)] : [];
  },
  snapshots: (ask) =>
    ofYesNo(ask('snapshots'), 'The storage below can take snapshots.', 'The storage below has no snapshots.'),
  'lazy-pull': (ask) =>
    ofYesNo(
      ask('lazy_pull'),
      'Containers start before their image has arrived.',
      'It starts containers only when the image is there.',
    ),
};

function ofYesNo({ text, fact, because }: Answer, yes: string, no: string): Reason[] {
  if (text === 'yes') return [because('good', yes + noteOf(fact))];
  return text === 'no'
    ? [because('no', no + noteOf(fact))]
    : [because('open', 'Nobody has found out whether it can do that.')];
}
