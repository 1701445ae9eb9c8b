import { expect, test } from 'vitest';
import { createMatcher } from './matcher.ts';

const values = (message: string, text: string) =>
  createMatcher([{ id: 'x', messages: [message], drivers: [] }])(text)[0]?.values;

test.each([
  [
    'two parts with a colon between them',
    'failed to extract the layer <digest>: <error>',
    'failed to extract the layer sha256:12ab: write /x: full',
    { digest: 'sha256:12ab', error: 'write /x: full' },
  ],
  [
    'two parts with a blank between them',
    'failed to rename <path> <value>: exists',
    'failed to rename /a /b: exists',
    { path: '/a', value: '/b' },
  ],
  [
    'a folder and a name in it',
    'could not open /var/lib/<id>/<path>: gone',
    'could not open /var/lib/12ab/a/b: gone',
    { id: '12ab', path: 'a/b' },
  ],
  [
    'two parts in quotes',
    'could not mount "<device>": "<path>" was gone',
    String.raw`could not mount \"dm-3\": \"/x\" was gone`,
    { device: 'dm-3', path: '/x' },
  ],
  [
    'a path with signs and a number behind it',
    "could not resolve '<path>': -2",
    "could not resolve '/var/lib': -2",
    { path: '/var/lib' },
  ],
  [
    'a name in escaped quotes with a bracket behind it',
    'could not make "<name>" (dev: <number>): gone',
    String.raw`could not make "pool-1" (dev: 7): gone`,
    { name: 'pool-1', number: '7' },
  ],
  ['a number with its unit', 'the pool is <number>% full', 'the pool is 97% full', { number: '97' }],
  [
    'a path in quotes with which the message begins, behind others of its line',
    '"<path>" has two drivers',
    'it failed: "/var/lib/docker" has two drivers',
    { path: '/var/lib/docker' },
  ],
  ['a part behind signs', 'could not do it (why?): <driver>', 'could not do it (why?): zfs.', { driver: 'zfs' }],
  [
    'quotes as HTML spells them',
    'could not open "<path>": gone',
    'could not open &quot;/a b&quot;: gone',
    { path: '/a b' },
  ],
  ['nothing that nobody sees', 'could not open <path>: gone', 'could not open\u00A0/a\u200B/b: gone', { path: '/a/b' }],
  ['a path that a quoted mail cut', 'could not open <path>: gone', '> could not open /a\n> /b: gone', { path: '/a/b' }],
  [
    'a text of two lines in a mail',
    'it said <text> at the end',
    '> it said one\n> two at the end',
    { text: 'one\ntwo' },
  ],
  ['one of two that is missing', 'failed to do it <id>: <error>', 'failed to do it 12ab', { id: '12ab' }],
])('%s', (_name, message, text, expected) => {
  expect(values(message, text)).toEqual(expected);
});
