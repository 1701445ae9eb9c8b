import { expect, test } from 'vitest';
import { leastOf, withoutImplied } from './implied.ts';

const never = () => false;

test('what differs in quotes, capitals or a short word before or behind is found by one of them', () => {
  expect(
    withoutImplied(
      [
        'ctr: content digest <digest>: not found',
        'content digest <digest>: not found',
        'Content digest "<digest>": not found',
        'content digest <digest>: not found.',
      ],
      never,
    ),
  ).toEqual(['content digest <digest>: not found']);
});

test('a message with a named part of its own, or with many more words, stays', () => {
  const messages = [
    'layer not known',
    'reading layer <id>: layer not known',
    'you may need to remove the image to resolve the error: layer not known',
  ];
  expect(withoutImplied(messages, never)).toEqual(messages);
});

test('of messages that grow little by little, one stays that is much longer than the last one kept', () => {
  expect(
    withoutImplied(['layer not known', 'parent of layer not known', 'the parent of layer not known'], never),
  ).toEqual(['layer not known', 'the parent of layer not known']);
});

test('the order stays', () => {
  expect(withoutImplied(['mount failed', 'disk full', 'no room'], never)).toEqual([
    'mount failed',
    'disk full',
    'no room',
  ]);
  expect(withoutImplied([], never)).toEqual([]);
});

test('where another error has words in a message, the longer one counts and stays', () => {
  const errors = [
    {
      id: 'b',
      messages: ['no space left', 'write: no space left', 'disk full', 'a disk full'],
      drivers: ['docker-zfs'],
    },
    { id: 'a', messages: ['space left'], drivers: [], severity: 'down' },
  ];
  expect(leastOf(errors)).toEqual([
    { id: 'a', messages: ['space left'], drivers: [], severity: undefined },
    {
      id: 'b',
      messages: ['no space left', 'write: no space left', 'disk full'],
      drivers: ['zfs'],
      severity: undefined,
    },
  ]);
});
