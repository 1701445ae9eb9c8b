import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distributions, drivers, engines, factKeys } from '../../tests/fixtures/real-content.ts';
import { choose } from './choose.ts';
import type { Knowledge, Need, Situation, Verdict } from './choose.ts';

const knowledge: Knowledge = { drivers, keys: new Map(factKeys.map((key) => [key.key, key])), engines, distributions };

const ids = (verdicts: readonly Verdict[]) => verdicts.map(({ driver }) => driver.id);
const possibleIn = (situation: Situation) => ids(choose(situation, knowledge).filter(({ possible }) => possible));

/** The fact that rules a driver out, and undefined where it is possible. */
function whyNot(verdicts: readonly Verdict[], id: string): string[] {
  const reasons = verdicts.find(({ driver }) => driver.id === id)?.reasons ?? [];
  return reasons.filter(({ effect }) => effect === 'no').map(({ fact }) => fact);
}

describe('what people have', () => {
  const ubuntu24 = { distribution: 'ubuntu-24.04', kernel: '6.8', filesystem: 'ext4' };
  const ubuntu14 = { distribution: 'ubuntu-14.04', kernel: '3.13', filesystem: 'ext4' };
  const centos7 = { distribution: 'rhel-7', kernel: '3.10', filesystem: 'xfs' };
  const debian10 = { distribution: 'debian-10', kernel: '5.4', filesystem: 'ext4' };
  const fedora = { distribution: 'fedora-44', kernel: '6.19', filesystem: 'btrfs' };
  const rhel8 = { distribution: 'rhel-8', kernel: '4.18', filesystem: 'xfs' };
  const rhel9 = { distribution: 'rhel-9', kernel: '5.14', filesystem: 'xfs' };

  /** What a person has; the drivers to take, best first; drivers that are out, each with the fact that decides. */
  const situations: [string, Omit<Situation, 'needs'> & { needs?: Need[] }, string[], Record<string, string>][] = [
    [
      'a fresh Docker 29 on Ubuntu 24.04',
      { engine: 'docker', version: '29', ...ubuntu24 },
      ['containerd-overlayfs', 'docker-overlay2'],
      {
        'docker-aufs': 'removed',
        'docker-devicemapper': 'removed',
        'docker-btrfs': 'backing_filesystems',
        'docker-windowsfilter': 'kernel_min',
        'containers-overlay': 'config_key',
      },
    ],
    [
      'Docker 1.1 of July 2014 on Ubuntu 14.04; the second is for kernels without the aufs package',
      { engine: 'docker', version: '1.1', ...ubuntu14 },
      ['docker-aufs', 'docker-devicemapper', 'docker-vfs'],
      { 'docker-overlay': 'introduced', 'docker-overlay2': 'introduced', 'containerd-overlayfs': 'used_by' },
    ],
    [
      'Docker 1.1 on CentOS 7, whose kernel has no aufs',
      { engine: 'docker', version: '1.1', ...centos7 },
      ['docker-devicemapper', 'docker-vfs'],
      { 'docker-aufs': 'distribution', 'docker-btrfs': 'backing_filesystems' },
    ],
    [
      'Docker 20.10 on CentOS 7, on an XFS that was made with ftype=0',
      { engine: 'docker', version: '20.10', ...centos7, dType: false },
      ['docker-devicemapper', 'docker-vfs'],
      {
        'docker-overlay2': 'd_type',
        'docker-overlay': 'd_type',
        'docker-fuse-overlayfs': 'kernel_min',
        'docker-aufs': 'distribution',
      },
    ],
    [
      'the same with ftype=1',
      { engine: 'docker', version: '20.10', ...centos7 },
      ['docker-overlay2'],
      { 'docker-fuse-overlayfs': 'kernel_min' },
    ],
    [
      'rootless Docker 20.10 on Linux 5.4 of Debian 10, where overlay needs a module option',
      { engine: 'docker', version: '20.10', ...debian10, rootless: true },
      ['docker-fuse-overlayfs', 'docker-overlay2'],
      { 'docker-aufs': 'rootless', 'docker-devicemapper': 'rootless', 'docker-zfs': 'rootless' },
    ],
    [
      'rootless Docker 20.10 on Linux 5.4 of a distribution without patches',
      { engine: 'docker', version: '20.10', kernel: '5.4', filesystem: 'ext4', rootless: true },
      ['docker-fuse-overlayfs'],
      { 'docker-overlay2': 'rootless_kernel' },
    ],
    [
      'rootless Podman 5 on Fedora',
      { engine: 'podman', version: '5', ...fedora, rootless: true },
      ['containers-overlay', 'containers-overlay-fuse', 'containers-btrfs'],
      { 'containers-zfs': 'rootless', 'containers-composefs': 'rootless', 'docker-overlay2': 'config_key' },
    ],
    [
      'Podman 4 on RHEL 8',
      { engine: 'podman', version: '4', ...rhel8 },
      ['containers-overlay', 'containers-overlay-fuse'],
      { 'containers-btrfs': 'distribution', 'containers-aufs': 'distribution', 'containers-devicemapper': 'used_by' },
    ],
    [
      'rootless Podman 4 on RHEL 8, whose kernel lets users mount overlays from 8.5 on',
      { engine: 'podman', version: '4', ...rhel8, rootless: true },
      ['containers-overlay', 'containers-overlay-fuse'],
      { 'containers-zfs': 'rootless' },
    ],
    [
      'containerd 2 with a start before the pull is done',
      { engine: 'containerd', version: '2.1', kernel: '6.8', filesystem: 'ext4', needs: ['lazy-pull'] },
      ['containerd-nydus', 'containerd-soci', 'containerd-stargz'],
      { 'containerd-overlayfs': 'lazy_pull', 'containerd-erofs': 'lazy_pull', 'containerd-native': 'lazy_pull' },
    ],
    [
      'Docker 29 on btrfs',
      { engine: 'docker', version: '29', kernel: '6.8', filesystem: 'btrfs' },
      ['containerd-overlayfs', 'containerd-btrfs', 'docker-btrfs'],
      { 'docker-zfs': 'backing_filesystems', 'containerd-zfs': 'backing_filesystems' },
    ],
    [
      'Docker 20.10 on btrfs, which took that by itself',
      { engine: 'docker', version: '20.10', kernel: '5.10', filesystem: 'btrfs' },
      ['docker-btrfs', 'docker-overlay2'],
      { 'containerd-btrfs': 'used_by', 'docker-aufs': 'backing_filesystems' },
    ],
    [
      'Docker 29 on XFS with a limit for each container',
      { engine: 'docker', version: '29', kernel: '6.8', filesystem: 'xfs', needs: ['size-limit'] },
      ['docker-overlay2', 'containerd-devmapper'],
      {
        'containerd-overlayfs': 'size_limit',
        'containerd-native': 'size_limit',
        'docker-fuse-overlayfs': 'size_limit',
        'docker-btrfs': 'backing_filesystems',
      },
    ],
    [
      'CRI-O 1.31 under Kubernetes on RHEL 9',
      { engine: 'cri-o', version: '1.31', ...rhel9 },
      ['containers-overlay', 'containers-overlay-fuse'],
      { 'containers-zfs': 'distribution', 'containers-devicemapper': 'used_by', 'containerd-overlayfs': 'config_key' },
    ],
    [
      'Kubernetes 1.31 on nodes with containerd',
      { engine: 'kubernetes', version: '1.31', ...ubuntu24 },
      ['containerd-overlayfs'],
      { 'containerd-btrfs': 'backing_filesystems', 'docker-overlay2': 'config_key' },
    ],
    [
      'containerd on ZFS, where overlay mounts from OpenZFS 2.2 on only',
      { engine: 'containerd', version: '2.1', kernel: '6.8', filesystem: 'zfs' },
      ['containerd-zfs'],
      { 'containerd-btrfs': 'backing_filesystems' },
    ],
    [
      'Docker 27 on ZFS',
      { engine: 'docker', version: '27', kernel: '5.15', filesystem: 'zfs' },
      ['docker-zfs', 'containerd-zfs'],
      { 'docker-btrfs': 'backing_filesystems' },
    ],
    [
      'Docker 29 inside a container, where the data directory is on overlay',
      { engine: 'docker', version: '29', kernel: '6.8', filesystem: 'overlay' },
      ['docker-fuse-overlayfs'],
      { 'docker-btrfs': 'backing_filesystems' },
    ],
    [
      'Podman 5 inside a container',
      { engine: 'podman', version: '5', kernel: '6.8', filesystem: 'overlay' },
      ['containers-overlay-fuse'],
      { 'containers-overlay': 'backing_filesystems' },
    ],
    [
      'Docker 29 on Windows',
      { engine: 'docker', version: '29', filesystem: 'ntfs' },
      ['docker-windowsfilter'],
      { 'containerd-overlayfs': 'kernel_module', 'docker-overlay2': 'kernel_module', 'docker-lcow': 'removed' },
    ],
  ];

  test('who says nothing of the machine is offered what Linux runs before what Windows does', () => {
    const possible = possibleIn({ engine: 'docker', needs: [] });
    expect(possible.indexOf('docker-windowsfilter')).toBeGreaterThan(possible.indexOf('docker-overlay2'));
    expect(possible.indexOf('docker-windowsfilter')).toBeLessThan(possible.indexOf('docker-vfs'));
  });

  test('AlmaLinux 10 may have Btrfs in its kernel, which RHEL 10 has not', () => {
    const below = { engine: 'docker', version: '28', kernel: '6.12', filesystem: 'btrfs', needs: [] } as const;
    const why = (distribution: string) => whyNot(choose({ ...below, distribution }, knowledge), 'docker-btrfs');
    expect(why('rhel-10')).toEqual(['distribution']);
    expect(why('almalinux-10')).toEqual([]);
  });

  test.each(situations)('%s', (_, { needs = [], ...situation }, best, impossible) => {
    const verdicts = choose({ ...situation, needs }, knowledge);
    const first = verdicts.filter(({ possible }) => possible).slice(0, best.length);
    expect(ids(first)).toEqual(best);
    for (const [id, fact] of Object.entries(impossible)) {
      expect({ id, facts: whyNot(verdicts, id) }).toEqual({ id, facts: expect.arrayContaining([fact]) });
    }
  });
});

