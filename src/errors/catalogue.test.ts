/** The matcher on this site's own catalogue: every message, in every way in which a text is wrapped on its way here. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownErrors, publishedErrors } from '../../tests/fixtures/known-errors.ts';
import { keptPastes, qualityOf } from '../../tests/fixtures/pastes.ts';
import { createMatcher } from './matcher.ts';
import type { ErrorMatch } from './matcher.ts';
import { languageOf, squeezedInEnglish } from './translated.ts';
import { messageParts } from './parts.ts';
import { squeeze } from './squeeze.ts';
import { isOpen } from './templates.ts';

const match = createMatcher(publishedErrors, squeezedInEnglish);

/** A value for a named part, of letters that no message has, made of `seed`. */
function valueFor(part: string, seed: number): string {
  const word = `zq${seed}xk`;
  if (part === 'number') return String(seed);
  if (part === 'size') return `${seed}G`;
  if (part === 'path') return `/zq/${word}/kz`;
  if (part === 'digest') return `sha256:${String(seed).padStart(8, '7')}`;
  if (isOpen(part)) return `${word} wq ${word}`;
  return word;
}

/** `message` as a tool prints it, with the values that it should give: the first of each name. */
function printed(message: string, seed: number): { text: string; values: Record<string, string> } {
  const values: Record<string, string> = {};
  const text = messageParts(message)
    .map((part, at) => {
      if (part.kind === 'literal') return part.text;
      const value = valueFor(part.text, seed + at);
      values[part.text] ??= value;
      return value;
    })
    .join('');
  return { text, values };
}

const noise = (line: number) =>
  `Nov 25 19:00:${String(line % 60).padStart(2, '0')} host1 app[${line}]: GET /users/${line} 200 in ${line % 90} ms`;
const lines = Array.from({ length: 200 }, (_, line) => noise(line)).join('\n');

/** Cut after `width` characters, wherever that is, as a terminal does it. */
function cut(text: string, width: number, next = '\n'): string {
  return text.match(new RegExp(`[\\s\\S]{1,${width}}`, 'g'))?.join(next) ?? '';
}

/** `text` as it is quoted inside another text. */
const quoted = (text: string) => JSON.stringify(text).slice(1, -1);
const html = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const wraps: [string, (text: string) => string][] = [
  ['nothing', (text) => text],
  ['a long log', (text) => `${lines}\n${text}\n${lines}`],
  ['carriage returns of a progress bar', (text) => `Extracting 12%\rExtracting 50%\rExtracting 99%\r${text}\r\n`],
  ['colours around it', (text) => `\u001B[31;1m${text}\u001B[0m`],
  ['colours around each word', (text) => text.replaceAll(' ', ' \u001B[0m\u001B[31m')],
  ['tabs', (text) => `\t${text.replaceAll(' ', '\t')}`],
  ['typographic quotes', (text) => text.replaceAll(/"([^"]*)"/g, '“$1”').replaceAll(/'([^']*)'/g, '‘$1’')],
  ['a terminal of 80 columns', (text) => cut(`Nov 25 19:00:01 host1 dockerd[736]: ${text}`, 80)],
  ['a narrow terminal', (text) => cut(text, 31, '\r\n')],
  ['a chat', (text) => cut(text, 60, '\n  ')],
  ['journalctl', (text) => `Nov 25 19:00:01 host1 dockerd[736]: ${text}`],
  ['syslog', (text) => `<27>1 2026-11-25T19:00:01.003Z host1 dockerd 736 - - ${text}`],
  ['dmesg -T', (text) => `[Wed Nov 25 19:00:01 2026] ${text}`],
  ['dmesg', (text) => `[12345.031818] ${text}`],
  ['JSON lines', (text) => JSON.stringify({ log: `${text}\n`, stream: 'stderr', time: '2026-11-25T19:00:01Z' })],
  [
    'JSON lines in JSON lines',
    (text) => JSON.stringify({ log: `${JSON.stringify({ msg: text })}\n`, stream: 'stderr' }),
  ],
  ['logfmt', (text) => `time="2026-11-25T19:00:01Z" level=error msg="${quoted(text)}" module=x`],
  [
    'logfmt with more in the message',
    (text) => `time="2026-11-25T19:00:01Z" level=error msg="first\\n${quoted(text)}\\n"`,
  ],
  ['logrus on a terminal', (text) => `ERRO[0012] ${text} `],
  ['klog', (text) => `E1125 19:00:01.123456    1234 manager.go:815] "Failed" err="${quoted(text)}" pod="a/b"`],
  ['a kubectl event', (text) => `  Warning  Failed  3m (x5 over 10m)  kubelet  Error: ${text}`],
  ['GitHub Actions', (text) => `2026-11-25T19:00:01.1234567Z ##[error]${text}`],
  ['docker compose', (text) => `web-1  | ${text}`],
  ['characters of no width', (text) => text.replaceAll(' ', ' \u200B').replaceAll(':', '\u200D:')],
  ['spaces that do not break', (text) => text.replaceAll(' ', '\u00A0')],
  ['HTML', (text) => `<pre>${html(text)}</pre>`],
  ['a quoted mail', (text) => `> ${cut(text, 70, '\n> ')}`],
  ['an answer of the API', (text) => JSON.stringify({ message: text })],
  ['an answer of the API while it pulls', (text) => JSON.stringify({ errorDetail: { message: text }, error: text })],
  ['Portainer', (text) => `Failure\nUnable to create container: ${text}`],
  [
    'a table of events',
    (text) => `LAST SEEN   TYPE      REASON   OBJECT      MESSAGE\n12m   Warning   Failed   pod/web-0   ${text}\n`,
  ],
  ['docker compose up', (text) => ` ✔ Network a_default  Created  0.1s\n ⠿ Container a-db-1  Error  0.4s\n${text}`],
  ['GitLab', (text) => `2026-11-25T19:00:01.123456Z 01O \u001B[31;1mERROR: Job failed: ${text}\u001B[0;m`],
  ['Jenkins', (text) => `[2026-11-25T19:00:01.123Z] ${text}`],
  ['Ansible', (text) => `fatal: [host1]: FAILED! => ${JSON.stringify({ changed: false, msg: text })}`],
  ['Terraform', (text) => `╷\n│ Error: ${text}\n│ \n│   with docker_container.web,\n╵`],
  ['PowerShell', (text) => `docker : ${text}\nAt line:1 char:1\n+ docker run x\n+ ~~~~~~~~~~~~\n    + CategoryInfo`],
  ['BusyBox', (text) => `Nov 25 19:00:01 (none) daemon.err dockerd[231]: ${text}`],
  ['lines with numbers', (text) => ` 120 ${text}\n 121 exit 1`],
  ['Markdown', (text) => `I get this:\n\n\`\`\`console\n# docker run x\n${text}\n\`\`\`\nWhy?`],
];

