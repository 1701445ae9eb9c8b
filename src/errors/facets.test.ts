import { expect, test } from 'vitest';
import { facetName, facetOf, facetText } from './facet.ts';
import { facetsIn } from './facets.ts';

const pasted = (text: string) => facetsIn(text, false).map(facetName);
const typed = (text: string) => facetsIn(text, true).map(facetName);

test.each([
  ['Docker version 20.10.7, build f0df350', 'Docker 20.10.7'],
  ['Docker version 17.03.1-ce, build c6d412e', 'Docker 17.03.1'],
  [' Server Version: 19.03.5', 'Docker 19.03.5'],
  ['{"ServerVersion":"20.10.8"}', 'Docker 20.10.8'],
  ['docker-ce 5:20.10.7~3-0~ubuntu-focal', 'Docker 20.10.7'],
  ['docker-ce-18.09.1-3.el7.x86_64', 'Docker 18.09.1'],
  ['level=info msg="docker daemon: 1.6.1 97cd073; execdriver: native-0.2"', 'Docker 1.6.1'],
  ['we run Docker 17.12.', 'Docker 17.12'],
  ['containerd 1.7.2', 'containerd 1.7.2'],
  ['containerd github.com/containerd/containerd v1.7.2 0cae528dd6cb', 'containerd 1.7.2'],
  ['containerd containerd.io 1.6.33 d2d58213f83a', 'containerd 1.6.33'],
  ['msg="starting containerd" revision=0cae528 version=v1.2.13', 'containerd 1.2.13'],
  ['node-1 Ready 5.4.0 containerd://1.6.8', 'containerd 1.6.8'],
  ['podman version 4.3.1', 'Podman 4.3.1'],
  ['podman-0.12.1.1-1.git66d3499.fc29.x86_64', 'Podman 0.12.1.1'],
  ['crio version 1.24.1', 'CRI-O 1.24.1'],
  ['Starting CRI-O, version: 1.24.1, git: a3bbde8', 'CRI-O 1.24.1'],
  ['cri-o://1.28.0', 'CRI-O 1.28.0'],
  ['Kubelet Version: v1.24.3', 'Kubernetes 1.24.3'],
  ['Kubernetes v1.29.0', 'Kubernetes 1.29.0'],
])('an engine and its version are read in %j', (text, expected) => {
  expect(pasted(text)).toContain(expected);
});

test.each([
  'Sending build context to Docker daemon  410.2MB',
  'docker pull bash:5.2.15',
  'Docker Desktop 4.12.0 (85629)',
  'docker-compose version 1.29.2',
  'Docker Compose version v2.17.3',
  'docker[32236]: time="2016-05-29T07:16:43.000537"',
  'docker.io/library/python:3.11',
])('what only looks like a version of an engine is none: %j', (text) => {
  expect(facetsIn(text, false).filter(({ version }) => version !== undefined)).toEqual([]);
});

test('of client and server the server counts, and each part of the output is about its own program', () => {
  const output = `Client: Docker Engine - Community
 Version:           24.0.7
 API version:       1.43
Server: Docker Engine - Community
 Engine:
  Version:          19.03.5
  API version:      1.40 (minimum version 1.12)
 containerd:
  Version:          1.4.6
 runc:
  Version:          1.0.0`;
  expect(pasted(output)).toEqual(['Docker 19.03.5', 'containerd 1.4.6']);
  expect(pasted('Client:       Podman Engine\nVersion:      4.6.1\nAPI Version:  4.6.1')).toEqual(['Podman 4.6.1']);
});

test('an engine without a version is read by name, but not out of paths, images and other tools', () => {
  expect(pasted('docker: Error response from daemon: no space left on device')).toEqual(['Docker']);
  expect(pasted('write /var/lib/docker/tmp/x: no space left on device')).toEqual([]);
  expect(pasted('pulling docker.io/library/alpine')).toEqual([]);
});

test.each([
  [' Storage Driver: devicemapper', ['devicemapper']],
  ['level=info msg="[graphdriver] using prior storage driver: overlay2"', ['overlay2']],
  ['storage-driver=overlay2 version=20.10', ['overlay2']],
  ['dockerd --storage-driver devicemapper', ['Docker', 'devicemapper']],
  ['graphdriver(s)=overlay2', ['overlay2']],
  ['rm /var/lib/docker/aufs/diff/x', ['aufs']],
  ['graphDriverName: overlay', ['overlay']],
  ['Filesystem on /dev/sda1 is btrfs', []],
])('a driver is read out of a paste where a driver is meant: %j', (text, expected) => {
  expect(pasted(text)).toEqual(expected);
});

test('of typed words the name of a driver is enough', () => {
  expect(typed('btrfs no space left')).toEqual(['btrfs']);
  expect(typed('no space left')).toEqual([]);
});

test.each([
  ['Operating System: Ubuntu 18.04.5 LTS', ['Ubuntu 18.04.5']],
  ['PRETTY_NAME="Debian GNU/Linux 11 (bullseye)"', ['Debian 11']],
  ['Operating System: CentOS Linux 7 (Core)', ['CentOS 7']],
  ['CentOS Linux release 7.9.2009 (Core)', ['CentOS 7.9.2009']],
  ['Red Hat Enterprise Linux Server 7.6 (Maipo)', ['Red Hat Enterprise Linux 7.6']],
  ['RHEL 8', ['Red Hat Enterprise Linux 8']],
  ['Kernel Version: 3.10.0-1160.el7.x86_64', ['Enterprise Linux 7']],
  ['Microsoft Windows Server 2019', ['Windows 2019']],
  ['OSType: windows', ['Windows']],
  ['5.10.16.3-microsoft-standard-WSL2', ['Windows']],
  ['FROM ubuntu:18.04', []],
  ['FROM debian:11-slim', []],
  ['docker run alpine 3', ['Docker', 'Alpine Linux 3']],
  ['yum install device-mapper-1.02.170-6.el7.x86_64', []],
])('a system is read, and an image is none: %j', (text, expected) => {
  expect(pasted(text)).toEqual(expected);
});

test('a text that says nothing of its machine says nothing', () => {
  expect(pasted('write /x: no space left on device')).toEqual([]);
  expect(pasted('')).toEqual([]);
});

test.each([
  ['a'.repeat(100_000)],
  ['docker '.repeat(14_000)],
  [`docker version ${'9'.repeat(100_000)}`],
  [' '.repeat(100_000)],
  ['Version:\t'.repeat(12_000)],
  ['2.6.32-'.repeat(14_000)],
  [`starting containerd"${'x'.repeat(100_000)}`],
  ['\uD800'.repeat(100_000)],
])('hostile text is read in passing, not for minutes', (text) => {
  expect(facetsIn(text, true).length).toBeLessThan(3);
});

test('a facet comes back from the text of an address, and what is no facet does not', () => {
  for (const text of ['docker 20.10.7', 'windows', 'el 7'])
    expect([facetOf(text)].flatMap((one) => one ?? []).map(facetText)).toEqual([text]);
  for (const text of ['', 'docker x', 'nothing 1', 'constructor', 'overlay2']) expect(facetOf(text)).toBeUndefined();
});
