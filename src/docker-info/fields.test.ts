import { describe, expect, test } from 'vitest';
import { readFields } from './fields.ts';

function value(text: string, name: string, within?: string): string | undefined {
  return readFields(text).find([name], within)?.value;
}

describe('lines', () => {
  test('are named by what they are indented below', () => {
    const text = 'Client:\n Version: 1.0\nServer:\n Plugins:\n  Volume: local\n Version: 2.0';
    expect(value(text, 'Version', 'server/')).toBe('2.0');
    expect(value(text, 'Volume', 'plugins/')).toBe('local');
    expect(value(text, 'Volume', 'client/')).toBeUndefined();
  });

  test.each(['Backing Filesystem', 'BackingFilesystem', 'backing_filesystem'])('are found as %s', (name) => {
    expect(value('Backing Filesystem: xfs', name)).toBe('xfs');
  });

  test('are found as they are called where Markdown escaped a sign', () => {
    expect(value(String.raw`Supports d\_type: true`, 'Supports d_type')).toBe('true');
  });

  test('know where they stand, whatever ends them', () => {
    expect(readFields('a\r\nb\rName: x').find(['Name'])).toMatchObject({ value: 'x', line: 3 });
  });

  test.each([
    ['of mail', '> > Storage Driver: zfs\n> >  Zpool: tank'],
    ['with colours', '\u001b[1mStorage Driver:\u001b[0m zfs\n\u001b[2K Zpool: tank'],
    ['of a job', '2026-01-02T03:04:05.6789012Z Storage Driver: zfs\n2026-01-02T03:04:05.6789012Z  Zpool: tank'],
    [
      'of a job with its steps',
      'a\tb c\t2026-01-02T03:04:05Z Storage Driver: zfs\na\tb c\t2026-01-02T03:04:05Z  Zpool: tank',
    ],
    ['of web pages', 'Storage\u00a0Driver: zfs\n\u00a0Zpool:\u00a0tank'],
    ['of a step', '[check-1] Storage Driver: zfs\n[check-1]  Zpool: tank'],
    ['in comments', '# Storage Driver: zfs\n#  Zpool: tank'],
    ['in bold', '**Storage Driver: zfs\n Zpool: tank**'],
    ['of Ansible', '    "Storage Driver: zfs",\n    " Zpool: tank"'],
    ['that somebody explains', 'Storage Driver: zfs   # the driver\n Zpool: tank   <<=== this'],
    ['with marks that take no room', '\ufeffStorage Driver: zfs\n Zpool: \u200btank'],
  ])('%s are read without that', (_, text) => {
    expect(value(text, 'Storage Driver')).toBe('zfs');
    expect(value(text, 'Zpool', 'storagedriver/')).toBe('tank');
  });

  test('in comments are read with small letters too', () => {
    expect(value('# store:\n#   graphDriverName: overlay', 'graphDriverName', 'store/')).toBe('overlay');
  });

  test.each([
    ["# docker info -f '{{.Driver}}'\nvfs", 'vfs', undefined],
    ['$ docker info --format "{{json .Driver}}"\n"vfs"', 'vfs', undefined],
    ["# docker info -f '{{.Driver}} {{.DockerRootDir}}'\nvfs /srv/docker", 'vfs', '/srv/docker'],
    ["# docker info -f '{{.Driver}}'\nCannot connect", undefined, undefined],
    ["# docker info -f '{{.Name}}'\nvfs", undefined, undefined],
  ])('that answer %j name the driver %s', (text, driver, folder) => {
    expect(value(text, 'Storage Driver')).toBe(driver);
    expect(value(text, 'Docker Root Dir')).toBe(folder);
  });

  test('far down in a long log are read, and know where they stand', () => {
    const text = `${'level=info msg="pulling"\n'.repeat(200_000)}Storage Driver: zfs\n Zpool: tank\n`;
    expect(text.length).toBeGreaterThan(4_500_000);
    expect(readFields(text).find(['Storage Driver'])).toMatchObject({ value: 'zfs', line: 200_001 });
  });

  test('that were joined are parted where they began, and those of plugins stay below them', () => {
    const text =
      'Server: Containers: 3 Running: 1 Images: 5 Server Version: 27.3.1 Storage Driver: overlay2 Backing Filesystem: extfs Plugins: Volume: local Log: syslog Kernel Version: 6.8.0-45-generic Operating System: Docker Desktop OSType: linux';
    expect(value(text, 'Storage Driver')).toBe('overlay2');
    expect(value(text, 'Operating System')).toBe('Docker Desktop');
    expect(value(text, 'Log', 'plugins/')).toBe('syslog');
    expect(readFields(text).lines).toHaveLength(1);
  });

  test('are not made of a sentence that names some', () => {
    const text =
      'We run Server Version: 24.0 with Storage Driver: overlay2 Backing Filesystem: xfs on Kernel Version: 6.1';
    expect(value(text, 'Storage Driver')).toBeUndefined();
  });

  test('of lists in YAML belong to their item', () => {
    const fields = readFields('conditions:\n- status: true\n  type: A\n- status: false\n  type: B\nafter: x');
    const of = (name: string) => fields.below('conditions/').filter((field) => field.name === name);
    expect(of('type').map(({ within }) => within)).toEqual(['conditions/#0/', 'conditions/#1/']);
    expect(of('status').map(({ within }) => within)).toEqual(['conditions/#0/', 'conditions/#1/']);
    expect(fields.find(['after'])?.within).toBe('');
  });
});

