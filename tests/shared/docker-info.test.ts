import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adviseOn } from '../../src/docker-info/advice.ts';
import { parseInfo } from '../../src/docker-info/parse.ts';
import type { MachineInfo } from '../../src/docker-info/parse.ts';
import { adviceData } from '../fixtures/advice-data.ts';
import { sharedFile } from './shared-folder.ts';

const found = sharedFile('inputs/docker-info/README.md', 'the real outputs of docker info and podman info');

/** What each text says, and nothing else; `rootless` and `containerdStore` are false where they are left out. */
const expected: Record<string, Partial<MachineInfo>> = {
  '01-devicemapper-loopback-18.06.txt': {
    engine: 'docker',
    version: '18.06.2',
    driver: 'devicemapper',
    filesystem: 'xfs',
  },
  '02-aufs-1.11.txt': {
    engine: 'docker',
    version: '1.11.0',
    driver: 'aufs',
    filesystem: 'ext4',
    kernel: '4.2.0',
    system: 'Ubuntu 14.04.4 LTS',
  },
  '03-overlay2-extfs-18.03.txt': {
    engine: 'docker',
    version: '18.03.1',
    driver: 'overlay2',
    filesystem: 'ext4',
    dType: true,
    kernel: '3.10.0',
    system: 'Oracle Linux Server 7.5',
  },
  '04-zfs-1.9-root-dataset.txt': {
    engine: 'docker',
    version: '1.9.1',
    driver: 'zfs',
    filesystem: 'zfs',
    kernel: '4.2.0',
    system: 'Debian GNU/Linux stretch/sid (containerized)',
  },
  '05-vfs-rootless-20.10.txt': {
    engine: 'docker',
    version: '20.10.8',
    driver: 'vfs',
    kernel: '5.10.43.3',
    system: 'Alpine Linux v3.13 (containerized)',
    rootless: true,
  },
  '06-overlay2-29.4-swarm.txt': {
    engine: 'docker',
    version: '29.4.1',
    driver: 'overlay2',
    filesystem: 'ext4',
    dType: true,
  },
  '07-windowsfilter-lcow-18.09.txt': {
    engine: 'docker',
    version: '18.09.1',
    driver: 'lcow (linux) windowsfilter (windows)',
    filesystem: 'ntfs',
    system: 'Windows Server Datacenter Version 1803 (OS Build 17134.1)',
  },
  '08-podman-overlay-fuse-0.12.txt': {
    engine: 'podman',
    version: '0.12.1.1',
    driver: 'overlay',
    filesystem: 'ext4',
    kernel: '4.19.7',
    system: 'Fedora Linux 29',
    rootless: true,
  },
  '09-btrfs-1.10.txt': {
    engine: 'docker',
    version: '1.10.1',
    driver: 'btrfs',
    filesystem: 'btrfs',
    kernel: '4.3.0',
    system: 'Debian GNU/Linux stretch/sid',
  },
  '10-devicemapper-2014.txt': {
    engine: 'docker',
    driver: 'devicemapper',
    kernel: '3.14.18',
    system: 'Slackware 14.1',
  },
  '11-podman-vfs-rootless-4.txt': { engine: 'podman', driver: 'vfs', rootless: true },
};

