import { describe, expect, test } from 'vitest';
import { adviceOn, said } from '../../tests/fixtures/advice.ts';

describe('the disk of the data', () => {
  const store = 'Storage Driver: overlayfs\n  driver-type: io.containerd.snapshotter.v1';

  test('is asked for where containerd has it, and an engine without root has its own containerd', () => {
    const asked = (text: string) =>
      adviceOn(text).remarks.find(({ about }) => about === 'containerd-disk')?.commands[0];
    expect(asked(store)).toBe('df -h /var/lib/containerd');
    expect(asked(`${store}\nSecurity Options:\n rootless\nDocker Root Dir: /home/user/.local/share/docker`)).toBe(
      'df -h /home/user/.local/share/docker/containerd/daemon',
    );
    expect(asked(`${store}\nSecurity Options:\n rootless`)).toBe('df -h ~/.local/share/docker/containerd/daemon');
  });

  test.each(['Docker Desktop', 'Docker for Mac', 'Docker for Windows'])(
    'is that of a virtual machine with %s, where no folder is named',
    (system) => {
      for (const driver of [store, 'Storage Driver: overlay2']) {
        const abouts = said(adviceOn(`${driver}\nOperating System: ${system}`));
        expect(abouts).toContain('docker-desktop');
        expect(abouts.filter((about) => /^(?:containerd-disk|disk-not-told)$/.test(about))).toEqual([]);
      }
    },
  );

  test('is below the folder that an old engine tells with its driver', () => {
    const text = 'Containers: 1\nImages: 1\nStorage Driver: aufs\n Root Dir: /srv/docker/aufs';
    const { remarks } = adviceOn(text);
    expect(remarks.find(({ about }) => about === 'disk-not-told')?.commands[0]).toBe('df -h /srv/docker');
  });

  test('is that of a virtual machine with OrbStack too', () => {
    const abouts = said(adviceOn('Storage Driver: overlay2\nOperating System: OrbStack'));
    expect(abouts).toContain('orbstack');
    expect(abouts).not.toContain('disk-not-told');
  });

  test.each(['colima', 'colima-work', 'lima-docker', 'lima-rancher-desktop'])(
    'is that of a virtual machine that is called %s',
    (name) => {
      const abouts = said(adviceOn(`Storage Driver: overlay2\nOperating System: Ubuntu 24.04.2 LTS\nName: ${name}`));
      expect(abouts).toContain('lima');
      expect(abouts).not.toContain('disk-not-told');
    },
  );

  test.each(['lima', 'lima.example.org', 'colimator', 'web-lima-1'])('is its own on a machine called %s', (name) => {
    const abouts = said(adviceOn(`Storage Driver: overlay2\nName: ${name}`));
    expect(abouts).not.toContain('lima');
    expect(abouts).toContain('disk-not-told');
  });

  test.each(['provider=virtualbox', 'provider=kvm2', 'provider=hyperkit'])(
    'is that of a virtual machine with the label %s',
    (label) => {
      for (const text of [
        `Storage Driver: overlay2\nOSType: linux\nLabels:\n ${label}`,
        `{"Images":1,"Driver":"overlay2","DriverStatus":[["a","b"]],"Labels":["${label}"]}`,
      ]) {
        const abouts = said(adviceOn(text));
        expect(abouts).toContain('docker-machine');
        expect(abouts).not.toContain('disk-not-told');
      }
    },
  );

  test.each(['provider=amazonec2', 'provider=kvmcloud'])('is its own with the label %s', (label) => {
    const abouts = said(adviceOn(`Storage Driver: overlay2\nOSType: linux\nLabels:\n ${label}`));
    expect(abouts).not.toContain('docker-machine');
    expect(abouts).toContain('disk-not-told');
  });

  test.each([
    'Storage Driver: overlay2\nSecurity Options:\n apparmor\n userns\nOSType: linux',
    'Storage Driver: overlay2\nSecurity Options: apparmor seccomp userns\nOSType: linux',
    '{"Images":1,"Driver":"overlay2","DriverStatus":[["a","b"]],"SecurityOptions":["name=seccomp","name=userns"]}',
  ])('is not all that there is with userns-remap, as in %j', (text) => {
    expect(said(adviceOn(text))).toContain('userns-remap');
    expect(said(adviceOn(text.replace('userns', 'cgroupns')))).not.toContain('userns-remap');
  });

  test('of a containerd without root is in the home directory', () => {
    const text = 'Snapshotter: overlayfs\nRootless: true\ncontainerd UUID: 0';
    const { remarks } = adviceOn(text);
    expect(remarks.find(({ about }) => about === 'containerd-disk')?.commands[0]).toBe(
      'df -h ~/.local/share/containerd',
    );
  });

  test('is a file on Windows under WSL 2, unless Docker Desktop says so already', () => {
    const text = 'Storage Driver: overlay2\nKernel Version: 5.15.90.1-microsoft-standard-WSL2\nOperating System: ';
    expect(said(adviceOn(`${text}Ubuntu 22.04.2 LTS`))).toContain('wsl');
    expect(said(adviceOn(`${text}Docker Desktop`))).not.toContain('wsl');
    const podman = 'host:\n  kernel: 5.15.90.1-microsoft-standard-WSL2\nstore:\n  graphDriverName: overlay';
    expect(said(adviceOn(podman))).toContain('wsl');
  });
});

