import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inventedErrors, inventedWord } from '../../tests/fixtures/invented-errors.ts';
import { patience, tried } from '../../tests/fixtures/tried.ts';
import { createMatcher } from './matcher.ts';
import type { ErrorMatch, KnownError } from './matcher.ts';
import { squeezedInEnglish } from './translated.ts';

function known(id: string, messages: string[], more: Partial<KnownError> = {}): KnownError {
  return { id, messages, drivers: [], ...more };
}

const noSpace = known('no-space', ['no space left on device', 'write <path>: no space left on device']);
const pool = known('pool', [
  'Thin Pool has <number> free data blocks which is less than minimum required <number> free data blocks',
]);
const quoted = known('quoted', ['driver "<driver>" failed to remove root filesystem <id>: <error>']);
const register = known('register', ['failed to register layer: <error>']);
const parents = known('parents', ['Cannot create container with more than <number> parents']);
const io = known('io', ['EIO', 'bad disk']);
const catalogue = [register, noSpace, pool, quoted, parents, io];
const match = createMatcher(catalogue);

const ids = (matches: readonly ErrorMatch[]) => matches.map(({ error }) => error);
const certain = (matches: readonly ErrorMatch[]) => ids(matches.filter(({ kind }) => kind === 'certain'));
const marked = (text: string, { spans }: ErrorMatch) => spans.map(({ start, end }) => text.slice(start, end));

describe('prefixes and wraps', () => {
  const message = 'write /x/y: no space left on device';
  test.each([
    ['a bare message', message],
    ['journalctl', `Nov 25 19:00:01 host1 dockerd[736]: ${message}`],
    [
      'journalctl, with a logfmt message',
      `Nov 25 19:00:01 host1 dockerd[736]: time="2026-11-25T19:00:01Z" level=error msg="${message}" module=x`,
    ],
    ['syslog', `<27>1 2026-11-25T19:00:01.003Z host1 dockerd 736 - - ${message}`],
    ['dmesg -T', `[Wed Nov 25 19:00:01 2026] loop0: ${message}`],
    ['dmesg', `[  12.031818] loop0: ${message}`],
    ['JSON lines', `{"log":"${message}\\n","stream":"stderr","time":"2026-11-25T19:00:01Z"}`],
    ['JSON lines with colours', `{"msg":"\\u001b[31mwrite /x/y: no space\\u001b[0m left on device"}`],
    ['logfmt', `ts=2026-11-25T19:00:01Z level=error err="${message}"`],
    ['klog', `E1125 19:00:01.123456    1234 kuberuntime_manager.go:815] "Failed" err="${message}" pod="a/b"`],
    ['a kubectl event', `  Warning  Failed  3m (x5 over 10m)  kubelet  Error: ${message}`],
    ['GitHub Actions', `2026-11-25T19:00:01.1234567Z ##[error]${message}`],
    ['a log with CR LF', `Step 1/15\r\n ---> 01fd\r\n${message}\r\nStep 2`],
    ['a terminal that wraps', 'write /x/y: no spa\nce left on device'],
    ['a chat that quotes', '> write /x/y: no space\n> left on device'],
    ['colours in the message', 'write /x/y: \u001B[31mno space\u001B[0m left on \u001B[1;4mdevice'],
    ['other case and tabs', 'WRITE /x/y:\tNo  space\tLEFT on device'],
  ])('%s hides no message', (_name, text) => {
    expect(match(text)).toMatchObject([{ kind: 'certain', error: 'no-space', message: noSpace.messages[1] }]);
  });

  test('a path does not begin in one line and end in another, unless a terminal broke it', () => {
    const layers = known('layers', ['/var/lib/docker/<path>: no space left on device']);
    const find = createMatcher([layers, noSpace]);
    const lines = 'removed /var/lib/docker/overlay2/12ab\nError: write /mnt/x: no space left on device';
    expect(certain(find(lines))).toEqual(['no-space']);
    const broken = 'write /var/lib/docker/overlay2/12\nab/diff: no space left on device';
    expect(certain(find(broken))).toContain('layers');
  });

  test('a path does not begin in one sentence and end in another', () => {
    const text = 'cannot write to file x of 3 blocks. Operating system: no space left on device';
    expect(match(text)).toMatchObject([{ message: noSpace.messages[0] }]);
  });

  test('a path does not begin with words, as where another program says what it did to it', () => {
    const find = createMatcher([known('chown', ['chown <path>: operation not permitted'])]);
    expect(find("chown: changing ownership of '/data': Operation not permitted")).toEqual([]);
    expect(ids(find('chown /data/my files: operation not permitted'))).toEqual(['chown']);
  });

  test.each([
    ['typographic quotes', 'driver “aufs” failed to remove root filesystem 12ab: busy'],
    ['escaped quotes', 'msg="driver \\"aufs\\" failed to remove root filesystem 12ab: busy"'],
    ['no quotes', 'driver aufs failed to remove root filesystem 12ab: busy'],
  ])('%s are as good as plain ones', (_name, text) => {
    expect(match(text)).toMatchObject([{ error: 'quoted', values: { driver: 'aufs' } }]);
  });
});

