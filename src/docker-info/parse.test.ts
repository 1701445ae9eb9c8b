import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseInfo, readInfo } from './parse.ts';

const folder = new URL('../../tests/fixtures/docker-info/', import.meta.url);

const docker = `Client: Docker Engine - Community
 Version:    29.4.1
 Plugins:
  compose: Docker Compose (Docker Inc.)
    Version:  v5.1.3

Server:
 Server Version: 20.10.24-ce
 Storage Driver: overlay2
  Backing Filesystem: extfs
  Supports d_type: true
 Kernel Version: 5.15.0-91-generic
 Operating System: Ubuntu 22.04.3 LTS
 OSType: linux
 Docker Root Dir: /var/lib/docker
`;

const podman = `host:
  buildahVersion: 1.38.0
  conmon:
    package: conmon-2.1.12-3.fc41.x86_64
    version: 'conmon version 2.1.12, commit: '
  distribution:
    distribution: fedora
    version: "41"
  kernel: 6.11.4-301.fc41.x86_64
  security:
    rootless: true
store:
  graphDriverName: overlay
  graphRoot: /home/user/.local/share/containers/storage
  graphStatus:
    Backing Filesystem: btrfs
    Supports d_type: "true"
version:
  APIVersion: 5.3.1
  OsArch: linux/amd64
  Version: 5.3.1
`;

test('docker info tells engine, driver and machine, and the release of the server rather than of the client', () => {
  expect(parseInfo(docker)).toEqual({
    engine: 'docker',
    version: '20.10.24',
    driver: 'overlay2',
    filesystem: 'ext4',
    dType: true,
    kernel: '5.15.0',
    system: 'Ubuntu 22.04.3 LTS',
    rootless: false,
    containerdStore: false,
  });
});

test('what a distribution counts behind the release of its kernel is read too', () => {
  expect(readInfo(docker).build).toBe(91);
  expect(readInfo('Kernel Version: 6.1.12').build).toBeUndefined();
});

test('podman info tells the same, and the versions of its helpers are not its own', () => {
  expect(parseInfo(podman)).toMatchObject({
    engine: 'podman',
    version: '5.3.1',
    driver: 'overlay',
    filesystem: 'btrfs',
    dType: true,
    kernel: '6.11.4',
    rootless: true,
  });
});

test.each([
  ['Windows line ends', docker.replaceAll('\n', '\r\n')],
  ['a prompt before it', `$ docker info\n${docker}`],
  ['deeper indentation', docker.replaceAll(/^/gm, '      ')],
  ['warnings after it', `${docker}WARNING: No swap limit support\n`],
])('%s change nothing', (_, text) => {
  expect(parseInfo(text)).toEqual(parseInfo(docker));
});

describe('in one line, as chats make of it,', () => {
  const whole = readdirSync(folder)
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const)
    .filter(([name, text]) => /^ ?(?:Storage Driver|Pool Name):/m.test(text) && !name.includes('grep')); // a few lines are any

  test.each(whole)('%s says the same', (_, text) => {
    expect(parseInfo(text.replaceAll(/\s+/g, ' ').trim())).toEqual(parseInfo(text));
  });
});

test('of a paste that was cut off, what is there is told', () => {
  expect(parseInfo('Storage Driver: aufs\n Dirs: 166')).toMatchObject({
    engine: 'docker',
    driver: 'aufs',
    version: undefined,
    kernel: undefined,
    filesystem: undefined,
    dType: undefined,
  });
  expect(parseInfo('Kernel Version: 3.13.0-24-generic')).toMatchObject({ engine: undefined, kernel: '3.13.0' });
});

test.each(['', 'no space left on device', 'Storage Driver:', 'the Storage Driver: overlay2'])(
  '%j is no such output',
  (text) => {
    expect(parseInfo(text)).toBeUndefined();
  },
);

describe('the filesystem', () => {
  test.each([
    ['overlay2', 'extfs', 'ext4'],
    ['overlay2', 'xfs', 'xfs'],
    ['overlay2', 'ZFS', 'zfs'],
    ['overlay2', 'overlayfs', 'overlay'],
    ['aufs', '<unknown>', undefined],
  ])('below %s that is printed as %s is %s', (driver, printed, filesystem) => {
    expect(parseInfo(`Storage Driver: ${driver}\n Backing Filesystem: ${printed}`)?.filesystem).toBe(filesystem);
  });

  test.each(['btrfs', 'zfs'])('below %s is that one, which prints none', (driver) => {
    expect(parseInfo(`Storage Driver: ${driver}`)?.filesystem).toBe(driver);
  });

  test('without file types is told from one of which nothing is said', () => {
    expect(parseInfo('Storage Driver: overlay2\n Supports d_type: false')?.dType).toBe(false);
  });
});

