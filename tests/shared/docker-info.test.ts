import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseInfo } from '../../src/docker-info/parse.ts';
import type { MachineInfo } from '../../src/docker-info/parse.ts';
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
});