describe('JSON', () => {
  const whole = '{"Driver":"zfs","DriverStatus":[["Zpool","tank"],["Compression","lz4"]],"Plugins":{"Log":["a","b"]}}';

  test.each([
    ['in one line', whole],
    ['over many lines', JSON.stringify(JSON.parse(whole), undefined, 2)],
    ['with a prompt before it', `$ docker info --format json\n${whole}`],
    ['in comments', JSON.stringify(JSON.parse(whole), undefined, 2).replaceAll(/^/gm, '# ')],
    ['with a log after it', `${whole}\nlevel=info msg="done"`],
    ['with words before it on its line', `It answers: \`${whole}\``],
    ['that lacks its end', whole.slice(0, whole.indexOf('"Plugins"'))],
    ['that lacks its beginning', whole.slice(1)],
  ])('%s is read', (_, text) => {
    expect(value(text, 'Driver')).toBe('zfs');
    expect(value(text, 'Zpool', 'driverstatus/')).toBe('tank');
    expect(value(text, 'Compression')).toBe('lz4');
  });

  test('has its escapes undone', () => {
    expect(value(String.raw`{"a": "x\n\"y\" \u00e9 \\"}`, 'a')).toBe('x\n"y" é \\');
  });

  test('that breaks off within a text tells the part that is there', () => {
    expect(value('{"a": "one", "b": "tw', 'b')).toBe('tw');
  });
});

test('the line that a template of Go prints is taken apart', () => {
  const text = 'overlay2 [[Backing Filesystem extfs] [Supports d_type true]]';
  expect(value(text, 'Storage Driver')).toBe('overlay2');
  expect(value(text, 'Supports d_type')).toBe('true');
});

test('what a shell tests is no template', () => {
  expect(value('if [[ "$driver" == "overlay2" ]]; then', 'Storage Driver')).toBeUndefined();
});

test('what daemon.json asks for is not what runs', () => {
  expect(value('{"storage-driver": "overlay2"}\nStorage Driver: aufs', 'Storage Driver')).toBe('aufs');
});

test('fields end above a line, and lines stay', () => {
  const fields = readFields('Name: a\nName: b\nID: c').above(2);
  expect(fields.find(['Name'])?.value).toBe('a');
  expect(fields.find(['ID'])).toBeUndefined();
  expect(fields.lines).toHaveLength(3);
});

test.each([
  'docker info: {ID:A:B Containers:12 Driver:zfs DriverStatus:[[Zpool tank] [Compression lz4]] OperatingSystem:A 1 OSType:b}',
  'types.Info{ID:"A:B", Containers:12, Driver:"zfs", DriverStatus:[][2]string{[2]string{"Zpool", "tank"}, [2]string{"Compression", "lz4"}}, OperatingSystem:"A 1", OSType:"b"}',
  'types.Info{ID:"A:B", Containers:12, Driver:"zfs", DriverStatus:[][2]string{[2]string{"Zpool", "tank"}, [2]string{"Compression", "lz4"}}, OperatingSystem:"A 1',
])('an answer that a program of Go logs is taken apart: %s', (answer) => {
  const text = `I0526 17:39:27 1 info.go:261] ${answer}`;
  expect(value(text, 'Containers')).toBe('12');
  expect(value(text, 'Storage Driver')).toBe('zfs');
  expect(value(text, 'Zpool', 'driverstatus/')).toBe('tank');
  expect(value(text, 'Compression')).toBe('lz4');
  expect(value(text, 'Operating System')).toContain('A 1');
});

test('a map that Go prints is taken apart', () => {
  const text = 'map[ContainerStore:map[number:14] GraphDriverName:btrfs GraphStatus:map[Library Version:102]]';
  expect(value(text, 'GraphDriverName')).toBe('btrfs');
  expect(value(text, 'Library Version')).toBe('102');
  expect(value(text, 'ContainerStore')).toBeUndefined();
});

test('a field is passed over whose value does not fit', () => {
  const fields = readFields('Storage Driver: ask me\nStorage Driver: zfs');
  expect(fields.find(['Storage Driver'], '', (text) => !text.includes(' '))?.line).toBe(2);
});

test.each([
  ['braces', '['.repeat(1_000_000)],
  ['one line', `Storage Driver: ${'a'.repeat(1_000_000)}`],
  ['quotes', '{"a":'.repeat(200_000)],
  ['tabs', '\t'.repeat(1_000_000)],
  ['spaces', ' '.repeat(1_000_000)],
  ['colons', ':'.repeat(1_000_000)],
  ['steps', Array.from({ length: 2_000 }, (_, at) => `${' '.repeat(at)}a${at}:`).join('\n')],
  ['spaces within', `a:  b${' '.repeat(1_000_000)}c`],
  ['quoted colons', `"${': '.repeat(500_000)}" x`],
  ['names of an answer', ` DriverStatus:[${' Driver:x'.repeat(100_000)}`],
  ['capital letters of a map', `map[${'A '.repeat(500_000)}`],
  ['lone surrogates', '\ud800'.repeat(500_000)],
])('a megabyte of %s is read without harm', (_, text) => {
  expect(() => readFields(text)).not.toThrow();
});