test('Windows has no Linux kernel, and its data are on NTFS', () => {
  for (const told of ['OSType: windows', 'Operating System: Microsoft Windows Server Version 21H2', ''])
    expect(parseInfo(`Storage Driver: windowsfilter\nKernel Version: 10.0 17763\n${told}`)).toMatchObject({
      kernel: undefined,
      filesystem: 'ntfs',
    });
  expect(parseInfo('Storage Driver: x\nOperating System: Microsoft Windows Version 23H2')?.filesystem).toBe('ntfs');
});

test('what the driver tells counts more than what is expected above the output', () => {
  const text = 'Expected:\n Supports d_type: true\n\nStorage Driver: overlay2\n Supports d_type: false';
  expect(parseInfo(text)?.dType).toBe(false);
});

describe('an engine without root', () => {
  test.each([
    ['by the security options in quotes', '"Storage Driver: vfs",\n" Security Options:",\n"  rootless",'],
    ['by the security options', 'Storage Driver: vfs\n Security Options:\n  seccomp\n   Profile: default\n  rootless'],
    ['by what podman says', 'GraphDriverName: vfs\nrootless: true'],
    ['by where the data are', 'graphDriverName: vfs\ngraphRoot: /home/user/.local/share/containers/storage'],
  ])('is told %s', (_, text) => {
    expect(parseInfo(text)?.rootless).toBe(true);
  });

  test('is not told from the word alone', () => {
    expect(parseInfo('Storage Driver: vfs\nName: rootless-host\nrootless: false')?.rootless).toBe(false);
  });
});

test('the release of another program is not taken for that of the engine', () => {
  const text = 'lxc info:\n  serverversion: 2.0.3\n\nServer Version: 1.11.2\nStorage Driver: vfs';
  expect(parseInfo(text)).toMatchObject({ engine: 'docker', version: '1.11.2' });
});

test('the release may stand in docker version beside an output that is cut off', () => {
  const text = 'Server: Docker Engine - Community\n Engine:\n  Version: 29.6.1\n containerd:\n  Version: v2.2.5\n';
  expect(parseInfo(`${text}{"Images":2,"Driver":"overlay2","DriverStatus":[["a","b"]]`)?.version).toBe('29.6.1');
});

test('images in containerd are told from those in a driver of the engine', () => {
  const text = 'Server Version: 29.0.0\nStorage Driver: overlayfs\n  driver-type: io.containerd.snapshotter.v1';
  expect(parseInfo(text)).toMatchObject({ driver: 'overlayfs', containerdStore: true });
  expect(parseInfo(text.slice(0, text.lastIndexOf('\n')))?.containerdStore).toBe(true);
  expect(parseInfo('Storage Driver: overlay2')?.containerdStore).toBe(false);
});

test('an old Podman has its release in the name of its package', () => {
  const text = "GraphDriverName: vfs\n Conmon:\n  package: podman-0.12.1.1-1.fc29\n  version: 'conmon version 1.12.0'";
  expect(parseInfo(text)?.version).toBe('0.12.1.1');
});

test('an old Podman prints what Buildah does, and its registries', () => {
  const store = 'host:\n  hostname: host1\nstore:\n  GraphDriverName: overlay\n  RunRoot: /run';
  expect(readInfo(store).tool).toBe('buildah info');
  expect(readInfo(`registries:\n  registries:\n  - docker.io\n${store}`).tool).toBe('podman info');
});

describe('Podman that answers for Docker is told', () => {
  test('by its release', () => {
    expect(parseInfo('Server Version: 4.9.3\nStorage Driver: vfs')).toMatchObject({
      engine: 'podman',
      version: '4.9.3',
    });
    for (const version of ['1.13.1', '17.03.0', '29.0.0'])
      expect(parseInfo(`Server Version: ${version}\nStorage Driver: vfs`)?.engine).toBe('docker');
  });

  test('by its overlay, which tells of native diff', () => {
    const text = 'Storage Driver: overlay\n Supports d_type: true';
    expect(parseInfo(text)?.engine).toBe('docker');
    expect(parseInfo(`${text}\n Native Overlay Diff: true`)?.engine).toBe('podman');
  });
});