const line = 'Nov 25 19:00:01 host1 kubelet[12]: I1125 reconciler.go:224] "Started syncing" name="cache-volume"\n';

describe('a long log', () => {
  const text = line.repeat(1000) + 'write /x/y: no space left on device\n' + line.repeat(1000);

  test('is searched to the end, and the words are found where they stand', () => {
    const [found, ...others] = match(text);
    expect(others).toEqual([]);
    expect(found?.spans[0]?.start).toBe(line.length * 1000);
    expect(found && marked(text, found)).toEqual(['write', 'no space left on device']);
  });

  test('that says half of a message many times is still searched for the whole of it', () => {
    const half = 'so many free data blocks which is less than minimum required\n'.repeat(300);
    const whole = pool.messages[0]?.replaceAll('<number>', '12') ?? '';
    expect(certain(match(half + line.repeat(9) + whole))).toEqual(['pool']);
  });

  test('without a storage error gives nothing', () => {
    expect(match(line.repeat(1000))).toEqual([]);
  });
});

test.each([
  ['nothing', ''],
  ['blanks', ' \n\t '],
  ['another error', 'dial tcp 10.0.0.1:443: connect: connection refused'],
  ['a program that runs', 'Server listening on port 8080\nConnected to database\nGET / 200 12ms'],
  ['half a message among other lines', `${line}Thin Pool has 12 free data blocks\n${line}`],
])('%s is no storage error', (_name, text) => {
  expect(match(text)).toEqual([]);
});

describe('short messages', () => {
  test.each([
    ['read failed: EIO', ['io']],
    ['(EIO)', ['io']],
    ['EIO', ['io']],
    ['log: a\\nEIO', ['io']],
    ['\u001B[31mEIO\u001B[0m', ['io']],
    ['bad disk', ['io']],
    ['the cables of Ceiostar', []],
    ['eio7', []],
    ['7eio', []],
    ['a bad diskette', []],
  ])('%j is a whole word or none', (text, expected) => {
    expect(certain(match(text))).toEqual(expected);
  });

  test('at the very beginning of a text are no part of a longer word either', () => {
    const before = createMatcher([known('x', ['run <number> of a very long message'])]);
    expect(before('run 7 of a very long message')).toHaveLength(1);
    expect(certain(before('runner 7 of a very long message'))).toEqual([]);
  });
});

