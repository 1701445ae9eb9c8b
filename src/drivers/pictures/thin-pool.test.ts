import { expect, test } from 'vitest';
import { afterWrite, drawThinPool, poolUsage, tellThinPool, thinPoolExample } from './thin-pool.ts';
import type { ThinDevice, ThinPool } from './thin-pool.ts';

const base: ThinDevice = { name: 'base', kind: 'base', size: 4, map: { 0: 0, 1: 1 } };
const container: ThinDevice = { name: 'container', kind: 'container', size: 4, map: { 0: 0, 1: 1, 2: 2 } };
const pool: ThinPool = { size: 6, devices: [base, container] };

test('a block that two devices use is allocated once', () => {
  expect(poolUsage(pool)).toEqual({ allocated: 3, shared: 2, free: 3, promised: 8, percent: 50 });
});

test.each([
  [0, 0, 0],
  [3, 1, 33],
  [3, 3, 100],
  [1000, 999, 99],
])('of %d blocks, %d allocated are %d percent, and 100 means full', (size, allocated, percent) => {
  const map = Object.fromEntries(Array.from({ length: allocated }, (_, block) => [block, block]));
  expect(poolUsage({ size, devices: [{ ...base, size, map }] }).percent).toBe(percent);
});

test.each([
  [{ 4: 0 }, 'base maps its block 4 of 4 to block 0 of 6.'],
  [{ 0: 6 }, 'base maps its block 0 of 4 to block 6 of 6.'],
  [{ 0: -1 }, 'base maps its block 0 of 4 to block -1 of 6.'],
  [{ 0: 3, 1: 3 }, 'base maps two of its blocks to block 3.'],
])('a map of %j cannot be', (map, message) => {
  expect(() => poolUsage({ size: 6, devices: [{ ...base, map }] })).toThrow(message);
});

test('a shared block is copied to a newly allocated one, and the other device keeps its own', () => {
  const after = afterWrite({ pool, write: { device: 'container', blocks: [1] } });
  expect(after.fresh).toEqual([3]);
  expect(after.pool.devices.map(({ map }) => map)).toEqual([base.map, { 0: 0, 1: 3, 2: 2 }]);
});

test('a block that was never written is allocated', () => {
  expect(afterWrite({ pool, write: { device: 'base', blocks: [3] } }).fresh).toEqual([3]);
});

test('a block of its own is overwritten, also one that the same write has allocated', () => {
  expect(afterWrite({ pool, write: { device: 'container', blocks: [2] } }).fresh).toEqual([]);
  expect(afterWrite({ pool, write: { device: 'container', blocks: [3, 3] } }).fresh).toEqual([3]);
});

test('a full pool takes no write that needs a block', () => {
  const write = { device: 'container', blocks: [1] };
  expect(() => afterWrite({ pool: { ...pool, size: 3 }, write })).toThrow(
    'The pool is full, so container cannot write to block 1.',
  );
});

test.each([
  ['other', 0, 'The pool has no device other.'],
  ['base', 4, 'base has no block 4: it has 4 blocks, counted from 0.'],
])('a write to %s, block %d, is refused', (device, block, message) => {
  expect(() => afterWrite({ pool, write: { device, blocks: [block] } })).toThrow(message);
});

test('the drawing has a cell for each block of each device and of the pool, and all lie within its size', () => {
  const { width, height, shapes } = drawThinPool(thinPoolExample);
  const cells = shapes.filter((shape) => shape.shape === 'box' && !['sheet', 'under'].includes(shape.tone));
  const key = 3;
  expect(cells).toHaveLength(4 * 8 + 16 + key);
  for (const shape of shapes) {
    if (shape.shape !== 'box') continue;
    expect(shape.x + shape.width).toBeLessThanOrEqual(width);
    expect(shape.y + shape.height).toBeLessThanOrEqual(height);
  }
});

test('the key names blocks of one device only if there are some', () => {
  const said = (write: typeof thinPoolExample) =>
    drawThinPool(write).shapes.some((shape) => shape.shape === 'text' && shape.text.startsWith('used by one device'));
  expect(said(thinPoolExample)).toBe(false);
  expect(said({ pool, write: { device: 'container', blocks: [1] } })).toBe(true);
});

test('the words say what the write allocates and how full the pool is', () => {
  const words = tellThinPool(thinPoolExample);
  expect(words).toHaveLength(6);
  expect(words[4]).toBe(
    'Container web wrote to its blocks 1 and 6. For that, pool blocks 5 and 6 were newly allocated; what other devices see in their blocks did not change.',
  );
  expect(words[5]).toBe(
    'Of 16 pool blocks, 7 are allocated (43 %), 5 of them shared by several devices, and 9 are free. The devices together claim 32.',
  );
});

test('the words say so if a write allocates nothing, and if a device has nothing', () => {
  const empty: ThinDevice = { name: 'new', kind: 'container', size: 2, map: {} };
  const words = tellThinPool({
    pool: { size: 6, devices: [container, empty] },
    write: { device: 'container', blocks: [2] },
  });
  expect(words[1]).toBe('new (a container, a snapshot) claims 2 blocks; none of them allocated.');
  expect(words[2]).toBe('container wrote to its block 2. No pool block was allocated for that.');
});
