import { expect, test } from 'vitest';
import { expectProblems, knownError } from '../../../tests/fixtures/content-tree.ts';
import { newError } from '../new.ts';
import { beginsWithMessage } from './message-first.ts';

test('a title in our own words is named with the message that it could begin with', () =>
  expectProblems(
    {
      'content/errors/a.mdx': knownError({
        title: '‸Removing a container fails, device or resource busy',
        messages: "['unlinkat <path>: device or resource busy']",
      }),
      'content/errors/b.mdx': knownError({ title: '"‸A disk is full"' }).replace('"‸', '‸"'),
    },
    'message-first  The title begins with “removing a container”, which is in none of the messages. Begin with what the terminal prints, with … for what varies, such as “unlinkat …: device or resource busy”, and say the rest after it.',
    'message-first  The title begins with “a disk is”, which is in none of the messages. Begin with what the terminal prints, with … for what varies, such as “no space left on device”, and say the rest after it.',
  ));

test('a special case may begin with the message of the general error', () =>
  expectProblems({
    'content/errors/a.mdx': knownError({
      title: 'No space left on device, in a tmpfs',
      messages: '[could not resize shared memory segment]',
      special_case_of: 'no-space',
    }),
  }));

test.each([
  ['layer not known', 'layer not known'],
  ['No space left on device on btrfs', 'write <path>: no space left on device'],
  ['Podman: creating runtime static files directory', 'creating runtime static files directory "<path>"'],
  ['docker load: open …/layer.tar: no such file', 'open <path>/docker-import-<number>/layer.tar: no such file'],
  ['crun: make …/merged private', 'crun: make `<path>/merged` private: Permission denied'],
  ['/dev/… has a filesystem already', '<device> has a filesystem already, use dm.directlvm_device_force=true'],
  ['The storage-driver is deprecated', 'WARNING: the <driver> storage-driver is deprecated'],
  ['inotify_add_watch, no space left', 'inotify_add_watch <path>: no space left on device'],
  ['ошибка: нет места', 'ошибка: нет места на устройстве'],
])('“%s” begins with a message', (title, message) => {
  expect(beginsWithMessage(title, ['another message', message])).toBe(true);
});

test.each([
  ['Overlay mount fails with invalid argument', 'failed to mount overlay: invalid argument'],
  ['The engine on a small disk: no space left', 'no space left on device'],
  ['left on a device', 'no space left on device'],
  ['A full disk', '<path> <number> <size>'],
  ['… … …', 'no space left on device'],
  [', or so', 'or so'],
])('“%s” does not begin with “%s”', (title, message) => {
  expect(beginsWithMessage(title, [message])).toBe(false);
});

test.each(['failed to mount "<path>": invalid argument', '<path> is busy', 'panic: (.+)*$'])(
  'the page that is begun for “%s” passes',
  (message) => {
    const { text } = newError(message, new Date('2026-11-24T10:00:00Z'));
    expect(text).toContain(message.replaceAll('"', String.raw`\"`));
    expect(beginsWithMessage(message, [message])).toBe(true);
  },
);