const messages = knownErrors.flatMap(({ id, messages: own }) => own.map((message) => ({ id, message })));

/** Errors that share these very words: any of them may come first. */
const sameWords = new Map<string, Set<string>>();
for (const { id, message } of messages) {
  const words = squeeze(message.replaceAll(/<[a-z][^>]*>/g, ' ')).text;
  sameWords.set(message, (sameWords.get(words) ?? new Set()).add(id));
  sameWords.set(words, sameWords.get(message) ?? new Set());
}

const plain = (value: string) => value.replaceAll(/[\s\u200B-\u200D]+/g, '');

describe('each message, with values of its own, is found with them in', () => {
  test.each(wraps)('%s', (_name, wrap) => {
    fc.assert(
      fc.property(fc.constantFrom(...messages), fc.integer({ min: 10, max: 99_000 }), ({ id, message }, seed) => {
        const { text, values } = printed(message, seed);
        const pasted = wrap(text);
        const found = match(pasted);
        const own = found.find(({ error }) => error === id);
        expect(own, `${message} in ${found.map(({ error }) => error).join(', ')}`).toMatchObject({ kind: 'certain' });
        if (own?.message !== message) return;
        spansFit(own, pasted);
        const isCut = !pasted.includes(text) && pasted.includes('\n');
        const last = /(?:<[a-z][^>]*>[^a-z\d<]*)+$/i.exec(message)?.[0] ?? '';
        for (const [name, value] of Object.entries(values)) {
          // Where a line is cut in what a message ends with, nobody knows whether the next line still belongs to it.
          if (isCut && last.includes(`<${name}>`)) continue;
          // A row that begins with values, as that of a table, is read from the beginning of its line.
          if (/^<\w+> </.test(message)) continue;
          // A text of any length has no end before a blank, and a line that is cut has no blank for sure.
          if ((isCut ? /> </ : /<(?:text|error)> <|<text>=/).test(message)) continue;
          expect(plain(own.values[name] ?? ''), `<${name}> of ${message}`).toContain(plain(value).slice(0, 8));
        }
      }),
      { numRuns: 150 },
    );
  });
});

