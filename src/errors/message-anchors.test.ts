import { expect, test } from 'vitest';
import { messageAnchors } from './message-anchors.ts';

test('each message has an id of its words, and no two have one', () => {
  const long = 'a message that goes on and on and says the same for sixty characters, then something';
  expect(messageAnchors(['write <path>: no space left', 'write <path>: no space left!', long, `${long} else`])).toEqual(
    [
      'message-write-path-no-space-left',
      'message-write-path-no-space-left-2',
      'message-a-message-that-goes-on-and-on-and-says-the-same-for',
      'message-a-message-that-goes-on-and-on-and-says-the-same-for-2',
    ],
  );
});
