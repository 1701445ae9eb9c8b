/** What the facts say for and against a driver in a situation; `choose.ts` weighs it. */
import { numberedBy, presenceIn, versionIn } from './as-of.ts';
import { cellOf } from './comparison.ts';
import type { DriverEntry } from './comparison.ts';
import { releaseAt } from './release-at.ts';
import type { Moment } from './release-at.ts';
import type { Distribution, Engine, Fact, FactKey } from './schema.ts';
import { isInRange, rangeInWords } from './range.ts';
import { compareVersions } from './version.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** What a person has, as far as they know it. */
export interface Situation {
  /** Id of the engine that runs the containers. */
  engine: string;
  /** Its release: the newest if left out, and `20.10` for the last 20.10.x. */
  version?: string | undefined;
  /** Release of the Linux kernel. */
  kernel?: string | undefined;
  /** What its distribution counts behind that: 514 of `3.10.0-514`. */
  build?: number | undefined;
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
  because: (effect: Reason['effect'], said: string) => Reason;
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
    const because = (effect: Reason['effect'], said: string) => reason(effect, said, key, fact);
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
        reason(
          'no',
          filled(words.reasonRelease, { engine: name, release, releases: rangeInWords(use.releases) }),
          'used_by',
          use,
        ),
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
      : [reason('no', filled(words.reasonOwner, { owner, engine: name }), 'config_key', config)];
  }
  const version = moment === undefined ? newest(data, engines) : releaseAt(numberedBy(data), moment, engines);
  const presence = presenceIn(data, version);
  const { introduced, removed } = data.facts;
  if (presence === 'not-yet' && introduced !== undefined && versionIn(introduced) !== undefined)
    return [reason('no', filled(words.reasonLater, { version: String(introduced.value) }), 'introduced', introduced)];
  if (presence === 'gone' && removed !== undefined)
    return [
      reason(
        'no',
        filled(words.reasonRemoved, { version: String(removed.value) }) + noteOf(removed),
        'removed',
        removed,
      ),
    ];
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
  return text === 'plain-copy' ? [because('bad', words.reasonCopies)] : [];
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
  if (data.family === 'windows' && minimum.text === words.notApplicable) {
    if (isLinux || (filesystem !== undefined && !isOfWindows(filesystem)))
      return [minimum.because('no', words.reasonNeedsWindows)];
    return filesystem === undefined ? [minimum.because('if', words.reasonWindows)] : [];
  }
  const { isKnown, text, because } = ask('kernel_module');
  return isOfWindows(filesystem) && isKnown && text !== 'none'
    ? [because('no', filled(words.reasonNeedsLinux, { module: text, filesystem: filesystem ?? '' }))]
    : [];
}

function ofDistribution({ data }: DriverEntry, system: Distribution | undefined): Reason[] {
  const lack = system?.lacks?.find(({ family }) => family === data.family);
  return system === undefined || lack === undefined
    ? []
    : [
        reason(
          'no',
          filled(words.reasonDistribution, { distribution: system.name, note: lack.note }),
          'distribution',
          lack,
        ),
      ];
}

/** Snapshotters that pull lazily mount the kernel's overlay: what a distribution did for that holds for them. */
function patchedFor({ family }: DriverEntry['data'], fact: string, system: Distribution | undefined) {
  const mounted = family === 'lazy-pull' ? 'overlayfs' : family;
  return system?.patched?.find((patch) => patch.family === mounted && patch.fact === fact);
}

function ofKernel(
  { data }: DriverEntry,
  { kernel, build, rootless = false }: Situation,
  system: Distribution | undefined,
  ask: Ask,
): Reason[] {
  if (kernel === undefined) return [];
  // Without root a driver needs no older kernel than with it.
  const key = rootless && /^\d/.test(ask('rootless_kernel').text) ? 'rootless_kernel' : 'kernel_min';
  const { text, fact, because } = ask(key);
  if (!/^\d/.test(text) || compareVersions(kernel, text) >= 0) return [];
  const patch = patchedFor(data, key, system);
  const isEarlier = patch?.build !== undefined && build !== undefined && build < patch.build;
  const note = key === 'kernel_min' ? noteOf(fact) : '';
  if (patch !== undefined && !isEarlier) return [reason('if', patch.note + note, 'distribution', patch)];
  const said = key === 'kernel_min' ? words.reasonKernel : words.reasonRootlessKernel;
  const found = filled(said, { needed: text, kernel: isEarlier ? `${kernel}-${build}` : kernel });
  return [because('no', found + (isEarlier ? noteOf(patch) : '') + noteOf(fact))];
}

/** Families whose module is not part of Linux as it comes from kernel.org. */
const outsideMainline: readonly string[] = ['aufs', 'zfs'];