test('each message tells its values without what stands around them', () => {
  const wrong = messages.flatMap(({ message }) => {
    // A text of any length has no end before a blank.
    if (/<(?:text|error)> </.test(message)) return [];
    const { text, values } = printed(message, 4711);
    const [found] = createMatcher([{ id: 'x', messages: [message], drivers: [] }])(text);
    return Object.entries(values).flatMap(([name, value]) =>
      found?.values[name] === value ? [] : [`<${name}> of ${message}: ${found?.values[name] ?? 'none'}`],
    );
  });
  expect(wrong).toEqual([]);
});

/** Every letter and digit of the message's own words stands in the spans, in order. */
function spansFit({ message, spans }: ErrorMatch, text: string): void {
  const marked = spans.map(({ start, end }) => text.slice(start, end)).join(' ');
  const words = messageParts(message).flatMap((part) => (part.kind === 'literal' ? [part.text] : []));
  expect(squeeze(marked).text).toBe(squeeze(words.join(' ')).text);
}

test('each message, as it is printed, is found first or behind its own cause', () => {
  const late = messages.filter(({ id, message }) => {
    const { text } = printed(message, 4711);
    const [first] = match(text);
    const general = knownErrors.find((known) => known.id === id)?.special_case_of;
    const leads = knownErrors.find((known) => known.id === first?.error)?.leads_to ?? [];
    const special = knownErrors.find((known) => known.id === first?.error)?.special_case_of;
    return !(
      first?.error === id ||
      leads.includes(id) ||
      special === id ||
      general === first?.error ||
      (first !== undefined && sameWords.get(message)?.has(first.error))
    );
  });
  expect(late.length / messages.length, late.map(({ id, message }) => `${id}: ${message}`).join('\n')).toBeLessThan(
    0.02,
  );
});

describe.each(keptPastes)('pastes of other threads ($name)', ({ pastes, floor }) => {
  const { first, inThree, falseAlarms, wrong } = qualityOf(pastes, ({ text }) => match(text));
  const which = `wrong: ${wrong.join(', ')}`;

  test('get a right first answer, or one in three, and none where they are no storage error', () => {
    expect(first, which).toBeGreaterThanOrEqual(floor.first);
    expect(inThree, which).toBeGreaterThanOrEqual(floor.inThree);
    expect(falseAlarms, which).toBeLessThanOrEqual(floor.falseAlarms);
  });
});

test('a bad message is an error of the filesystem only where a file is named', () => {
  expect(match('mosquitto: bad message')).toEqual([]);
  expect(match('grpc: received bad message: unexpected EOF')).toEqual([]);
  expect(match('lstat /var/lib/docker/overlay2/a1/diff: bad message')[0]?.error).toBe('structure-needs-cleaning');
});

test('what the mount program said comes before the mount that it refused', () => {
  const text =
    'creating overlay mount to /s/overlay/a1/merged: using mount program /usr/bin/fuse-overlayfs: fuse: failed to open /dev/fuse: Permission denied\nfuse-overlayfs: cannot mount: Invalid argument';
  expect(match(text)[0]?.error).toBe('fuse-overlayfs-unavailable');
});

test('a mount that the kernel refused comes before the program that Docker tries after it', () => {
  const text =
    'msg="failed to mount overlay: invalid argument" storage-driver=overlay2\nmsg="exec: \\"fuse-overlayfs\\": executable file not found in $PATH" storage-driver=fuse-overlayfs';
  expect(match(text)[0]?.error).toBe('overlay-mount-invalid-argument');
});

test('what has been deprecated is said of much else than drivers', () => {
  expect(match('containerd config version `1` has been deprecated and will be removed in containerd v2.0')).toEqual([]);
});

test('a full /var/tmp is about images only where a tool for them says so', () => {
  expect(match('scp: /var/tmp/a.yml: No space left on device').map(({ error }) => error)).not.toContain(
    'no-space-image-tmp',
  );
  expect(match('podman save: open /var/tmp/a.tar: no space left on device')[0]?.error).toBe('no-space-image-tmp');
});

test('an archive that no tool knows is told by the tool, and an image of another kind is none', () => {
  expect(match('FATA[0000] unrecognized image format\n$ nerdctl load -i a.tar')[0]?.error).toBe(
    'load-archive-incomplete',
  );
  expect(match('convert: unrecognized image format a.png')).toEqual([]);
  expect(match('import json\nSyntaxError: unexpected EOF while parsing')).toEqual([]);
});