describe('a fresh install', () => {
  /** What takes the engine's own choice, as the reasons say. */
  const unasked = (situation: Omit<Situation, 'needs'>, needs: Need[] = []) =>
    choose({ ...situation, needs }, knowledge)
      .filter(({ reasons }) => reasons.some(({ text }) => text === 'A fresh install takes it.'))
      .map(({ driver }) => driver.id);

  test.each([
    [{ engine: 'docker', version: '1.1', kernel: '3.13', filesystem: 'ext4' }, 'docker-aufs'],
    [{ engine: 'docker', version: '1.1', distribution: 'rhel-7', filesystem: 'xfs' }, 'docker-devicemapper'],
    [{ engine: 'docker', version: '17.12', kernel: '4.9', filesystem: 'btrfs' }, 'docker-btrfs'],
    [{ engine: 'docker', version: '24.0', kernel: '6.1', filesystem: 'btrfs' }, 'docker-overlay2'],
    [{ engine: 'docker', version: '24.0', kernel: '6.1' }, 'docker-overlay2'],
    [{ engine: 'docker', version: '20.10', kernel: '5.10' }, 'docker-overlay2'],
    [{ engine: 'docker', version: '29.0.0', kernel: '6.1', filesystem: 'ext4' }, 'containerd-overlayfs'],
    [{ engine: 'podman', version: '4.9', kernel: '6.1', filesystem: 'xfs' }, 'containers-overlay'],
    [{ engine: 'containerd', version: '2.0', kernel: '6.1', filesystem: 'ext4' }, 'containerd-overlayfs'],
  ])('of %j takes %s', (situation, driver) => {
    expect(unasked(situation)).toEqual([driver]);
  });

  test('takes what it takes, whatever the reader wishes for', () => {
    const situation = { engine: 'docker', version: '29', kernel: '6.8', filesystem: 'xfs' };
    expect(unasked(situation, ['size-limit'])).toEqual([]);
  });

  test('of an older Docker does not take the image store of containerd, which has to be switched on', () => {
    const verdicts = choose({ engine: 'docker', version: '27', ...{ kernel: '6.8' }, needs: [] }, knowledge);
    const { reasons } = verdicts.find(({ driver }) => driver.id === 'containerd-overlayfs') ?? { reasons: [] };
    expect(reasons.map(({ effect, fact }) => `${effect} ${fact}`)).toEqual(['good status', 'if used_by']);
  });
});