describe('an engine that prints no version', () => {
  const old = 'Containers: 0\nImages: 0\nStorage Driver: aufs\n Dirs: 0\nExecution Driver: native-0.2';

  test('is older than those that do', () => {
    expect(said(adviceOn(old), 'soon')).toContain('before-server-version');
  });

  test.each([
    ['prints one', old.replace('Storage', 'Server Version: 1.10.3\nStorage')],
    ['may have printed one above', old.slice(old.indexOf('Storage'))],
    ['may print one below, in JSON', '{"Images":0,"Driver":"aufs","DriverStatus":null,"ExecutionDriver":"native-0.2"'],
  ])('is not called so if it %s', (_, text) => {
    expect(said(adviceOn(text))).not.toContain('before-server-version');
  });
});

describe('the pool', () => {
  const pool = (used: string, available: string) =>
    `Storage Driver: devicemapper\n Data loop file: /srv/docker/devicemapper/devicemapper/data\n Data Space Used: ${used}\n Data Space Total: 100GB\n Data Space Available: ${available}\n Thin Pool Minimum Free Space: 10GB`;

  test('with room enough is only told', () => {
    expect(said(adviceOn(pool('20GB', '80GB')), 'first')).toEqual([]);
  });

  test('whose file can grow little more on its disk is named with that disk', () => {
    const advice = adviceOn(pool('20GB', '2GB'));
    expect(said(advice, 'first')).toEqual(['pool-sparse-limit', 'pool-below-minimum']);
    expect(advice.remarks[0]?.commands).toEqual(['df -h /srv/docker']);
  });

  test('that is below its own minimum refuses new layers', () => {
    expect(said(adviceOn(pool('95GB', '5GB')), 'first')).toEqual(['pool-refuses', 'pool-nearly-full']);
  });
});

test('a mount program is known where its lines are all that was searched for', () => {
  const text =
    'graphDriverName: overlay\n  overlay.mount_program:\n    Executable: /usr/bin/fuse-overlayfs\n  Backing Filesystem: overlayfs';
  const abouts = said(adviceOn(text));
  expect(abouts).toEqual(expect.arrayContaining(['mount-program', 'containers-overlay-fuse#status']));
  expect(abouts).not.toContain('containers-overlay#status');
});

test('containers that nobody stopped are not called stopped', () => {
  expect(said(adviceOn('Containers: 4\n Stopped: 0\nStorage Driver: overlay2'))).not.toContain('stopped-containers');
});
