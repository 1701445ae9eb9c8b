import { expect, test } from 'vitest';
import { adviceOn, said } from '../../tests/fixtures/advice.ts';

function wayOutOf(text: string): string[] {
  return said(adviceOn(text)).filter((about) => /#(?:replacement|introduced|migration)$/.test(about));
}

test('what to move to is named before how to move', () => {
  expect(wayOutOf('Server Version: 20.10.24\nStorage Driver: devicemapper')).toEqual([
    'docker-devicemapper#replacement',
    'docker-devicemapper#migration',
  ]);
});

test('why this machine cannot take it stands behind what to move to', () => {
  expect(wayOutOf('Server Version: 1.9.1\nStorage Driver: devicemapper')).toEqual([
    'docker-devicemapper#replacement',
    'docker-overlay2#introduced',
    'docker-devicemapper#migration',
  ]);
});

test('a kernel of a distribution counts by its build too', () => {
  const kernelOf = (build: string) =>
    adviceOn(
      `Server Version: 20.10.24\nStorage Driver: devicemapper\nKernel Version: 3.10.0-${build}.el7.x86_64\nOperating System: CentOS Linux 7 (Core)`,
    ).remarks.filter(({ about }) => /^docker-overlay2#(?:kernel_min|distribution)$/.test(about));
  expect(kernelOf('1160')).toMatchObject([{ about: 'docker-overlay2#distribution' }]);
  expect(kernelOf('327')).toMatchObject([
    {
      about: 'docker-overlay2#kernel_min',
      text: expect.stringContaining('this is 3.10.0-327. Kernels from 3.10.0-514') as string,
    },
  ]);
});

test('where copies are all that can run, what stands in the way of other drivers is told', () => {
  const inWayOf = (text: string) =>
    said(adviceOn(text), 'soon').filter((about) => /#(?:introduced|kernel_min|rootless_kernel)$/.test(about));
  expect(inWayOf('Server Version: 1.9.1\nStorage Driver: vfs\nKernel Version: 3.13.0')).toEqual([
    'docker-overlay2#introduced',
    'docker-overlay2#kernel_min',
  ]);
  expect(
    inWayOf('Server Version: 19.03.0\nStorage Driver: vfs\nKernel Version: 5.1.11\nSecurity Options:\n  rootless'),
  ).toEqual(['docker-overlay2#rootless_kernel', 'docker-fuse-overlayfs#introduced']);
});

test('what rules the overlay of another project out is not told', () => {
  const text = 'Server Version: 20.10.18\nStorage Driver: vfs\nKernel Version: 5.10.110';
  expect(said(adviceOn(text), 'soon').filter((about) => about.includes('overlay'))).toEqual([
    'docker-overlay2#default_in',
  ]);
});

test('of a snapshotter of containerd no steps are told, because they are those that lead to it', () => {
  const text =
    'Client:\n Namespace: default\nServer:\n Storage Driver: fuse-overlayfs\n OSType: linux\n Plugins:\n  Storage: native';
  expect(wayOutOf(text)).toEqual(['containerd-fuse-overlayfs#replacement']);
});

test('a driver that may stay has a successor, and no steps to it', () => {
  const { remarks } = adviceOn('Server Version: 29.3.0\nStorage Driver: overlay2');
  expect(remarks.find(({ about }) => about === 'docker-overlay2#replacement')?.text).toContain('no need to move');
  expect(wayOutOf('Server Version: 29.3.0\nStorage Driver: overlay2')).toEqual(['docker-overlay2#replacement']);
});
