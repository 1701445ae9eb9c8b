import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { comparisonFor } from './compared.ts';

test.each([
  ['overlay2 vs btrfs', 'Compare overlay2 and btrfs', ['docker-overlay2', 'docker-btrfs']],
  ['overlay vs overlay2', 'Compare overlay and overlay2', ['docker-overlay', 'docker-overlay2']],
  ['Overlay or AUFS', 'Compare Overlay and AUFS', ['docker-overlay2', 'docker-aufs']],
  ['overlay2 vs overlayfs containerd', 'Compare overlay2 and overlayfs', ['docker-overlay2', 'containerd-overlayfs']],
  [
    'overlayfs2 vs device mapper vs zfs',
    'Compare overlayfs2, device mapper, and zfs',
    ['docker-overlay2', 'docker-devicemapper', 'docker-zfs'],
  ],
  [
    'podman vfs vs fuse-overlayfs',
    'Compare podman vfs and fuse-overlayfs',
    ['containers-vfs', 'containers-overlay-fuse'],
  ],
  [
    'docker overlay2 vs podman overlay',
    'Compare docker overlay2 and podman overlay',
    ['docker-overlay2', 'containers-overlay'],
  ],
  [
    'estargz vs nydus vs soci',
    'Compare estargz, nydus, and soci',
    ['containerd-stargz', 'containerd-nydus', 'containerd-soci'],
  ],
])('%s leads to the table of these drivers', (text, title, ids) => {
  const found = comparisonFor(text);
  expect([found?.title, found?.url]).toEqual([title, `/drivers/?drivers=${ids.join(',')}#compare`]);
  for (const id of ids) expect(existsSync(`content/drivers/${id}.yaml`), id).toBe(true);
});

test.each(['btrfs vs ext4', 'overlay2 vs overlay2', 'whiteout vs opaque', 'social or myzfs'])(
  '%s names no two drivers, and so no table',
  (text) => {
    expect(comparisonFor(text)).toBeUndefined();
  },
);

const names =
  'overlay2 overlay overlayfs fuse-overlayfs devicemapper btrfs zfs aufs vfs windowsfilter composefs stargz nydus soci erofs';

test.each(['docker', 'podman', 'containerd'])('whatever %s is asked about, the driver has a page', (engine) => {
  for (const name of names.split(' ')) {
    const { url = '' } = comparisonFor(`${engine} ${name} or docker vfs, docker zfs`) ?? {};
    const ids = /drivers=([^#]*)/.exec(url)?.[1]?.split(',') ?? [];
    expect(ids.length).toBeGreaterThan(1);
    for (const id of ids) expect(existsSync(`content/drivers/${id}.yaml`), id).toBe(true);
  }
});
