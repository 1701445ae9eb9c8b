import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { adviceData } from '../../tests/fixtures/advice-data.ts';
import { adviceOn, outputOf, outputFolder, said } from '../../tests/fixtures/advice.ts';
import { patience, tried } from '../../tests/fixtures/tried.ts';
import { adviseOn } from './advice.ts';

/** What is to be done first, what else has to be said, and what must not. */
const expected: Record<
  string,
  {
    /** The thread that it was taken from, reduced and without names. */
    from?: string;
    summary: string;
    first: string[];
    says: string[];
    never?: string[];
  }
> = {
  'buildah-store.txt': {
    from: 'https://github.com/containers/buildah/issues/2358',
    summary: 'Podman, driver btrfs, on btrfs, without root',
    first: [],
    says: ['containers-btrfs#status'],
  },
  'buildah.json.txt': {
    summary: 'Podman, driver vfs, Linux 6.1.0, Debian GNU/Linux 12, without root',
    first: [],
    says: ['vfs-kept', 'containers-vfs#kind', 'containers-vfs#replacement', 'containers-overlay#rootless'],
  },
  'crictl-containerd-1.json.txt': {
    summary: 'containerd, driver devmapper',
    first: [],
    says: ['network-unmet', 'containerd-devmapper#status', 'containerd-devmapper#disk_usage_command', 'crictl-disk'],
    never: ['no-snapshotter'],
  },
  'crictl-containerd-2.json.txt': {
    summary: 'containerd',
    first: [],
    says: ['containerd-deprecations', 'no-snapshotter', 'crictl-disk'],
  },
  'crictl-cri-dockerd.json.txt': {
    from: 'https://github.com/Mirantis/cri-dockerd/pull/180',
    summary: 'crictl info',
    first: [],
    says: ['network-unmet', 'no-snapshotter'],
  },
  'crictl-without-start.json.txt': {
    from: 'https://github.com/containerd/containerd/issues/12560',
    summary: 'containerd',
    first: [],
    says: ['no-snapshotter', 'crictl-disk'],
  },
  'crictl.yaml.txt': {
    summary: 'containerd, driver overlayfs',
    first: ['condition-unmet'],
    says: ['containerd-overlayfs#status'],
  },
  'crio-status.txt': { summary: 'CRI-O, driver overlay', first: [], says: ['containers-overlay#status'] },
  'docker-2013.txt': {
    summary: 'Docker Engine, driver devicemapper, Linux 3.11.4',
    first: [],
    says: ['loop-by-path', 'docker-devicemapper#removed', 'docker-overlay2#kernel_min', 'pool-space'],
  },
  'docker-29-containerd.json.txt': {
    summary: 'Docker Engine 29.0.4, driver overlayfs, Linux 6.12.43, Debian GNU/Linux 13 (trixie)',
    first: ['api-unverified'],
    says: ['containerd-store', 'containerd-disk', 'containerd-overlayfs#status', 'docker@29.0.4'],
    never: ['disk-not-told', 'docker-unmaintained'],
  },
  'docker-29-containerd.txt': {
    summary: 'Docker Engine 29.3.0, driver overlayfs, Linux 6.8.0, Ubuntu 24.04.3 LTS',
    first: ['api-plain'],
    says: ['containerd-store', 'containerd-overlayfs#status'],
    never: ['stopped-containers', 'output-incomplete', 'debug-on'],
  },
  'docker-29-grep.txt': {
    summary: 'Docker Engine 29.1.3, driver overlayfs',
    first: [],
    says: ['containerd-store', 'containerd-disk', 'containerd-overlayfs#status', 'output-incomplete'],
    never: ['disk-not-told'],
  },
  'docker-aufs-before-1.9.txt': {
    from: 'https://github.com/vieyahn2017/iBlog/issues/100',
    summary: 'Docker Engine, driver aufs, on ext4, Linux 3.13.0, Ubuntu 14.04 LTS',
    first: [],
    says: ['before-server-version', 'docker-aufs#removed', 'docker-overlay2#introduced', 'docker-overlay2#kernel_min'],
    never: ['docker-aufs#disk_usage_command'],
  },
  'docker-boot2docker-on-tmpfs.txt': {
    from: 'https://github.com/boot2docker/boot2docker/pull/879',
    summary: 'Docker Engine, driver aufs, on tmpfs, Linux 4.0.4, Boot2Docker 1.6.2 (TCL 6.2); linux-4.0.4 : 09eb607',
    first: [],
    says: ['backing-tmpfs', 'before-server-version', 'docker-aufs#removed', 'docker-overlay2#introduced'],
  },
  'docker-desktop.json.txt': {
    from: 'https://github.com/sourcegraph/src-cli/pull/1008',
    summary: 'Docker Engine, driver overlay2, on ext4, Linux 5.15.49, Docker Desktop',
    first: [],
    says: ['docker-desktop', 'overlay-sound'],
    never: ['disk-not-told', 'output-incomplete', 'before-server-version'],
  },
  'docker-direct-lvm.json.txt': {
    summary: 'Docker Engine 20.10.24, driver devicemapper, on xfs, Linux 4.18.0, Rocky Linux 8.8 (Green Obsidian)',
    first: ['pool-refuses', 'pool-nearly-full', 'metadata-nearly-full'],
    says: ['docker-devicemapper#deprecated', 'docker-devicemapper#removed', 'docker-devicemapper#migration'],
    never: ['loop-files', 'loop-by-path', 'pool-sparse-limit'],
  },
  'docker-driver-status.json.txt': {
    from: 'https://github.com/monitoringartist/zabbix-docker-monitoring/issues/84',
    summary: 'Docker Engine, driver devicemapper, on ext4',
    first: [],
    says: ['pool-space', 'metadata-space', 'docker-devicemapper#removed', 'output-incomplete'],
    never: ['loop-files', 'loop-by-path', 'pool-sparse-limit'],
  },
  'docker-format.txt': {
    summary: 'Docker Engine, driver overlay2, on ext4',
    first: [],
    says: ['native-diff-off', 'd-type-true', 'docker-overlay2#status', 'output-incomplete'],
  },
  'docker-in-log-of-job.txt': {
    summary: 'Docker Engine 28.0.4, driver overlay2, on ext4',
    first: [],
    says: ['native-diff-off', 'd-type-true', 'docker-unmaintained', 'docker-overlay2#status'],
    never: ['overlay-sound'],
  },
  'docker-in-log-of-minikube.txt': {
    from: 'https://github.com/kubernetes/minikube/issues/11513',
    summary: 'Docker Engine, driver overlay2, on ext4, Linux 5.11.0, Ubuntu 21.04',
    first: [],
    says: ['overlay-sound', 'stopped-containers', 'disk-not-told'],
    never: ['output-incomplete'],
  },
  'docker-in-template.txt': {
    from: 'https://github.com/moby/moby/issues/43626',
    summary: 'Docker Engine 20.10.16, driver overlay2, on ext4',
    first: [],
    says: ['user-namespace', 'native-diff-off', 'd-type-true', 'stopped-containers', 'output-incomplete'],
  },
  'docker-in-text.json.txt': {
    summary: 'Docker Engine, driver overlay2, on xfs, Linux 6.1.54, Ubuntu 22.04.3 LTS (containerized)',
    first: [],
    says: ['user-namespace', 'native-diff-off', 'containerised', 'disk-not-told', 'docker-overlay2#status'],
  },
  'docker-loop-1.12.txt': {
    from: 'https://github.com/moby/moby/issues/27409',
    summary: 'Docker Engine 1.12.1, driver devicemapper, on xfs',
    first: [],
    says: ['loop-files', 'loop-devices', 'pool-space', 'docker-devicemapper#removed', 'docker-unmaintained'],
    never: ['pool-sparse-limit', 'pool-below-minimum'],
  },
  'docker-loop-full.txt': {
    from: 'https://github.com/moby/moby/issues/21611',
    summary: 'Docker Engine, driver devicemapper, on xfs, Linux 3.10.0, CentOS Linux 7 (Core)',
    first: ['pool-nearly-full'],
    says: ['loop-files', 'before-server-version', 'bridge-nf-6', 'docker-overlay2#kernel_min'],
    never: ['pool-sparse-limit', 'bridge-nf'],
  },
  'docker-loop-on-btrfs.txt': {
    from: 'https://github.com/moby/moby/issues/14881',
    summary: 'Docker Engine, driver devicemapper, on btrfs, Linux 3.10.0, CentOS Linux 7 (Core)',
    first: [],
    says: ['loop-files', 'docker-overlay2#kernel_min', 'docker-btrfs#backing_filesystems'],
    never: ['docker-overlay2#distribution'],
  },
  'docker-minikube.txt': {
    summary: 'Docker Engine 20.10.8, driver overlay2, on ext4, Linux 4.19.202, Buildroot 2021.02.4',
    first: [],
    says: ['docker-machine', 'overlay-sound', 'no-blkio-throttle', 'docker-unmaintained'],
    never: ['disk-not-told'],
  },
  'docker-on-tmpfs.txt': {
    from: 'https://github.com/docker/docs/issues/12479',
    summary: 'Docker Engine 19.03.15, driver overlay2, on tmpfs, Linux 5.10.8, debian 18.04.4',
    first: [],
    says: ['backing-tmpfs', 'd-type-true', 'docker-overlay2#status'],
    never: ['overlay-sound', 'output-incomplete'],
  },
  'docker-pool-without-driver.txt': {
    from: 'https://github.com/docker/docs/issues/4166',
    summary: 'Docker Engine, driver devicemapper',
    first: [],
    says: ['pool-space', 'metadata-space', 'docker-devicemapper#removed'],
    never: ['loop-files', 'loop-by-path'],
  },
  'docker-remapped.txt': {
    from: 'https://github.com/docker/for-linux/issues/1259',
    summary: 'Docker Engine 20.10.7, driver overlay2, on ext4, Linux 5.8.0, Ubuntu 20.04.2 LTS',
    first: [],
    says: ['userns-remap', 'overlay-sound', 'disk-not-told', 'docker-unmaintained'],
  },
  'docker-snap-without-driver.txt': {
    summary: 'Docker Engine, driver overlay2, on ext4, Linux 6.14.0, Ubuntu Core 24',
    first: [],
    says: ['overlay-sound', 'disk-not-told', 'docker-overlay2#status'],
    never: ['output-incomplete'],
  },
  'docker-translated.txt': {
    summary: 'Docker Engine 20.10.7, driver zfs, on zfs, Linux 5.4.0, Ubuntu 20.04.2 LTS',
    first: ['zfs-health', 'zfs-nearly-full'],
    says: ['docker-zfs#replacement'],
    never: ['zfs-root-dataset', 'zfs-quota'],
  },
  'docker-two-drivers.txt': {
    from: 'https://github.com/docker/for-win/issues/14460',
    summary: 'Docker Engine, driver overlayfs, and from line 11 on another output, which is left out here',
    first: [],
    says: ['containerd-store', 'containerd-overlayfs#status'],
    never: ['overlay-sound', 'd-type-true'],
  },
  'docker-xfs-without-ftype.txt': {
    summary: 'Docker Engine 18.06.1, driver overlay2, on xfs, Linux 3.10.0, CentOS Linux 7 (Core)',
    first: ['no-d-type'],
    says: ['docker-overlay2#distribution', 'bridge-nf', 'docker-unmaintained'],
    never: ['d-type-false', 'overlay-sound', 'd-type-true'],
  },
  'docker-zfs-pool-of-its-own.txt': {
    from: 'https://docs.docker.com/engine/storage/drivers/zfs-driver/',
    summary: 'Docker Engine 17.03.1, driver zfs, on zfs',
    first: [],
    says: ['zfs-space', 'docker-zfs#status'],
    never: ['zfs-root-dataset', 'zfs-health'],
  },
  'nerdctl-2.txt': {
    summary: 'containerd 2.2.0, driver overlayfs, Linux 5.14.0, AlmaLinux 9.5 (Teal Serval)',
    first: [],
    says: ['containerd-ended', 'containerd-disk', 'containerd-overlayfs#status'],
    never: ['containerd-store'],
  },
  'nerdctl-native.txt': {
    from: 'https://github.com/containerd/nerdctl/pull/1011',
    summary: 'containerd 1.6.2, driver overlayfs, without root',
    first: [],
    says: ['containerd-ended', 'containerd-disk', 'containerd-overlayfs#rootless'],
  },
  'nerdctl-two-machines.txt': {
    from: 'https://github.com/containerd/nerdctl/issues/1410',
    summary:
      'containerd 1.4.9, driver overlayfs, Linux 5.15.27, CentOS Linux 7 (Core), and from line 20 on another output, which is left out here',
    first: [],
    says: ['containerd-ended', 'containerd-overlayfs#status'],
  },
  'nerdctl.txt': {
    summary: 'containerd 1.5.4, driver overlayfs, Linux 4.15.0, Ubuntu 18.04.4 LTS',
    first: [],
    says: ['containerd-ended', 'containerd-disk', 'containerd-overlayfs#status', 'no-swap-limit'],
    never: ['containerd-store'],
  },
  'podman-5.yaml.txt': {
    summary: 'Podman 5.4.0, driver overlay, on xfs, Linux 5.14.0, Red Hat Enterprise Linux 9.6, without root',
    first: ['podman-nearly-full'],
    says: ['mount-program', 'containers-overlay-fuse#replacement', 'containers-overlay-fuse#migration'],
    never: ['mount-program-twice', 'native-diff-off', 'vfs-kept'],
  },
  'podman-6.json.txt': {
    summary: 'Podman 6.0.0, driver overlay, on xfs, Linux 6.19.4, Fedora Linux 44',
    first: [],
    says: ['containers-overlay#status', 'native-diff-off', 'podman-space'],
    never: ['mount-program', 'containers-overlay-fuse#status'],
  },
  'podman-for-docker.json.txt': {
    from: 'https://github.com/containers/podman/issues/6015',
    summary: 'Podman, driver overlay, on xfs',
    first: [],
    says: ['native-diff-off', 'containers-overlay#status'],
    never: ['docker-overlay#deprecated', 'docker-overlay#removed'],
  },
  'podman-in-log-of-check.txt': {
    summary: 'Podman, driver overlay, on xfs',
    first: [],
    says: ['podman-space', 'native-diff-off', 'containers-overlay#status'],
  },
  'podman-machine-4.yaml.txt': {
    from: 'https://github.com/retocode/golang-qemu-podman-reproducer',
    summary: 'Podman 4.5.1, driver overlay, on xfs, Linux 6.3.11, Fedora Linux 38',
    first: [],
    says: ['podman-remote', 'native-diff-off', 'podman-space', 'containers-overlay#status'],
    never: ['mount-program'],
  },
};