describe('several errors', () => {
  const wrapped = 'failed to register layer: write /x/y: no space left on device';

  test('what a tool wraps comes before what the tool says', () => {
    const outer = known('outer', ['a very long message, longer than the one that it wraps by far: <error>']);
    const text = 'a very long message, longer than the one that it wraps by far: no space left on device';
    expect(ids(createMatcher([outer, noSpace])(text))).toEqual(['no-space', 'outer']);
    expect(ids(match(wrapped))).toEqual(['no-space', 'register']);
  });

  test('what stands far from a wrapper is not wrapped by it', () => {
    const outer = known('outer', ['<error>: a message that is longer than the other one']);
    const text = `no space left on device\n${line.repeat(40)}x: a message that is longer than the other one`;
    expect(ids(createMatcher([outer, noSpace])(text))).toEqual(['outer', 'no-space']);
  });

  const chain = (leads: Record<string, string[]>) =>
    createMatcher(
      ['first message, the longest of all', 'second message, as is said', 'third message of them'].map((text, at) =>
        known(`e${at + 1}`, [text], { leads_to: leads[`e${at + 1}`] }),
      ),
    );
  const log = 'first message, the longest of all\nsecond message, as is said\nthird message of them';

  test.each([
    ['nothing that leads to another one: the surest first', {}, ['e1', 'e2', 'e3']],
    ['a cause far down', { e3: ['e1'] }, ['e3', 'e1', 'e2']],
    ['a cause of a cause', { e2: ['e3'], e3: ['e1'] }, ['e2', 'e3', 'e1']],
    ['two causes of one', { e2: ['e1'], e3: ['e1'] }, ['e2', 'e3', 'e1']],
    ['two that lead to each other', { e1: ['e2'], e2: ['e1'] }, ['e1', 'e2', 'e3']],
    ['a ring of three', { e1: ['e2'], e2: ['e3'], e3: ['e1'] }, ['e2', 'e3', 'e1']],
    ['one that is not in the text', { e3: ['e9'] }, ['e1', 'e2', 'e3']],
  ])('%s', (_name, leads, expected) => {
    expect(ids(chain(leads)(log))).toEqual(expected);
  });

  test('a remark comes behind what stopped something, however long it is, and before what is only alike', () => {
    const remark = known('remark', ['a warning with many words that nobody has to mind'], { severity: 'degraded' });
    const stop = known('stop', ['it stopped'], { severity: 'down' });
    const warned = 'a warning with many words that nobody has to mind';
    const find = createMatcher([remark, stop, parents]);
    expect(ids(find(`${warned}\nit stopped`))).toEqual(['stop', 'remark']);
    expect(ids(find(`${warned}\nCannot create a container with more than 127 parents`))).toEqual(['remark', 'parents']);
  });

  test('each error is named once, with its longest message', () => {
    const found = match('no space left on device\nwrite /x: no space left on device\nno space left on device');
    expect(found.map(({ message }) => message)).toEqual([noSpace.messages[1]]);
  });
});

describe('the rest of the text', () => {
  const words = 'the same words in two errors';
  const zfs = known('zfs', [words], { drivers: ['docker-zfs'], signs: ['Parent Dataset:'] });
  const devicemapper = known('devicemapper', [words], { drivers: ['docker-devicemapper'] });
  const both = createMatcher([devicemapper, zfs]);

  test.each([
    ['names a driver', `Storage Driver: zfs\n${words}`, 'zfs'],
    ['names the other driver', `Storage Driver: devicemapper\n${words}`, 'devicemapper'],
    ['names a driver by its short name', `devmapper: ${words}`, 'devicemapper'],
    ['has a sign', `Parent Dataset: tank\n${words}`, 'zfs'],
  ])('decides between two errors of the same words where it %s', (_name, text, expected) => {
    expect(ids(both(text))[0]).toBe(expected);
  });

  test('does not name a driver where its name is a part of another word', () => {
    const vfs = createMatcher([known('a', [words]), known('vfs', [words], { drivers: ['docker-vfs'] })]);
    expect(vfs(`mount devfs: ${words}`).map(({ error, score }) => [error, score])).toEqual([
      ['a', 23],
      ['vfs', 23],
    ]);
  });

  test('makes a special case of a general error with the same words look likely, not certain', () => {
    const special = known('special', ['no words'], { special_case_of: 'no-space', signs: ['IUse%'] });
    const found = createMatcher([noSpace, special])('Inodes IUsed IFree IUse%\nno space left on device');
    expect(found).toMatchObject([
      { error: 'special', kind: 'alike' },
      { error: 'no-space', kind: 'certain' },
    ]);
  });
});