function ofModule({ data }: DriverEntry, { filesystem }: Situation, ask: Ask): Reason[] {
  if (!outsideMainline.includes(data.family) || filesystem === data.family) return [];
  const { fact, because } = ask('kernel_module');
  return [because('if', words.reasonModule + noteOf(fact))];
}

/** Filesystems on which the kernel mounts no overlay whatever a driver's code accepts. */
const poorBelowOverlay = ['nfs', 'overlay'];

/** ZFS can be below an overlay since OpenZFS 2.2, whatever the driver. */
const overlayOnZfs = { source: 'https://github.com/openzfs/zfs/pull/9414', checked: '2026-11-24' };

function ofFilesystem({ filesystem, dType }: Situation, ask: Ask): Reason[] {
  const { fact, because } = ask('backing_filesystems');
  const d = ask('d_type');
  const accepted = Array.isArray(fact.value) ? fact.value : [];
  const wanted = accepted.filter((word) => word !== 'any' && !word.startsWith('not-'));
  const found: Reason[] = [];
  if (wanted.includes('block-device')) {
    const said =
      filesystem === undefined ? words.reasonBlockDevice : filled(words.reasonBlockDeviceBeside, { filesystem });
    found.push(because('bad', said + noteOf(fact)));
  } else if (filesystem !== undefined) {
    const isOwn = wanted.includes(filesystem);
    const said =
      wanted.length > 0
        ? filled(words.reasonFilesystemNeeds, { filesystem, needed: wanted.join(words.or) })
        : filled(words.reasonFilesystem, { filesystem });
    if (accepted.includes(`not-${filesystem}`) || (wanted.length > 0 && !isOwn && !accepted.includes('any')))
      found.push(because('no', said + noteOf(fact)));
    else if (isOwn) found.push(because('good', filled(words.reasonMadeFor, { filesystem })));
    else if (d.text === 'required' && filesystem === 'zfs')
      found.push(reason('bad', words.reasonOverlayOnZfs + noteOf(fact), 'backing_filesystems', overlayOnZfs));
    else if (d.text === 'required' && poorBelowOverlay.includes(filesystem))
      found.push(because('bad', filled(words.reasonOverlayOn, { filesystem }) + noteOf(fact)));
  }
  if (d.text === 'required' && dType === false) {
    const where = filesystem ?? words.theFilesystem;
    found.push(d.because('no', filled(words.reasonFileTypes, { filesystem: where }) + noteOf(d.fact)));
  }
  return found;
}

function ofRootless({ rootless = false }: Situation, ask: Ask): Reason[] {
  if (!rootless) return [];
  const { text, fact, because } = ask('rootless');
  if (text === words.yes) return [because('good', words.reasonRootless + noteOf(fact))];
  if (text === words.no || text === words.notApplicable) return [because('no', words.reasonNotRootless + noteOf(fact))];
  if (text === 'conditional') return [because('if', words.reasonRootlessIf + noteOf(fact))];
  return [because('open', words.reasonRootlessOpen)];
}

/** What each wish asks the facts. Only what the driver lacks altogether rules it out. */
export const wishes: Readonly<Record<Need, (ask: Ask) => Reason[]>> = {
  'size-limit': (ask) => {
    const { text, fact, because } = ask('size_limit');
    if (text === 'none' || text === 'ignored') return [because('no', words.reasonNoLimit + noteOf(fact))];
    if (text === 'always') return [because('good', words.reasonAlwaysLimit + noteOf(fact))];
    if (text !== 'opt-in') return [because('open', words.reasonLimitOpen)];
    const needs = ask('size_limit_precondition');
    return [
      because('good', words.reasonLimit + noteOf(fact)),
      ...(needs.isKnown && !/^(?:none|nothing)\b/.test(needs.text)
        ? [needs.because('if', filled(words.reasonLimitNeeds, { needed: needs.text }))]
        : []),
    ];
  },
  'small-files': (ask) => {
    const { text, fact, because } = ask('inode_use');
    const isGood = ['shared-lowers', 'dynamic', 'metadata-image'].includes(text);
    const isBad = ['copy-per-layer', 'hardlink-trees'].includes(text);
    if (isGood) return [because('good', words.reasonFewInodes + noteOf(fact))];
    return isBad ? [because('bad', words.reasonManyInodes + noteOf(fact))] : [];
  },
  snapshots: (ask) => ofYesNo(ask('snapshots'), words.reasonSnapshots, words.reasonNoSnapshots),
  'lazy-pull': (ask) => ofYesNo(ask('lazy_pull'), words.reasonLazyPull, words.reasonNoLazyPull),
};

function ofYesNo({ text, fact, because }: Answer, yes: string, no: string): Reason[] {
  if (text === words.yes) return [because('good', yes + noteOf(fact))];
  return text === words.no ? [because('no', no + noteOf(fact))] : [because('open', words.reasonOpen)];
}
