import { describe, expect, test } from 'vitest';
import { adviceOn, outputOf } from '../../tests/fixtures/advice.ts';

test('a remark knows the line that it is about, unless there is only one', () => {
  const line = (name: string, about: string) =>
    adviceOn(outputOf(name)).remarks.find((remark) => remark.about === about)?.line;
  expect(line('docker-29-containerd.txt', 'containerd-store')).toBe(19);
  expect(line('docker-29-containerd.txt', 'api-plain')).toBe(49);
  expect(line('docker-29-containerd.json.txt', 'containerd-store')).toBeUndefined();
});

test('warnings of limits that the kernel lacks are one remark, at the line of the first', () => {
  const text = 'WARNING: No memory limit support\nWARNING: No cpuset support\nWARNING: IPv4 forwarding is disabled';
  const { remarks } = adviceOn(`Images: 1\nStorage Driver: overlay2\n${text}`);
  const limits = remarks.filter(({ text: says }) => says.includes('limits'));
  expect(limits).toMatchObject([
    { line: 3, text: expect.stringMatching(/No memory limit support, No cpuset/) as string },
  ]);
  expect(remarks.map(({ about }) => about)).toContain('ip-forwarding');
});

describe('commands', () => {
  test('take what was pasted for one word, whatever it is', () => {
    const { remarks } = adviceOn("Storage Driver: zfs\n Zpool: a'; rm -rf ~ #\n Zpool Health: FAULTED");
    expect(remarks.find(({ about }) => about === 'zfs-health')?.commands).toEqual([
      String.raw`zpool status 'a'\''; rm -rf ~ #'`,
    ]);
  });

  test('are left out where the engine is too old to have them', () => {
    const commands = (version: string) =>
      adviceOn(`Containers: 4\n Stopped: 3\nServer Version: ${version}\nStorage Driver: overlay2`).remarks.find(
        ({ about }) => about === 'stopped-containers',
      )?.commands;
    expect(commands('1.12.6')).toEqual([]);
    expect(commands('17.06.0-ce')).toEqual(['docker system df']);
  });

  test('that are left out are not explained either, also if the engine does not tell its release', () => {
    const pool = 'Storage Driver: devicemapper\n Data Space Used: 9GB\n Data Space Total: 9GB';
    const full = (text: string) => adviceOn(text).remarks.find(({ about }) => about === 'pool-nearly-full');
    for (const old of [`Server Version: 1.12.6\n${pool}`, `Images: 1\n${pool}\nExecution Driver: native-0.2`])
      expect(full(old)).toMatchObject({ commands: [], text: expect.not.stringContaining('command') as string });
    expect(full(`Server Version: 1.13.1\n${pool}`)).toMatchObject({
      commands: ['docker system prune'],
      text: expect.stringContaining('The command removes') as string,
    });
  });
});