describe('other wording', () => {
  test.each([
    ['a slip of the finger', 'cannot create containr with more than 127 parents', 'parents'],
    ['a word more', 'cannot create a container with more than 127 parents', 'parents'],
    ['a word of a message', 'space left on dev', 'no-space'],
    [
      'another version in a log',
      `${line}Thin Pool has 1 free data blocks which is less than the minimum required 2 free data blocks\n${line}`,
      'pool',
    ],
  ])('%s is alike', (_name, text, expected) => {
    expect(match(text).map(({ kind, error }) => [kind, error])).toEqual([['alike', expected]]);
  });

  test('is none of one or two words that stand in the messages of several errors: they name what these are about', () => {
    const about = ['open', 'mount', 'close', 'read'].map((what) => known(what, [`could not ${what} the layer store`]));
    expect(ids(createMatcher(about)('layer store'))).toEqual([]);
    const asked = createMatcher(about)('layer store', { subjects: true });
    expect(asked.map(({ subject }) => subject)).toEqual([true, true, true, true]);
    expect(ids(createMatcher(about.slice(3))('layer store'))).toHaveLength(1);
    expect(ids(createMatcher(about)('the layer store'))).toHaveLength(4);
  });

  test('is none of words of their own that are a part of one long word: `free disk space` asks for room', () => {
    const match = createMatcher([known('freed', ['FreeDiskSpaceFailed'])]);
    expect(ids(match('free disk space'))).toEqual([]);
    expect(ids(match('FreeDiskSpace'))).toEqual(['freed']);
  });

  test('comes behind what stands to the letter', () => {
    expect(match('Cannot create a container with more than 12 parents; no space left on device')).toMatchObject([
      { kind: 'certain', error: 'no-space' },
      { kind: 'alike', error: 'parents' },
    ]);
  });

  test('is marked where the words stand that only this error has, and has no values', () => {
    const text = '>> Cannot create a container with more than 127 parents <<\n'.repeat(2);
    const [found] = match(text);
    expect(found).toMatchObject({ kind: 'alike', values: {} });
    expect(found && marked(text, found)).toEqual(['container with more than']);
  });

  test('of a folder is none where a table of df lists it with room', () => {
    const shm = known('shm', ['write /dev/shm/<path>: no space left on device'], {
      told_by: ['/dev/shm + no space left on device'],
    });
    const table = (use: string) =>
      `No space left on device\nFilesystem Size Used Avail Use% Mounted on\nshm 64M 0 64M ${use} /dev/shm`;
    const find = createMatcher([noSpace, shm]);
    expect(ids(find(table('3%')))).toEqual(['no-space']);
    expect(ids(find(table('100%')))).toContain('shm');
  });

  test('of a special case stands before the general error that is certain', () => {
    const special = known('special', ['the group of memory has too many members now'], { special_case_of: 'no-space' });
    const found = createMatcher([noSpace, special])(
      'no space left on device: this group of memory has too many members',
    );
    expect(found.map(({ kind, error }) => [kind, error])).toEqual([
      ['alike', 'special'],
      ['certain', 'no-space'],
    ]);
  });
});

