import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact } from './redact.ts';

test.each([
  ['a token', 'fatal: ghp_abcdefghijklmnop1234567890 refused', 'fatal: <token> refused'],
  ['what follows a bearer', 'Authorization: Bearer abc.def.ghi', 'Authorization: Bearer <token>'],
  ['a password', 'mysql --password=hunter22', 'mysql --password=<token>'],
  ['a login in an address', 'https://me:secret@registry.example/v2/', 'https://<login>@registry.example/v2/'],
  ['an e-mail address', 'from jane.doe@example.org', 'from <email>'],
  ['a user in a path', 'open /home/jane/.local/share: denied', 'open /home/<user>/.local/share: denied'],
  ['a user of Windows', 'C:\\Users\\Jane\\x', 'C:\\Users\\<user>\\x'],
  ['a prompt', 'jane@web-1:~$ docker info', '<user@host>:~$ docker info'],
  ['an id', 'layer 4f2a9c0d1e5b77aa not found', 'layer <id> not found'],
  ['a digest', `sha256:${'0a'.repeat(32)}`, 'sha256:<id>'],
  ['an address', 'dial tcp 10.0.12.7:2375: refused', 'dial tcp <ip>:2375: refused'],
  ['a long address', 'ping fe80::1ff:fe23:4567:890a', 'ping <ip>'],
  [
    'the host of a syslog line',
    'Nov 25 02:13:07 web-1 dockerd[812]: failed',
    'Nov 25 02:13:07 <host> dockerd[812]: failed',
  ],
  [
    'the host of a journal line',
    '2026-11-25T02:13:07+0100 web-1 kernel: EXT4-fs',
    '2026-11-25T02:13:07+0100 <host> kernel: EXT4-fs',
  ],
  ['a host inside a network', 'on db.prod.internal today', 'on <host> today'],
  ['a hardware address', 'eth0 02:42:ac:11:00:02 up', 'eth0 <mac> up'],
])('%s is taken out', (_, text, expected) => {
  expect(redact(text)).toBe(expected);
});

test.each([
  'write /var/lib/docker/tmp/x: no space left on device',
  'Docker 29.7.2 on 5.15.0-101-generic',
  'deadbeef added',
  'feedback is facade',
])('%j has nothing to take out', (text) => {
  expect(redact(text)).toBe(text);
});

test('any text is read in a moment', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => typeof redact(text) === 'string'));
  for (const part of ['a', '.', 'a.', '1.', ':', 'a:', '@', 'a@', '/home/', 'password ', '\\', 'eyJ-']) {
    expect(redact(part.repeat(100_000)).length).toBeGreaterThan(0);
  }
});