describe('our own outputs', () => {
  test('are all in the table', () => {
    expect(readdirSync(outputFolder).toSorted()).toEqual(Object.keys(expected));
  });

  test.each(Object.entries(expected))('%s leads to what it says', (name, { summary, first, says, never = [] }) => {
    const advice = adviceOn(outputOf(name));
    expect(advice.summary).toBe(summary);
    expect(said(advice, 'first')).toEqual(first);
    expect(said(advice)).toEqual(expect.arrayContaining(says));
    expect(said(advice).filter((about) => never.includes(about))).toEqual([]);
  });

  test.each(Object.keys(expected))('of %s every sentence is complete and has its source and day', (name) => {
    for (const { text, commands, source, checked, about } of adviceOn(outputOf(name)).remarks) {
      expect(text, about).toMatch(/^[\w`].*[.`]$/s);
      expect([text, ...commands].join(' '), about).not.toMatch(/undefined|NaN|<(?!pool>)[a-z]+>/);
      expect(source, about).toMatch(/^https?:\/\//);
      expect(checked, about).toMatch(/^\d{1,2} \p{L}+ \d{4}$/u);
    }
  });

  test.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['quotes of mail', (text: string) => text.replaceAll(/^/gm, '> ')],
    ['indentation', (text: string) => text.replaceAll(/^/gm, '      ')],
    ['a prompt', (text: string) => `user@host:~$ sudo docker info\n${text}`],
    ['a fence and words around it', (text: string) => `My output is:\n\`\`\`\n${text}\n\`\`\`\nWhat is wrong?`],
  ])('%s change nothing', (_, change) => {
    for (const name of Object.keys(expected).filter((file) => file !== 'docker-xfs-without-ftype.txt')) {
      const plain = adviceOn(outputOf(name));
      const changed = adviceOn(change(outputOf(name)));
      expect(said(changed), name).toEqual(said(plain));
    }
  });
});