describe('values', () => {
  const values = (message: string, text: string) => createMatcher([known('x', [message])])(text)[0]?.values;

  test.each([
    [
      'between words',
      'open <path>: no such thing there',
      'x open /var/lib/a b: no such thing there',
      { path: '/var/lib/a b' },
    ],
    ['in quotes', 'open "<path>": no such thing', 'open "/var/lib": no such thing', { path: '/var/lib' }],
    [
      'in escaped quotes',
      'open "<path>": no such thing',
      String.raw`open \"/var/lib\": no such thing`,
      { path: '/var/lib' },
    ],
    ['in typographic quotes', "open '<path>': no such thing", 'open ‘/var/lib’: no such thing', { path: '/var/lib' }],
    [
      'several',
      'device <device> of <id> has no space',
      'device dm-3 of 12ab has no space',
      { device: 'dm-3', id: '12ab' },
    ],
    ['the first of two of a name', 'copy <path> to <path> failed', 'copy /a to /b failed', { path: '/a' }],
    [
      'at the end: one word',
      'could not open the <path>',
      'could not open the /var/lib, and so on',
      { path: '/var/lib' },
    ],
    [
      'at the end of a quoted message',
      'could not open the <path>',
      'msg="could not open the /var/lib" a=b',
      { path: '/var/lib' },
    ],
    [
      'at the beginning: one word',
      '<path>: no such thing there',
      'Nov 25 x: open /var/lib: no such thing there',
      { path: '/var/lib' },
    ],
    [
      'an error: the rest of the line',
      'it went wrong: <error>',
      'it went wrong: a, "b" c.\nnext',
      { error: 'a, "b" c' },
    ],
    [
      'an error: the rest of the message',
      'it went wrong: <error>',
      'msg="it went wrong: a b c" driver=d',
      { error: 'a b c' },
    ],
    ['an error in JSON', 'it went wrong: <error>', '{"msg":"it went wrong: a b c","x":1}', { error: 'a b c' }],
    [
      'a path that a terminal wrapped',
      'open <path>: no such thing',
      'open /var/li\r\n  b/x: no such thing',
      { path: '/var/lib/x' },
    ],
    [
      'a path behind which a terminal wrapped',
      'open <path>: no such thing',
      'open /var/lib\n: no such thing',
      { path: '/var/lib' },
    ],
    [
      'without colours',
      'open <path>: no such thing',
      'open \u001B[1m/var/lib\u001B[0m: no such thing',
      { path: '/var/lib' },
    ],
    ['none where nothing stands', 'driver "<driver>" has no space', 'driver "" has no space', {}],
  ])('%s', (_name, message, text, expected) => {
    expect(values(message, text)).toEqual(expected);
  });

  test('are cut where they are longer than any page would show', () => {
    expect(
      values('it went wrong: <error>', `it went wrong: ${'a b '.repeat(10_000)}`)?.['error']?.length,
    ).toBeLessThanOrEqual(1000);
  });

  test('are no sentence where a number has to be', () => {
    const given = createMatcher([known('x', ['after <number> tries it was given up'])]);
    expect(certain(given('after 12 tries it was given up'))).toEqual(['x']);
    expect(certain(given(`after ${'so many words '.repeat(4)} tries it was given up`))).toEqual([]);
  });
});

describe('spans', () => {
  test('lead to the words in the original text', () => {
    const text = '😀 \u001B[31mWrite “/x/y”:\u001B[0m no spa\r\nce left on device!';
    const [found] = match(text);
    expect(found && marked(text, found)).toEqual(['Write', 'no spa\r\nce left on device']);
  });

  test('are in the text, and in order, whatever is pasted around a message', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const text = `${before} Cannot create container with more than 7 parents ${after}`;
        const found = match(text).find(({ error }) => error === 'parents');
        expect(found && marked(text, found)).toEqual(['Cannot create container with more than', 'parents']);
      }),
    );
  });
});

test('the same text gives the same answer, whatever was asked before', () => {
  const text = `${line}failed to register layer: write /x: no space left on device\nEIO\n`;
  const first = match(text);
  match('cannot create a container with more than 12 parents');
  expect(match(text)).toEqual(first);
  expect(createMatcher(catalogue)(text)).toEqual(first);
});

test('errors of the same score are in the order of their ids, however the catalogue is sorted', () => {
  const words = 'the same words in three errors';
  const three = ['b', 'c', 'a'].map((id) => known(id, [words]));
  expect(ids(createMatcher(three)(words))).toEqual(['a', 'b', 'c']);
});

test('an empty catalogue finds nothing, and so does a message of parts alone', () => {
  expect(createMatcher([])('no space left on device')).toEqual([]);
  expect(createMatcher([known('x', ['<path>: <error>'])])('a: b')).toEqual([]);
});

/** Milliseconds that `act` takes: the least of a few, for other programs only slow it down. */
function time(act: () => unknown, times = 3): number {
  const all = Array.from({ length: times }, () => {
    const begun = performance.now();
    act();
    return performance.now() - begun;
  });
  return Math.min(...all);
}

