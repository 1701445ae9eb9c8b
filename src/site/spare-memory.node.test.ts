import { expect, test } from 'vitest';
import { spareMemory } from './spare-memory.node.ts';

test('what nobody needs any more is gone from memory', async () => {
  const unused = new WeakRef(Array.from({ length: 1000 }, String));
  await new Promise(setImmediate); // Until then whoever made a weak reference holds on to what it means.
  spareMemory();
  expect(unused.deref()).toBeUndefined();
});