test('what to do first stands first, and an open door before a full disk', () => {
  const text = `${outputOf('docker-direct-lvm.json.txt')}\nWARNING: API is accessible on http://0.0.0.0:2375 without encryption.`;
  const { remarks } = adviceOn(text);
  const order = remarks.map(({ level }) => ['first', 'soon', 'note', 'fine'].indexOf(level));
  expect(remarks[0]).toMatchObject({ about: 'api-plain', level: 'first' });
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('the disk comes before what an engine warns of by the way', () => {
  const text = 'Server Version: 20.10.24\nStorage Driver: overlay2\nWARNING: IPv4 forwarding is disabled';
  const notes = said(adviceOn(text), 'note');
  expect(notes[0]).toBe('disk-not-told');
  expect(notes.at(-1)).toBe('ip-forwarding');
});

test('what is used is looked for where the store is, which without root is in the home directory', () => {
  const usage = (text: string) =>
    adviceOn(text).remarks.find(({ about }) => about.endsWith('#disk_usage_command'))?.text;
  expect(usage('store:\n  graphDriverName: btrfs\n  graphRoot: /srv/store')).toContain('usage /srv/store;');
  const stargz = 'Storage Driver: stargz\n Plugins:\n  Storage: native stargz\n Kernel Version: 6.8.0\n';
  expect(usage(stargz)).toContain(' /var/lib/containerd-stargz-grpc/');
  expect(usage(`${stargz} Security Options:\n  rootless`)).toContain(' ~/.local/share/containerd-stargz-grpc/');
});

test('the disk of the data is not asked for by commands of an engine that is not there', () => {
  const usage = (text: string) =>
    adviceOn(text).remarks.find(({ about }) => about === 'containerd-overlayfs#disk_usage_command')?.text;
  expect(usage('Storage Driver: overlayfs\n  driver-type: io.containerd.snapshotter.v1')).toContain('docker system df');
  expect(usage(outputOf('crictl.yaml.txt'))).not.toContain('docker system df');
});

test('of a line of releases the day of its first is told, also if it has the newest of all', () => {
  const age = (version: string) =>
    adviceOn(`Server Version: ${version}\nStorage Driver: overlay2`).remarks.find(
      ({ about }) => about === `docker@${version}`,
    )?.text;
  const [newest = ''] = Object.keys(adviceData.engines['docker']?.releases ?? {}).slice(-1);
  expect(age(newest)).toContain(`began with ${newest.replace(/\d+$/, '0')} on`);
  expect(age('20.10.24')).toContain('began with 20.10.0 on');
});

describe('an overlay', () => {
  test.each(['nfs', 'overlayfs', 'zfs'])('on %s is not called sound', (filesystem) => {
    const status = `Backing Filesystem: ${filesystem}\n Supports d_type: true\n Native Overlay Diff: true`;
    const abouts = said(adviceOn(`Server Version: 27.0.1\nStorage Driver: overlay2\n ${status}`));
    expect(abouts).toContain('docker-overlay2#backing_filesystems');
    expect(abouts).not.toContain('overlay-sound');
  });

  test('on ZFS is told from which release of that it works, with the source of that', () => {
    const { remarks } = adviceOn('Server Version: 27.0.1\nStorage Driver: overlay2\n Backing Filesystem: zfs');
    expect(remarks.find(({ about }) => about === 'docker-overlay2#backing_filesystems')).toMatchObject({
      text: expect.stringContaining('OpenZFS 2.2') as string,
      source: expect.stringContaining('openzfs') as string,
    });
  });
});

test('of a driver without facts the rest is told', () => {
  const advice = adviceOn('Server Version: 24.0.1\nStorage Driver: my-plugin\n Kernel Version: 6.1.0');
  expect(advice.summary).toBe('Docker Engine 24.0.1, driver my-plugin, Linux 6.1.0');
  expect(said(advice)).toEqual(expect.arrayContaining(['unknown-driver', 'docker-unmaintained']));
});

test('a release that is newer than the newest on record is not compared with it', () => {
  expect(said(adviceOn('Server Version: 99.0.1\nStorage Driver: overlay2'))).not.toContain('docker@99.0.1');
});

test('that a driver which copies whole layers runs is not called as it should be', () => {
  expect(said(adviceOn(outputOf('buildah.json.txt')), 'fine')).toEqual([]);
});

describe('where Docker did not answer', () => {
  test.each([
    ['no-answer', 'Server:\nERROR: error during connect: Get "http://x/v1.24/info": EOF\nerrors pretty printing info'],
    ['no-answer', 'FATA[0000] Cannot connect to the Docker daemon. Is the docker daemon running on this host?'],
    ['no-answer', 'failed to connect to the docker API at unix:///var/run/docker.sock; check if the path is correct'],
    [
      'no-permission',
      'permission denied while trying to connect to the docker API at unix:///var/run/docker.sock: Get "http://x"',
    ],
  ])('%s is what to do first', (about, text) => {
    const advice = adviceOn(`$ docker info\nClient:\n Version: 24.0.7\n\n${text}`);
    expect(said(advice)).toEqual([about]);
    expect(said(advice, 'first')).toEqual([about]);
    expect(advice.remarks[0]?.link?.url).toBe(about === 'no-answer' ? '/docs/docker-does-not-start/' : undefined);
  });

  test('an answer further below counts', () => {
    expect(said(adviceOn('Cannot connect to the Docker daemon.\n$ sudo docker info\nStorage Driver: btrfs'))).toContain(
      'docker-btrfs#status',
    );
  });
});

test.each([
  'Client: Docker Engine - Community\n Version: 27.4.1\n Debug Mode: false\n Plugins:\n  compose: Docker Compose',
  ' Logging Driver: json-file\n Kernel Version: 6.1.0\n Docker Root Dir: /var/lib/docker',
])('of a part without the driver the rest is asked for, as of %j', (text) => {
  const advice = adviceOn(text);
  expect(said(advice, 'first')).toEqual(['no-driver']);
  expect(advice.summary).toContain('without the driver');
});

test('a filesystem without file types comes before the newer engine that does not start on it', () => {
  const warned = adviceOn(outputOf('docker-xfs-without-ftype.txt'));
  const found = adviceOn('Server Version: 17.03.1\nStorage Driver: overlay2\n Supports d_type: false');
  for (const { remarks } of [warned, found]) expect(remarks[0]?.text).toContain('before an upgrade');
});

test('no driver is as it should be on a filesystem on which it cannot do its work', () => {
  expect(said(adviceOn(outputOf('docker-xfs-without-ftype.txt')), 'fine')).toEqual([]);
});

describe('no advice is given', () => {
  test.each([
    '',
    'overlay2',
    'no space left on device',
    'The Storage Driver: overlay2 is fine.',
    'Error response from daemon: driver "overlay2" failed',
    'driver: overlay2\nversion: 3',
    'Kernel Version: 6.1.0',
    '==> Docker is there\nStorage Driver: overlay2\n==> Disk\nwrite /opt/x: no space left on device',
    '{\n  "storage-driver": "devicemapper",\n  "storage-opts": ["dm.thinpooldev=/dev/mapper/pool"],\n  "data-root": "/data"\n}',
    'Storage driver: I think it is overlay2\nKernel version: 5.4\nOS: Ubuntu',
    'Driver: nvidia\nKernel Version: 5.15\nImages: 3',
    '{"Driver":"json-file","Name":"x"}',
    '{"name":"app","version":"1.0.0","driver":"overlay2"}',
    'services:\n  web:\n    logging:\n      driver: json-file\nImages: 3',
    'apiVersion: v1\nstatus:\n  conditions:\n  - type: Ready\n    status: "True"',
    '[{"Driver": "bridge"}]',
    'if [[ "$driver" == "vfs" ]]; then\n  log "Docker storage driver: vfs"\nfi\ndocker info >/dev/null',
    'interface Store {\n  graphDriverName: string;\n  graphRoot: string;\n}',
  ])('for %j', (text) => {
    expect(adviseOn(text, adviceData)).toBeNull();
  });
});

describe('whatever is pasted', () => {
  const outputs = readdirSync(outputFolder).map(outputOf);
  const piece = fc.oneof(
    fc.constantFrom(...outputs).chain((text) => fc.nat(text.length).map((length) => text.slice(0, length))),
    fc.constantFrom(...outputs).chain((text) => fc.nat(text.length).map((start) => text.slice(start))),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('<img src=x onerror=alert(1)>', '{"', '[[', '\u001b[31m', ': ', '\n - ', 'Storage Driver: ', '\r'),
  );

  test('nothing is thrown, and nothing that cannot be said comes out', patience, () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        for (const { text, source, link } of adviseOn(pieces.join(''), adviceData)?.remarks ?? []) {
          expect(text).not.toMatch(/undefined|NaN|\[object/);
          expect(source === undefined || /^https?:\/\//.test(source)).toBe(true);
          expect(link === undefined || /^\/(?:drivers|errors)\/[\w./#-]+$/.test(link.url)).toBe(true);
        }
      }),
      tried(300),
    );
  });

  test.each([
    'Storage Driver: ',
    'Data Space Used: 1',
    '"Driver": ',
    '- ',
    'API is accessible on http://',
    '<a>{"x":[',
  ])('a megabyte of %j is answered', (text) => {
    expect(() => adviseOn(text.repeat(1_000_000 / text.length), adviceData)).not.toThrow();
  });
});

test.each([
  ['Red Hat Enterprise Linux 9.6 (Plow)', true],
  ['Oracle Linux Server 9.5', false],
])('that its kernel has no Btrfs is said of %s: %s, since Oracle has a kernel of its own', (system, expected) => {
  const text = `Server Version: 28.5.2\nStorage Driver: btrfs\nKernel Version: 5.15.0\nOperating System: ${system}`;
  expect(said(adviceOn(text)).includes('docker-btrfs#distribution')).toBe(expected);
});