const megabyte = 1_000_000;
const megabyteOf = (text: string) => text.repeat(Math.ceil(megabyte / text.length)).slice(0, megabyte);

describe('an answer that is cut at the end of a line', () => {
  test.each([
    ['a title', 'write /x/y: no space left on dev'],
    ['a narrow journal', `write /x/y: no space left on dev\n${line}`],
    ['a terminal that goes on in the next line', `write /x/y: no space left on dev\nice\n${line}`],
  ])('is found as it would be whole: %s', (_name, text) => {
    const [found] = match(text);
    expect(found).toMatchObject({ kind: 'certain', error: 'no-space', values: { path: '/x/y' } });
    expect(found && marked(text, found).at(-1)).toMatch(/^no space left on dev(?:\nice)?$/);
  });

  test('is found from fewer letters where the text ends', () => {
    expect(ids(match('write /x/y: no spa'))).toEqual(['no-space']);
    expect(ids(match(`write /x/y: no spa\n${line}`))).not.toContain('no-space');
    expect(ids(match('write /x/y: no space left on'))).toEqual(['no-space']);
    expect(ids(match(`write /x/y: no space left on\n${line}`))).not.toContain('no-space');
    const locked = createMatcher([known('locked', ['read-only file system'])]);
    expect(locked('here is more to read on')).toEqual([]);
  });

  test('is none where a whole word may be meant', () => {
    const denied = createMatcher([known('denied', ['permission denied']), known('full', ['directory not empty'])]);
    expect(denied('you have no permission\nin this directory')).toEqual([]);
    expect(ids(denied('x: permission den'))).toEqual(['denied']);
  });
});

test('an answer in another language is found, and marked as it was pasted', () => {
  const text = 'write /x/y: 设备上没有空间 (é)';
  const [found] = createMatcher(catalogue, squeezedInEnglish)(text);
  expect(found).toMatchObject({ kind: 'certain', error: 'no-space', values: { path: '/x/y' } });
  expect(found && marked(text, found).at(-1)).toBe('设备上没有空间');
});

describe('a megabyte', () => {
  const hostile = createMatcher([
    ...catalogue,
    ...Array.from({ length: 200 }, (_, place) =>
      known(`a${place}`, [`aaaa <path> aaaa <id> aaab${place}`, `a <text> a <error> b${place}`]),
    ),
  ]);

  test.each([
    ['one letter', megabyteOf('a')],
    ['one letter and blanks', megabyteOf('a ')],
    ['brackets', megabyteOf('[')],
    ['brackets of all kinds', megabyteOf('[<({')],
    ['one line', megabyteOf('lorem ipsum dolor sit amet ')],
    ['line breaks', megabyteOf('\n')],
    ['lone surrogates', megabyteOf('\uD800')],
    ['lone surrogates the wrong way round', megabyteOf('\uDC00\uD800')],
    ['beginnings of a message', megabyteOf('Thin Pool has ')],
    ['beginnings of a message, to be resembled', megabyteOf('Cannot create container with ')],
    ['ends of a message', megabyteOf(' free data blocks')],
    ['a message', megabyteOf('write /x: no space left on device\n')],
    ['answers in another language', megabyteOf('write /x: 设备上没有空间\n')],
    ['wrappers of wrappers', megabyteOf('failed to register layer: ')],
    ['a wrapper and colons', `failed to register layer: x${megabyteOf(':')}x`],
    ['answers that are cut', megabyteOf('x: invalid arg\n')],
    ['a hole in a message', `write x${megabyteOf(': ')}x: no space left on device`],
    ['beginnings of colours', megabyteOf('\u001B[')],
    ['beginnings of links', megabyteOf('\u001B]')],
    ['escapes', megabyteOf('\\n')],
    ['backslashes', megabyteOf('\\')],
    ['paths of Windows', megabyteOf('=C:\\n')],
    ['quotes', megabyteOf('"')],
  ])('of %s takes no more than a moment', (_name, text) => {
    expect(time(() => hostile(text), 1)).toBeLessThan(5000);
  });

  test('takes no longer than its length is larger', () => {
    const mixed = 'Thin Pool has 12 cannot create container with aaaa less than minimum\n';
    const small = time(() => match(megabyteOf(mixed).slice(0, megabyte / 8)));
    expect(time(() => match(megabyteOf(mixed)))).toBeLessThan(8 * 6 * Math.max(small, 2));
  });
});

