import { expect, test } from 'vitest';
import { isOfHost, isOfOthers, isShared, namesContainers } from './others.ts';

const full = 'No space left on device';

test.each([
  ['a database', `mysqld: Error writing file '/tmp/MY1' (Errcode: 28 "${full}")`],
  ['what makes the first file system of a kernel', `update-initramfs: Generating /boot/initrd.img-6.1\ncpio: ${full}`],
  [
    'firmware that lies an overlay over its flash',
    'mount_root: mounting /dev/mtdblock5 on /overlay failed: No such device',
  ],
  ['a phone whose partitions are laid over', '$ adb remount\nCan not mount overlayfs for partitions: Invalid argument'],
  ['what installs on a router', `Collected errors:\n * opkg_conf_write_status_files: ${full}.`],
  ['a database of keys', `redis-server: Failed opening the RDB file dump.rdb for saving: ${full}`],
  ['encryption', 'cryptsetup: device-mapper: remove ioctl on data failed: Device or resource busy'],
  ['volumes', '# lvcreate -T vg0/pool\n  device-mapper: create ioctl failed: Device or resource busy'],
  ['a copy of a whole file system', "# zfs receive tank/x\ncannot open 'tank/x': dataset does not exist"],
  ['snapshots of a system', "timeshift: E: cannot snapshot '/run/timeshift/@': Text file busy"],
  ['packages of applications', `error: snapd: cannot write: ${full}`],
  ['a machine on the host', `libvirt/qemu: block I/O error in device 'disk0': ${full} (28)`],
  ['the disk of a machine', 'qemu-img: Is another process using the image?\nqemu-img: Input/output error'],
  ['a share that a program mounts', 'rclone: write failed: Input/output error'],
  ['a file that a network file system keeps', "rm: cannot remove 'lib/.nfs00000000000cb22e': Device or resource busy"],
  ['the store of Nix', `mv: error writing '/nix/store/a1-x': ${full}`],
  ['what git sends', `remote: fatal: write error: ${full}\nerror: remote unpack failed: index-pack abnormal exit`],
  ['a build on Windows', 'C:\\a\\x.csproj : error MSB3021: There is not enough space on the disk.'],
  ['a system in a container', 'systemd-nspawn: Spawning container x\nFailed to mount /dev/loop0: No such device'],
  ['a copy of a system, which LXC lays over the first', 'lxc-copy: Overlayfs: Error mounting /x: Invalid argument'],
  ['a system made from an image', 'lxc launch ubuntu:b x\nError: Create container from image: lvcreate failed'],
])('%s has a store of its own', (_name, text) => {
  expect(isOfOthers(text)).toBe(true);
});

test.each(['#0  0x00007f in raise ()', '#0      write (dart:io/file.dart:1)', '#1 /srv/app/store.php(23): fopen()'])(
  'a frame of a trace, %j, is no step of a build',
  (frame) => {
    expect(isOfOthers(`redis-server: ${full}\n${frame}`)).toBe(true);
  },
);

test.each([
  ['nobody is named', `write /x: ${full}`],
  ['an engine is named', `docker exec db mysqld\nmysqld: Error writing file: ${full}`],
  ['Compose names the service', `db-1  | mysqld: Error writing file: ${full}`],
  ['a Dockerfile runs it', `Step 4/9 : RUN git clone x\nfatal: write error: ${full}\nfatal: fetch-pack failed`],
  ['BuildKit runs it', `#12 4.1 update-initramfs: failed\n#12 4.2 cpio: ${full}`],
  ['the prompt is that of a container', `root@0123456789ab:/# mysqld\n${full}`],
  ['somebody writes of a container', `mysqld says ${full} in my container`],
  ['a system in a container runs an engine', 'lxc launch x\n# docker run y\nError: write /z: no space left on device'],
])('where %s it may be ours', (_name, text) => {
  expect(isOfOthers(text)).toBe(false);
});

test('a package of a kernel is no image of a container', () => {
  expect(isOfOthers(`dpkg: linux-image-6.1: './boot/vmlinuz-6.1': failed to write (${full})`)).toBe(true);
});