/** What a good advisor finds in each: what is done first, what is said, which words, and what would be wrong to say. */
const advice: Record<string, { first: string[]; says: string[]; words?: string[]; never?: string[] }> = {
  '01-devicemapper-loopback-18.06.txt': {
    first: ['pool-sparse-limit', 'pool-below-minimum'],
    says: [
      'loop-files',
      'docker-devicemapper#deprecated',
      'docker-devicemapper#removed',
      'docker-devicemapper#replacement',
      'docker-devicemapper#migration',
      'pool-space',
      'metadata-space',
    ],
    words: [
      '107.4 GB',
      '3.965 GB',
      '10.74 GB',
      'since Docker Engine 18.09',
      'in Docker Engine 25.0.0',
      'Docker overlay2',
    ],
  },
  '02-aufs-1.11.txt': {
    first: [],
    says: [
      'docker-aufs#deprecated',
      'docker-aufs#removed',
      'docker-aufs#kernel_module',
      'docker-aufs#replacement',
      'docker-overlay2#introduced',
      'docker-aufs#migration',
      'dirperm1',
    ],
    words: ['since Docker Engine 19.03', 'in Docker Engine 24.0.0', 'It came later: 1.12.0', 'mainline kernel'],
    never: ['docker-overlay2#kernel_min', 'docker-devicemapper#status'],
  },
  '03-overlay2-extfs-18.03.txt': {
    first: [],
    says: ['overlay-sound', 'docker-overlay2#status', 'docker-overlay2#distribution', 'disk-not-told', 'debug-on'],
    words: ['3.10.0-514', 'df -i /var/lib/docker', 'docker system df'],
    never: ['docker-overlay2#deprecated', 'docker-overlay2#replacement', 'stopped-containers'],
  },
  '04-zfs-1.9-root-dataset.txt': {
    first: [],
    says: ['zfs-root-dataset', 'zfs-space', 'no-memory-limit'],
    words: ['rpool/root', 'zfs.fsname', '45.66 GB', 'Quota: no', 'lz4', 'No swap limit support', 'not storage'],
    never: ['zfs-health', 'zfs-quota', 'zfs-nearly-full', 'containerised'],
  },
  '05-vfs-rootless-20.10.txt': {
    first: ['api-plain'],
    says: [
      'docker-vfs#kind',
      'docker-overlay2#rootless_kernel',
      'docker-fuse-overlayfs#rootless',
      'docker-fuse-overlayfs#userspace_tools',
      'containerised',
    ],
    words: ['0.0.0.0:2375', 'is root on this machine', 'full copy', 'needs Linux 5.11, and this is 5.10.43.3'],
  },
  '06-overlay2-29.4-swarm.txt': {
    first: [],
    says: ['overlay-sound', 'docker-overlay2#status', 'stopped-containers'],
    words: ['18 of 27', 'fresh install the containerd image store', 'docker system df'],
    never: ['docker-unmaintained', 'native-diff-off', 'docker-overlay2#deprecated'],
  },
  '07-windowsfilter-lcow-18.09.txt': {
    first: [],
    says: [
      'docker-lcow#deprecated',
      'docker-lcow#removed',
      'docker-lcow#replacement',
      'docker-windowsfilter#status',
      'windows-channel',
      'windows-only',
    ],
    words: ['in Docker Engine 23.0.0', 'WSL 2', 'version 1803'],
    never: ['docker-overlay2#kernel_module', 'disk-not-told'],
  },
  '08-podman-overlay-fuse-0.12.txt': {
    first: [],
    says: [
      'mount-program',
      'mount-program-twice',
      'containers-overlay-fuse#rootless',
      'containers-overlay-fuse#replacement',
      'containers-overlay#rootless_kernel',
    ],
    words: ['harmless', '5.13 where SELinux is on', 'needs Linux 5.11, and this is 4.19.7'],
    never: ['vfs-kept', 'containers-overlay#status'],
  },
  '09-btrfs-1.10.txt': {
    first: [],
    says: ['btrfs-space', 'docker-btrfs#disk_usage_command', 'stopped-containers', 'docker-unmaintained'],
    words: [
      '30 of 31',
      'btrfs filesystem usage /var/lib/docker',
      'df can show room',
      'No oom kill disable support',
      'not storage',
    ],
    never: ['docker-btrfs#removed', 'disk-not-told'],
  },
  '10-devicemapper-2014.txt': {
    first: [],
    says: ['loop-by-path', 'docker-devicemapper#removed', 'docker-devicemapper#replacement', 'pool-space'],
    words: ['/home/docker/devicemapper/devicemapper/data', '1.72 GB of 107.4 GB', 'in Docker Engine 25.0.0'],
    never: ['pool-nearly-full', 'pool-refuses', 'loop-files'],
  },
  '11-podman-vfs-rootless-4.txt': {
    first: [],
    says: [
      'containers-vfs#kind',
      'vfs-kept',
      'containers-vfs#replacement',
      'containers-vfs#migration',
      'containers-overlay#rootless',
      'podman-space',
    ],
    words: ['podman system reset', 'deletes all images', 'fuse-overlayfs', '5.13 with SELinux'],
  },
};

describe.skipIf(found === undefined)('outputs from public threads', () => {
  if (found === undefined) return;
  const folder = dirname(found);

  test('are all in the table', () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.txt'))).toEqual(Object.keys(expected));
  });

  test.each(Object.entries(expected))('%s is read as it says', (name, machine) => {
    expect(parseInfo(readFileSync(join(folder, name), 'utf8'))).toEqual({
      rootless: false,
      containerdStore: false,
      ...machine,
    });
  });

  test.each(Object.entries(advice))(
    '%s gets the advice that it needs',
    (name, { first, says, words = [], never = [] }) => {
      const remarks = adviseOn(readFileSync(join(folder, name), 'utf8'), adviceData)?.remarks ?? [];
      const abouts = remarks.map(({ about }) => about);
      const text = remarks.flatMap((remark) => [remark.text, ...remark.commands]).join('\n');
      expect(remarks.filter(({ level }) => level === 'first').map(({ about }) => about)).toEqual(first);
      expect(abouts).toEqual(expect.arrayContaining(says));
      for (const word of words) expect(text).toContain(word);
      expect(abouts.filter((about) => never.includes(about))).toEqual([]);
      expect(remarks.filter(({ source, checked }) => source === undefined || checked === undefined)).toEqual([]);
    },
  );
});