test('any text is safe to match', patience, () => {
  const piece = fc.constantFrom(
    'no space',
    ' left on device',
    'Thin Pool has ',
    'write ',
    '\u001B[',
    '\\',
    '"',
    '\n',
    '\uD800',
    'EIO',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
      const text = pieces.join('');
      for (const { spans, score } of match(text)) {
        expect(score).toBeGreaterThan(0);
        for (const { start, end } of spans) expect(0 <= start && start < end && end <= text.length).toBe(true);
      }
    }),
    tried(100),
  );
});

describe('a catalogue of 5,000 invented messages', () => {
  const large = createMatcher([...catalogue, ...inventedErrors(5000)]);
  const words = Array.from({ length: 12_000 }, (_, place) => inventedWord(place * 613))
    .join(' ')
    .slice(0, 100_000);

  test('still tells each message from all others', () => {
    const text = inventedErrors(4322).at(-1)?.messages[0]?.replace('<path>', '/x') ?? '';
    expect(large(text)[0]).toMatchObject({ kind: 'certain', error: 'invented-4321', values: { path: '/x' } });
  });

  test.each([
    ['a log that holds a message', `${line.repeat(500)}no space left on device\n${line.repeat(500)}`],
    ['a log that holds none', line.repeat(1000)],
  ])('takes about as long as one of 500 for %s', (_name, text) => {
    const some = createMatcher([...catalogue, ...inventedErrors(500)]);
    expect(time(() => large(text))).toBeLessThan(
      5 *
        Math.max(
          time(() => some(text)),
          10,
        ),
    );
  });

  test('takes no more than a moment for a text of its own words alone', () => {
    expect(time(() => large(words), 1)).toBeLessThan(10_000);
  });
});

describe('a message that names a folder by its id', () => {
  const missing = createMatcher([known('missing', ['stat /layers/<id>: no such file or directory'])]);
  test.each([
    ['as it is printed', 'stat /layers/12ab: no such file or directory'],
    ['in quotes', 'stat "/layers/12ab": no such file or directory'],
    ['with a wrap in the id', 'stat /layers/12\n  ab: no such file or directory'],
  ])('%s is found', (_name, text) => {
    expect(missing(text)).toMatchObject([{ kind: 'certain', values: { id: expect.any(String) as string } }]);
  });

  test.each([
    ['inside that folder', 'stat /layers/12ab/merged/etc/passwd: no such file or directory'],
    ['inside it, with a wrap', 'stat /layers/12ab/\nmerged: no such file or directory'],
  ])('is not found for a file %s', (_name, text) => {
    expect(certain(missing(text))).toEqual([]);
  });
});

test('two named parts side by side have room for both', () => {
  const renamed = createMatcher([known('renamed', ['rename /tmp/layer-<number> <path>/sha256: not empty'])]);
  const text = 'rename /tmp/layer-558969056 /var/lib/docker/image/overlay/layerdb/sha256: not empty';
  expect(certain(renamed(text))).toEqual(['renamed']);
});

test('signs behind a word that a terminal wrapped are no words of another line', () => {
  const missing = createMatcher([known('missing', ["failed to resolve '<path>': -2"])]);
  expect(certain(missing("failed to resolve '/var/li\nb': -2"))).toEqual(['missing']);
  expect(certain(missing("failed to resolve '/var/li\nb and so on: -2"))).toEqual([]);
});

test('a volume of the engine that could not be mounted is no layer', () => {
  const missing = createMatcher([known('missing', ['failed to mount <path>: no such device'])]);
  expect(certain(missing('failed to mount /data/12ab: no such device'))).toEqual(['missing']);
  expect(certain(missing('failed to mount local volume: mount :/srv:/data/12ab: no such device'))).toEqual([]);
});