test.each([
  ['a folder of a user', `gzip: /home/user/data.gz: ${full}`],
  ['a folder of a Mac', `cp: /Volumes/work/a: ${full}`],
  ['the prompt of a machine', '[user@host1 ~]# touch a\ntouch: a: Read-only file system'],
  ['a prompt with a name and a folder', `user@host1:/srv$ make\nld: final link failed: ${full}`],
  ['a hard link', "dpkg: error creating hard link './usr/share/a.png': Invalid cross-device link"],
  ['a disk that is put in', "ls: cannot access '/media/disk/x': Structure needs cleaning"],
  ['a drive of Windows', `npm WARN tar ENOSPC: ${full}, open 'C:\\work\\x.js'`],
  ['a trace of Java', `java.io.IOException: ${full}\n\tat kafka.log.Log.append(Log.scala:1)`],
  ['a trace of Python', `Traceback (most recent call last):\n  File "train.py", line 3\nOSError: [Errno 28] ${full}`],
  ['a trace of Dart', `OS Error: ${full}, errno = 28\n#0      buildXcodeProject (package:tools/mac.dart:423:23)`],
  ['a volume of a cluster', `ls: /var/lib/kubelet/plugins/kubernetes.io/csi/pv/pvc-1/globalmount: Input/output error`],
  [
    'a volume that kubelet mounts',
    'Warning  FailedMount  kubelet  MountVolume.SetUp failed for volume "x" : exit status 32\n  Mounting arguments: /dev/disk/y /plugins/csi-x\n  Output: mount(2) system call failed: Structure needs cleaning.',
  ],
])('%s tells of the host', (_name, text) => {
  expect(isOfHost(text)).toBe(true);
});

test.each([
  ['only the answer is there', full],
  ['an engine writes to a home', `write /home/user/.local/share/docker/tmp/x: ${full}`],
  ['a worker of Concourse has a disk', `mkdir /mnt/concourse/depot/8a02: ${full}`],
  ['a machine of CI builds', `java.io.IOException: ${full}: /home/runner/work/x`],
  ['Compose could not start it', 'Cannot start service db: mkdir /mnt/x: read-only file system'],
  [
    'a build failed in Python',
    `OSError: [Errno 26] Text file busy\nERROR: Service 'odoo' failed to build\nTraceback (most recent call last):`,
  ],
  ['the prompt is that of a container', `root@0123456789ab:/# touch a\ntouch: a: ${full}`],
  ['the prompt has no machine', `bash-5.1# touch a\ntouch: a: ${full}`],
  ['kubelet mounts a folder of its own', `kubelet: MountVolume.SetUp failed for volume "token" : write /x: ${full}`],
  ['a kubelet has more to say than of a volume', `kubelet: MountVolume for "pvc-1"\nkubelet: write /x: ${full}`],
])('where %s nothing tells of the host', (_name, text) => {
  expect(isOfHost(text)).toBe(false);
});

test.each([
  ['a line of a Dockerfile', 'COPY . /app'],
  ['the driver that maps devices', 'devicemapper: Error running deviceCreate'],
  ['the client of a daemon', 'Error response from daemon: disk I/O error'],
  ['what unpacks layers', `Error processing tar file(exit status 1): write /x: ${full}`],
  ['a driver by its kind', 'database graph driver "vfs" does not match'],
  ['the user of the image of Node.js', `npm error ENOSPC: ${full}, write '/home/node/app/x'`],
  [
    'the library of the image of Python',
    `File "/usr/local/lib/python3.13/threading.py", line 1014\nOSError: ${full}: '/x'`,
  ],
  ['the prompt of a container, with its folder', `[root@0123456789ab /]# touch a\ntouch: a: ${full}`],
  ['the prompt of a pod', `root@web-7d9f8c6b5d-x2x7k:/app# touch a\ntouch: a: ${full}`],
])('%s is a sign of containers', (_name, text) => {
  expect(namesContainers(text)).toBe(true);
});

test.each([
  ['a sentence that begins as one does', `copy error: ${full}\nfrom the log\nrun it again`],
  ['the kernel, which writes it with a dash', 'device-mapper: remove ioctl failed'],
  [
    'a package that pip put on a machine',
    `File "/usr/local/lib/python3.13/dist-packages/a.py", line 1\nOSError: ${full}`,
  ],
  ['the prompt of a machine', `root@web-frontend-eu-01:/srv# touch a\ntouch: a: ${full}`],
])('%s is none', (_name, text) => {
  expect(namesContainers(text)).toBe(false);
});

test.each([
  'ext4fserrordevice',
  'cannotdestroydatasetisbusy',
  'panicinvalidpagetype',
  'fusedevicenotfound',
  'rmcannotremovedirectorynotempty',
])('other programs get "%s", too', (message) => {
  expect(isShared(message)).toBe(true);
});

test('a message that names what an engine was doing, or its folder, is its own', () => {
  expect(isShared('errorremovinglayercannotdestroydatasetisbusy')).toBe(false);
  expect(isShared('rmcannotremovelocalsharecontainersstoragepermissiondenied')).toBe(false);
});