test('a registry that names the number of the error only is full', () => {
  const text =
    'err.detail="{\\"DriverName\\":\\"filesystem\\",\\"Enclosed\\":{\\"Op\\":\\"mkdir\\",\\"Path\\":\\"/x\\",\\"Err\\":28}}"';
  expect(match(text)[0]?.error).toBe('no-space-left-on-device');
  expect(match(text.replace('28', '13'))).toEqual([]);
});

test('what docker-storage-setup says of a driver is no device in use', () => {
  expect(match('Docker has been previously configured for use with devicemapper graph driver')).toEqual([]);
});

test('what other programs of a system say in its language is found', () => {
  const busy =
    'rm: das Entfernen von „/var/lib/docker/overlay2/a1/merged“ ist nicht möglich: Das Gerät oder die Ressource ist belegt';
  expect(match(busy)[0]?.error).toBe('rm-device-or-resource-busy');
  expect(match('tail: inotify_add_watch „/x“: デバイスに空き領域がありません')[0]?.error).toBe(
    'no-space-inotify-watches',
  );
  expect(match('mkdir: kann Verzeichnis „/x“ nicht anlegen: Keine Berechtigung')).toEqual([]);
  expect(match('/dev/sdb: 设备或资源忙')).toEqual([]);
});

test('every message with letters that English has not is of a known language', () => {
  const foreign = knownErrors.flatMap(({ messages }) => messages).filter((text) => /(?=\p{L})\P{ASCII}/u.test(text));
  expect(foreign.length).toBeGreaterThan(0);
  expect(foreign.filter((text) => languageOf(text) === undefined)).toEqual([]);
});

test('a build that ran out of room is told from a pull, in either order', () => {
  const build = 'ERROR: failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 1';
  expect(match(`#9 write /tmp/a: no space left on device\n${build}`)[0]?.error).toBe('no-space-build-cache');
  const pull = 'failed to register layer: Error processing tar file(exit status 1): write /a: no space left on device';
  expect(match(`ERROR: failed to solve: ${pull}`)[0]?.error).toBe('no-space-build-cache');
  expect(match(pull)[0]?.error).toBe('no-space-left-on-device');
});

test.each([
  ['colima: no space left on device', 'no-space-desktop-vm'],
  ['Rancher Desktop says no space left on device', 'no-space-desktop-vm'],
  ['WSL2 disk is full', 'no-space-desktop-vm'],
  ['/var/lib/containerd is full', 'no-space-containerd'],
  ['no space left on device /var/lib/docker', 'no-space-data-root'],
  ['docker.img is full', 'no-space-data-root'],
])('%s is told by the place that it names', (text, error) => {
  expect(match(text)[0]?.error).toBe(error);
});

test('a name that kubelet has reserved is no database that contradicts itself', () => {
  const reserved = 'failed to reserve container name "a_b_0": name "a_b_0" is reserved for "73cc6d80cd66"';
  expect(match(`Warning  Failed  kubelet  Error: ${reserved}`)).toEqual([]);
  expect(match(`error="failed to recover state: ${reserved}"`)[0]?.error).toBe('containerd-cannot-recover');
});

test('what Podman keeps for one boot is no layer', () => {
  const file = 'open /run/containers/storage/overlay-containers/a1/userdata/x: no such file or directory';
  expect(
    match(`level=warning msg="The state of a container will be looked at again in some seconds: ${file}"`),
  ).toEqual([]);
  expect(match(`Error: unable to start container "a": ${file}`)[0]?.error).toBe('podman-unhandled-reboot');
});

test('a blob that was not committed, as its precondition failed, is another one than expected', () => {
  const cut = 'rpc error: code = FailedPrecondition desc = failed commit on ref "layer-sha256:83';
  expect(match(`Warning  Failed  kubelet  Failed to pull image "a": ${cut}`)[0]?.error).toBe(
    'layer-verification-failed',
  );
});

test('a folder of overlay that is not empty is told by the number that Python gives', () => {
  expect(match("OSError: [Errno 39] Directory not empty: '/x'\nStorage Driver: overlay")[0]?.error).toBe(
    'rm-directory-not-empty',
  );
});

test('a store without room is the cause of a layer that was not registered', () => {
  const pull = 'Error processing tar file(exit status 1): open /usr/lib/p';
  expect(match(`no space left on device in podman\n${pull}`)[0]?.error).toBe('no-space-left-on-device');
});

test('a file system that switches to read-only is told in the words of a title', () => {
  expect(match('Docker Desktop: the filesystem switches to read-only')[0]?.error).toBe('read-only-file-system');
});