test('a release that is cut short stands for the last of its line', () => {
  const before = (version: string) =>
    whyNot(choose({ engine: 'docker', version, rootless: true, needs: [] }, knowledge), 'docker-btrfs');
  expect(before('20.10.5')).toEqual(['rootless']);
  expect(before('20.10')).toEqual([]);
});

test('a release older than all on record has none of the drivers', () => {
  expect(possibleIn({ engine: 'docker', version: '0.0.1', needs: [] })).toEqual([]);
});

test('a driver that is younger than the engine is judged by what it is today', () => {
  const situation = { engine: 'kubernetes', version: '1.32.0', dType: false, needs: [] };
  expect(whyNot(choose(situation, knowledge), 'containerd-erofs')).toEqual(['d_type']);
});

test('what does not exist without root is out there', () => {
  const verdicts = choose({ engine: 'docker', rootless: true, needs: [] }, knowledge);
  expect(whyNot(verdicts, 'docker-windowsfilter')).toEqual(['rootless']);
});

test('what a distribution let overlays of users do holds for what mounts overlays below layers that are pulled lazily', () => {
  const rootless = { engine: 'containerd', kernel: '5.4', filesystem: 'ext4', rootless: true, needs: [] };
  expect(possibleIn({ ...rootless, distribution: 'ubuntu-20.04' })).toContain('containerd-stargz');
  expect(whyNot(choose(rootless, knowledge), 'containerd-stargz')).toEqual(['rootless_kernel']);
});