test('half of a message whose cause is another one is none', () => {
  const find = createMatcher([
    known('full', ['error writing the layer blob <id> to the cache: no space left on device']),
  ]);
  expect(ids(find('error writing the layer blob'))).toEqual(['full']);
  expect(ids(find('error writing the layer blob: push access denied'))).toEqual([]);
  expect(ids(find('"error writing the layer blob": push access denied'))).toEqual([]);
  expect(ids(find('error writing the layer blob: no space left on device'))).toEqual(['full']);
});

test('in a text of another program only a message that speaks for itself is found', () => {
  expect(match('mysqld: write /tmp/a: no space left on device')).toEqual([]);
  expect(ids(match('mysqld in a container: write /tmp/a: no space left on device'))).toEqual(['no-space']);
  const full = 'Thin Pool has 0 free data blocks which is less than minimum required 9 free data blocks';
  expect(ids(match(`# lvcreate x\nlvcreate: no space left on device\n${full}`))).toEqual(['pool']);
});

test('where a program of the host is told what any is told, no error of that name is found, and others are', () => {
  const home = 'gzip: /home/user/a.gz: No space left on device';
  expect(match(home)).toEqual([]);
  expect(ids(match(`${home}\nin a container`))).toEqual(['no-space']);
  expect(ids(match('/home/user/a.sh: bad disk'))).toEqual(['io']);
});

describe('what the kernel or a library prints for any program', () => {
  const panic = known('panic', ['panic: freepages: failed to get all reachable pages (<text>)']);
  const find = createMatcher([panic]);
  const text = 'panic: freepages: failed to get all reachable pages (page 7: out of bounds)\ngoroutine 1 [running]';
  test('is marked, however long it is', () => {
    expect(find(text)).toMatchObject([{ error: 'panic', anyones: true }]);
  });
  test('is not marked where an engine is named', () => {
    expect(find(`containerd: ${text}`)[0]).not.toHaveProperty('anyones');
  });
  test('is no error of ours where another owner is named', () => {
    expect(find(`embed/etcd.go: starting\n${text}`)).toEqual([]);
  });
});

test('a call with what it was answered is marked, though its error has longer messages only', () => {
  const find = createMatcher([known('rm', ['remove <path>: directory not empty'])]);
  expect(find('# rm -rf data\nrm: cannot remove data: Directory not empty')).toMatchObject([{ anyones: true }]);
  expect(find('docker: cannot remove /x/data: Directory not empty')[0]).not.toHaveProperty('anyones');
});

test('words that only resemble a message are marked on a host', () => {
  const find = createMatcher([known('xattr', ['lsetxattr <path>: denied'], { told_by: ['xattrs + failed'] })]);
  expect(find('failed to set xattrs for the file /mnt/share/a')).toMatchObject([{ anyones: true }]);
  expect(find('failed to set xattrs for the file /srv/share/a')[0]).not.toHaveProperty('anyones');
});

test('an answer that any program gets is marked where the text has the words of one and none of containers', () => {
  const anyones = (text: string) => match(text).map((found) => found.anyones ?? false);
  expect(anyones('LLVM ERROR: IO failure on output stream: No space left on device')).toEqual([true]);
  expect(anyones('No space left on device')).toEqual([false]);
  expect(anyones('IO failure on output stream in the container: No space left on device')).toEqual([false]);
  const full = 'Thin Pool has 0 free data blocks which is less than minimum required 9 free data blocks';
  expect(anyones(`a line of some other program\n${full}`)).toEqual([false]);
});

test('a message that a tool cut into lines is found behind what stands before each', () => {
  const lines = ['db-1  | could not extend: No space', 'db-1  | left on device'];
  expect(match(lines.join('\n'))[0]?.error).toBe('no-space');
});

test('words tell a special case also where those of its general error stand closer together', () => {
  const find = createMatcher([
    known('full', ['disk is full'], { told_by: ['docker + no space'] }),
    known('shm', ['shared memory is full'], { told_by: ['/dev/shm + no space'], special_case_of: 'full' }),
  ]);
  expect(ids(find('no space, as Docker gives it a default /dev/shm'))).toEqual(['shm', 'full']);
});
