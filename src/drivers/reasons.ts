/** What the facts say for and against a driver in a situation; `choose.ts` weighs it. */
import { numberedBy, presenceIn, versionIn } from './as-of.ts';
import { cellOf } from './comparison.ts';
import type { DriverEntry } from './comparison.ts';
import { releaseAt } from './moment.ts';
import type { Moment } from './moment.ts';
import type { Distribution, Engine, Fact, FactKey } from './schema.ts';
import { isInRange, rangeInWords } from './range.ts';
import { compareVersions } from './version.ts';

/** What a person has, as far as they know it. */
export interface Situation {
  /** Id of the engine that runs the containers. */
  engine: string;
  /** Its release: the newest if left out, and `20.10` for the last 20.10.x. */
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

/** What is known: all of it published by the site. */
export interface Knowledge {
  drivers: readonly DriverEntry[];
  keys: ReadonlyMap<string, FactKey>;
  engines: Readonly<Record<string, Engine>>;
  distributions: readonly Distribution[];
}

/** The release at hand, and the moment at which facts are read: undefined for today. */
export interface Time {
  release: string | undefined;
  moment: Moment | undefined;
}

/** An answer of the driver, with the way to make a reason of it. */
export interface Answer {
  text: string;
  isKnown: boolean;
  fact: Fact;
  because: (effect: Reason['effect'], words: string) => Reason;
}
export type Ask = (key: string) => Answer;

/** Asks `driver` for its facts. One that was not there at the moment, or no more, answers as of today. */
export function questions(driver: DriverEntry, { keys, engines }: Knowledge, { moment }: Time): Ask {
  const version = moment && releaseAt(numberedBy(driver.data), moment, engines);
  const at = moment !== undefined && presenceIn(driver.data, version) === 'there' ? { version } : undefined;
  return (key) => {
    const factKey = keys.get(key);
    if (factKey === undefined) throw new Error(`The chooser asks for ${key}, which content/facts.yaml does not have.`);
    const { text, kind, fact } = cellOf(driver, factKey, at);
    const because = (effect: Reason['effect'], words: string) => reason(effect, words, key, fact);
    return { text, isKnown: kind === 'known', fact, because };
  };
}

export function reason(
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

/** How `engine` runs on a driver of another project. */
export function useOf({ data }: DriverEntry, { engine }: Situation) {
  return data.used_by?.find((use) => use.engine === engine);
}

/** Whether the engine has the driver at all, in the release at hand. */
export function ofEngine(
  driver: DriverEntry,
  situation: Situation,
  { engines }: Knowledge,
  { release, moment }: Time,
): Reason[] {
  const { data } = driver;
  const name = engines[situation.engine]?.name ?? situation.engine;
  const use = useOf(driver, situation);
  if (use !== undefined) {
    const fits = release === undefined || isInRange(release, use.releases);
    if (!fits)
      return [
        reason('no', `${name} ${release} can't run on it; releases ${rangeInWords(use.releases)} can.`, 'used_by', use),
      ];
    return use.note === undefined
      ? []
      : [reason(isDefaultUse(driver, situation, release) ? 'good' : 'if', use.note, 'used_by', use)];
  }
  if (data.engine !== situation.engine) {
    const { config_key: config } = data.facts;
    const owner = engines[data.engine]?.name ?? data.engine;
    return config === undefined
      ? []
      : [reason('no', `It belongs to ${owner}, and no use by ${name} is on record.`, 'config_key', config)];
  }
  const version = moment === undefined ? newest(data, engines) : releaseAt(numberedBy(data), moment, engines);
  const presence = presenceIn(data, version);
  const { introduced, removed } = data.facts;
  if (presence === 'not-yet' && introduced !== undefined && versionIn(introduced) !== undefined)
    return [reason('no', `It came later: ${String(introduced.value)}.`, 'introduced', introduced)];
  if (presence === 'gone' && removed !== undefined)
    return [reason('no', `It was removed in ${String(removed.value)}.${noteOf(removed)}`, 'removed', removed)];
  return [];
}

/** Whether the engine's `release` takes this driver of another project on a fresh install. */
export function isDefaultUse(driver: DriverEntry, situation: Situation, release: string | undefined): boolean {
  const range = useOf(driver, situation)?.default;
  return range !== undefined && release !== undefined && isInRange(release, range);
}

function newest(data: DriverEntry['data'], engines: Knowledge['engines']): string {
  return Object.keys(engines[numberedBy(data)]?.releases ?? {}).at(-1) ?? '999';
}

/** What a driver that copies whole layers has against it. */
export function ofCopies({ text, because }: Answer): Reason[] {
  return text === 'plain-copy'
    ? [because('bad', 'Every layer is a full copy: for tests, and where nothing else runs.')]
    : [];
}

/** Whether the machine can run the driver, and what it asks for first. */
export function ofMachine(driver: DriverEntry, situation: Situation, knowledge: Knowledge, ask: Ask): Reason[] {
  const system = knowledge.distributions.find(({ id }) => id === situation.distribution);
  return [
    ...ofPlatform(driver, situation, ask),
    ...ofDistribution(driver, system),
    ...ofKernel(driver, situation, system, ask),
    ...ofModule(driver, situation, ask),
    ...ofFilesystem(situation, ask),
    ...ofRootless(situation, ask),
  ];
}

/** Filesystems that mean Windows: nobody keeps the data of a Linux engine there. */
const windowsFilesystems = ['ntfs', 'refs'];

export function isOfWindows(filesystem: string | undefined): boolean {
  return filesystem !== undefined && windowsFilesystems.includes(filesystem);
}

function ofPlatform({ data }: DriverEntry, { filesystem, kernel, distribution }: Situation, ask: Ask): Reason[] {
  const isLinux = kernel !== undefined || distribution !== undefined;
  const minimum = ask('kernel_min');
  if (data.family === 'windows' && minimum.text === 'not applicable') {
    if (isLinux || (filesystem !== undefined && !isOfWindows(filesystem)))
      return [minimum.because('no', 'It runs on Windows, and this is Linux.')];
    return filesystem === undefined ? [minimum.because('if', 'It runs on Windows.')] : [];
  }
  const { isKnown, text, because } = ask('kernel_module');
  return isOfWindows(filesystem) && isKnown && text !== 'none'
    ? [because('no', `It needs Linux with ${text}, and ${filesystem ?? ''} is a filesystem of Windows.`)]
    : [];
}

function ofDistribution({ data }: DriverEntry, system: Distribution | undefined): Reason[] {
  const lack = system?.lacks?.find(({ family }) => family === data.family);
  return system === undefined || lack === undefined
    ? []
    : [reason('no', `${system.name}: ${lack.note}`, 'distribution', lack)];
}

function ofKernel(
  { data }: DriverEntry,
  { kernel, rootless = false }: Situation,
  system: Distribution | undefined,
  ask: Ask,
): Reason[] {
  if (kernel === undefined) return [];
  return (rootless ? ['kernel_min', 'rootless_kernel'] : ['kernel_min']).flatMap((key) => {
    const { text, fact, because } = ask(key);
    if (!/^\d/.test(text) || compareVersions(kernel, text) >= 0) return [];
    const patch = system?.patched?.find(({ family, fact: asked }) => family === data.family && asked === key);
    if (patch !== undefined)
      return [reason('if', patch.note + (key === 'kernel_min' ? noteOf(fact) : ''), 'distribution', patch)];
    const what = key === 'kernel_min' ? 'It needs' : 'Without root it needs';
    return [because('no', `${what} Linux ${text}, and this is ${kernel}.${noteOf(fact)}`)];
  });
}

/** Families whose module is not part of Linux as it comes from kernel.org. */
const outsideMainline: readonly string[] = ['aufs', 'zfs'];

function ofModule({ data }: DriverEntry, { filesystem }: Situation, ask: Ask): Reason[] {
  if (!outsideMainline.includes(data.family) || filesystem === data.family) return [];
  const { fact, because } = ask('kernel_module');
  return [because('if', `Its module is not part of the mainline kernel, and has to be there.${noteOf(fact)}`)];
}

/**
 * Filesystems on which the kernel mounts no overlay whatever a driver's code accepts: network filesystems and overlay
 * itself never do, and ZFS does from OpenZFS 2.2 on.
 */
const poorBelowOverlay = ['nfs', 'overlay', 'zfs'];

function ofFilesystem({ filesystem, dType }: Situation, ask: Ask): Reason[] {
  const { isKnown, text, fact, because } = ask('backing_filesystems');
  const d = ask('d_type');
  const words = isKnown ? text.split(', ') : [];
  const wanted = words.filter((word) => word !== 'any' && !word.startsWith('not-'));
  const beside = filesystem === undefined ? '' : `, beside ${filesystem}`;
  const found: Reason[] = [];
  if (wanted.includes('block-device')) {
    found.push(because('bad', `It needs block devices of its own${beside}.${noteOf(fact)}`));
  } else if (filesystem !== undefined) {
    const isOwn = wanted.includes(filesystem);
    const needs = wanted.length > 0 ? `: it needs ${wanted.join(' or ')}` : '';
    if (words.includes(`not-${filesystem}`) || (needs !== '' && !isOwn && !words.includes('any')))
      found.push(because('no', `Its data can't be on ${filesystem}${needs}.${noteOf(fact)}`));
    else if (isOwn) found.push(because('good', `It is made for ${filesystem}.`));
    else if (d.text === 'required' && poorBelowOverlay.includes(filesystem))
      found.push(because('bad', `It mounts an overlay, and that does not work on every ${filesystem}.${noteOf(fact)}`));
  }
  if (d.text === 'required' && dType === false) {
    const where = filesystem ?? 'the filesystem';
    found.push(
      d.because('no', `It needs file types in directory listings, and ${where} has none here.${noteOf(d.fact)}`),
    );
  }
  return found;
}

function ofRootless({ rootless = false }: Situation, ask: Ask): Reason[] {
  if (!rootless) return [];
  const { text, fact, because } = ask('rootless');
  if (text === 'yes') return [because('good', `It works without root.${noteOf(fact)}`)];
  if (text === 'no' || text === 'not applicable')
    return [because('no', `It does not work without root.${noteOf(fact)}`)];
  if (text === 'conditional') return [because('if', `Without root it works under conditions.${noteOf(fact)}`)];
  return [because('open', 'Nobody has found out whether it works without root.')];
}

/** What each wish asks the facts. Only what the driver lacks altogether rules it out. */
export const wishes: Readonly<Record<Need, (ask: Ask) => Reason[]>> = {
  'size-limit': (ask) => {
    const { text, fact, because } = ask('size_limit');
    if (text === 'none' || text === 'ignored')
      return [because('no', `It can't limit what one container writes.${noteOf(fact)}`)];
    if (text === 'always') return [because('good', `Every container has a limit.${noteOf(fact)}`)];
    if (text !== 'opt-in') return [because('open', 'Nobody has found out whether it can limit a container.')];
    const needs = ask('size_limit_precondition');
    return [
      because('good', `It can limit a container.${noteOf(fact)}`),
      ...(needs.isKnown && !/^(?:none|nothing)\b/.test(needs.text)
        ? [needs.because('if', `The limit needs: ${needs.text}.`)]
        : []),
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