test('without root the one kernel is named that this takes', () => {
  const verdicts = choose({ engine: 'docker', version: '20.10', kernel: '3.10', rootless: true, needs: [] }, knowledge);
  expect(whyNot(verdicts, 'docker-overlay2')).toEqual(['rootless_kernel']);
  expect(whyNot(verdicts, 'docker-fuse-overlayfs')).toEqual(['rootless_kernel']);
});

test('a driver that copies whole layers comes after all others', () => {
  const possible = possibleIn({ engine: 'docker', version: '24', kernel: '6.1', filesystem: 'ext4', needs: [] });
  expect(possible.slice(-2)).toEqual(['docker-vfs', 'containerd-native']);
});

// The same situations in every run, so that a failure on one machine is one on all.
fc.configureGlobal({ seed: 20_140_724, numRuns: 200 });

const optional = <Value>(...values: Value[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const allNeeds: Need[] = ['size-limit', 'small-files', 'snapshots', 'lazy-pull'];
const kernels = ['2.6.32', '3.10.0', '3.13', '4.0', '4.18.0', '5.4', '5.10.43', '5.11', '6.8', '6.19'];
const filesystems = ['ext4', 'xfs', 'btrfs', 'zfs', 'overlay', 'nfs', 'ntfs', 'reiserfs'];
const distributionIds = distributions.map(({ id }) => id);

const situations: fc.Arbitrary<Situation> = fc
  .constantFrom(...Object.keys(engines).filter((id) => engines[id]?.role === 'engine'))
  .chain((engine) =>
    fc.record({
      engine: fc.constant(engine),
      version: optional(...Object.keys(engines[engine]?.releases ?? {}), '0.0.1', '1', '4', '20.10', '999'),
      kernel: optional(...kernels),
      filesystem: optional(...filesystems),
      dType: optional(true, false),
      rootless: optional(true, false),
      distribution: optional(...distributionIds),
      needs: fc.subarray(allNeeds),
    }),
  );

/** One more thing that a person may find out, and that can only rule drivers out; nothing if it is known already. */
const findings: fc.Arbitrary<(situation: Situation) => Situation> = fc.oneof(
  fc.constantFrom(...allNeeds).map((need) => (situation: Situation) => ({
    ...situation,
    needs: [...new Set([...situation.needs, need])],
  })),
  fc.constant((situation: Situation) => ({ ...situation, rootless: true })),
  fc.constant((situation: Situation) => ({ ...situation, dType: false })),
  fc.constantFrom(...kernels).map((kernel) => (situation: Situation) => ({ kernel, ...known(situation) })),
  fc.constantFrom(...filesystems).map((filesystem) => (situation: Situation) => ({ filesystem, ...known(situation) })),
  // The kernel of a distribution may have what its number does not tell, so it comes before that number.
  fc
    .constantFrom(...distributionIds)
    .map(
      (distribution) => (situation: Situation) =>
        situation.kernel === undefined ? { distribution, ...known(situation) } : situation,
    ),
);

function known(situation: Situation): Situation {
  return Object.fromEntries(
    Object.entries(situation).filter(([, value]) => value !== undefined),
  ) as unknown as Situation;
}

describe('in whatever situation', () => {
  test('a wish or a finding that restricts makes no impossible driver possible', () => {
    fc.assert(
      fc.property(situations, fc.array(findings, { minLength: 1, maxLength: 4 }), (situation, more) => {
        const before = new Set(possibleIn(situation));
        const after = possibleIn(more.reduce((found, add) => add(found), situation));
        expect(after.filter((id) => !before.has(id))).toEqual([]);
      }),
    );
  });

  test('a driver is ruled out by a reason, and one that is possible by none', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        for (const { possible, reasons } of choose(situation, knowledge))
          expect(reasons.some(({ effect }) => effect === 'no')).toBe(!possible);
      }),
    );
  });

  test('every reason names a fact, and whatever rules out has a source and a date', () => {
    const places = [...factKeys.map(({ key }) => key), 'used_by', 'distribution'];
    fc.assert(
      fc.property(situations, (situation) => {
        for (const { effect, fact, source, checked, text } of choose(situation, knowledge).flatMap(
          ({ reasons }) => reasons,
        )) {
          expect(places).toContain(fact);
          expect(text).toMatch(/^[A-Z].*[.:]/s);
          if (effect !== 'no') continue;
          expect(source).toMatch(/^https?:\/\//);
          expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/);
        }
      }),
    );
  });

  test('all drivers are judged once, those that are possible first and by falling score', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const verdicts = choose(situation, knowledge);
        expect(ids(verdicts).toSorted()).toEqual(drivers.map(({ id }) => id).toSorted());
        const ranks = verdicts.map(({ possible, score }) => [possible ? 1 : 0, score] as const);
        expect(ranks.toSorted(([a, x], [b, y]) => b - a || y - x)).toEqual(ranks);
      }),
    );
  });

  test('the order in which the drivers are given changes nothing', () => {
    const everyOrder = fc.shuffledSubarray(drivers, { minLength: drivers.length });
    fc.assert(
      fc.property(situations, everyOrder, (situation, shuffled) => {
        expect(choose(situation, { ...knowledge, drivers: shuffled })).toEqual(choose(situation, knowledge));
      }),
    );
  });

  test('at most one driver is said to come unasked', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const unasked = choose({ ...situation, kernel: '6.8' }, knowledge).filter(({ reasons }) =>
          reasons.some(({ text }) => text === 'A fresh install takes it.'),
        );
        expect(unasked.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('what is not known rules nothing out', () => {
    // What belongs to another engine is on record with the fact that says how to choose it.
    const asked = factKeys.map(({ key }) => key).filter((key) => key !== 'config_key');
    const unknown = { value: 'unknown', checked: '2026-11-25', confidence: 'unverified' } as const;
    fc.assert(
      fc.property(situations, fc.constantFrom(...asked), (situation, key) => {
        const forgetful = drivers.map(({ id, data }) => ({
          id,
          data: { ...data, facts: { ...data.facts, [key]: unknown } },
        }));
        const reasons = choose(situation, { ...knowledge, drivers: forgetful }).flatMap((verdict) => verdict.reasons);
        expect(reasons.filter(({ effect, fact }) => effect === 'no' && fact === key)).toEqual([]);
      }),
    );
  });
});