describe('the driver', () => {
  test('is told where the answer stands within another', () => {
    const text = '{"facts":{"info":{"Driver":"overlay2","DriverStatus":[["Backing Filesystem","xfs"]]},"Driver":"x"}}';
    expect(parseInfo(text)).toMatchObject({ driver: 'overlay2', filesystem: 'xfs' });
  });

  test('is told in the JSON of nerdctl, which has nothing else about it', () => {
    const text =
      '{"ID":"x","Driver":"overlayfs","Plugins":{"Log":["json-file"],"Storage":["native","overlayfs"]},"LoggingDriver":"json-file","ServerVersion":"v2.1.1"}';
    expect(readInfo(text)).toMatchObject({
      tool: 'nerdctl info',
      machine: { engine: 'containerd', version: '2.1.1', driver: 'overlayfs' },
    });
  });

  test.each([
    ['devicemapper', 'Data Space Used: 1 GB\nData Space Total: 2 GB'],
    ['zfs', 'Zpool: tank\nParent Dataset: tank/docker\nSpace Used By Parent: 1'],
    ['overlay2', 'Native Overlay Diff: true\nLogging Driver: json-file'],
  ])('%s is told by its own lines', (driver, text) => {
    expect(readInfo(text)).toMatchObject({ tool: 'docker info', machine: { driver } });
  });

  test('and what belongs to it are those of the first of two outputs', () => {
    const first = 'Server Version: 19.03.1\nStorage Driver: aufs\n Dirs: 3';
    const second = 'Containers: 2\nServer Version: 29.1.0\nStorage Driver: overlay2\n Supports d_type: true';
    expect(readInfo(`${first}\nKernel Version: 5.4.0\n\nNow:\n${second}\nOperating System: x`)).toMatchObject({
      second: 7,
      machine: { driver: 'aufs', version: '19.03.1', kernel: '5.4.0', dType: undefined, system: undefined },
    });
    expect(readInfo(`${first}\n${first}\nKernel Version: 5.4.0`)).toMatchObject({
      second: undefined,
      machine: { kernel: '5.4.0' },
    });
  });

  test.each([
    ['a pool on files', ' Data file: /dev/sdb\n', ' Data file: /dev/loop0\n Data loop file: /x', 4],
    ['the same pool', ' Data file: /dev/sdb\n', ' Data file: /dev/sdb\n Data loop file: /x', undefined],
  ])('may be the same in both, and the second %s', (_, one, two, second) => {
    expect(readInfo(`Storage Driver: devicemapper\n${one}\nStorage Driver: devicemapper\n${two}`).second).toBe(second);
  });

  test('has all that is known of it above the head of another output', () => {
    const store = 'store:\n  graphDriverName: overlay\n  graphRoot: /x';
    const host = 'host:\n  kernel: 5.4.0';
    expect(readInfo(`${store}\nversion:\n  Version: 4.6.2\n\n${host}`)).toMatchObject({
      second: 7,
      machine: { kernel: undefined, version: '4.6.2' },
    });
    expect(readInfo(`graphDriverName: overlay\n\n${host}\n${store}`)).toMatchObject({
      second: undefined,
      machine: { kernel: '5.4.0' },
    });
  });

  test('that is no name is passed over', () => {
    expect(parseInfo('Storage Driver: see the manual\n\nImages: 3\nStorage Driver: btrfs')?.driver).toBe('btrfs');
  });

  test.each([
    ['alone', 'Storage Driver: overlay2', 'docker info'],
    ['under its command', '$ docker info | grep Driver\nnone\nnone\nStorage Driver: overlay2', 'docker info'],
    ['in company', 'a\nb\nServer Version: 27.0.1\nStorage Driver: overlay2', 'docker info'],
    ['in a log', 'checking\nStorage Driver: overlay2\ndone\nfailed', undefined],
  ])('%s makes an output or not', (_, text, tool) => {
    expect(readInfo(text).tool).toBe(tool);
  });
});

test('of a configuration without its name the snapshotter is read, if runtimes stand beside it', () => {
  expect(readInfo('{"containerd":{"snapshotter":"zfs","defaultRuntimeName":"runc"}}')).toMatchObject({
    tool: 'crictl info',
    machine: { driver: 'zfs' },
  });
  expect(readInfo('containerd:\n  snapshotter: zfs').tool).toBeUndefined();
});

test('containerd is told by where it is, by where its network is, or by what it warns of', () => {
  expect(parseInfo('"containerdRootDir": "/var/lib/containerd"')?.engine).toBe('containerd');
  const ready = '{"conditions":[{"type":"RuntimeReady","status":true}]},"cniconfig":{"PluginConfDir":"/etc/cni"}';
  expect(parseInfo(ready)?.engine).toBe('containerd');
  const condition = (type: string) => `{"conditions":[{"type":"RuntimeReady"},{"type":"${type}","status":false}]}`;
  expect(parseInfo(condition('ContainerdHasNoDeprecationWarnings'))?.engine).toBe('containerd');
  expect(parseInfo(condition('NetworkReady'))?.engine).toBeUndefined();
});

test('nerdctl is told by its command where the rest is that of Docker', () => {
  const text = ' Storage Driver: stargz';
  expect(parseInfo(`$ nerdctl system info | grep Storage\n${text}`)?.engine).toBe('containerd');
  expect(parseInfo(`$ docker info | grep Storage\n${text}`)?.engine).toBe('docker');
});

test('a system that the engine does not know has no name', () => {
  expect(parseInfo('Storage Driver: btrfs\nOperating System: <unknown>')?.system).toBeUndefined();
});
