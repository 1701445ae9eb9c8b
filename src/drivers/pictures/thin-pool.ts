import { box, drawingWidth, listed, round, sheet, shorten, text } from './drawing.ts';
import type { Drawing, Shape, Text, BoxTone } from './drawing.ts';
import { filled } from '../../site/filled.ts';
import { plural } from '../../site/plural.ts';
import * as words from '../../site/words.ts';

/** A device whose blocks are taken from a pool when they are first written. */
export interface ThinDevice {
  /** What the device is: `Container web`. */
  name: string;
  /** `base` is what the first layer is a snapshot of; a layer is read-only in use, a container's device is written. */
  kind: 'base' | 'layer' | 'container';
  /** Blocks that the device claims to have. */
  size: number;
  /** Pool block of each virtual block that has been written; both count from 0. */
  map: Readonly<Record<number, number>>;
}

/** A thin pool and the devices that share its blocks. */
export interface ThinPool {
  /** Blocks that the pool really has. */
  size: number;
  devices: readonly ThinDevice[];
}

/** A pool before a write, and what is written. */
export interface ThinWrite {
  pool: ThinPool;
  /** Name of the device, and its virtual blocks in the order of the writes. */
  write: { device: string; blocks: readonly number[] };
}

/** How full a pool is, all in blocks but for `percent`. */
export interface PoolUsage {
  /** Pool blocks that at least one device uses. */
  allocated: number;
  /** Of these, blocks that two devices or more use. */
  shared: number;
  /** Pool blocks that nobody uses. */
  free: number;
  /** Blocks that all devices together claim to have; more than the pool's if it is overcommitted. */
  promised: number;
  /** Allocated of all pool blocks, 0 to 100, rounded down, so that 100 means full. */
  percent: number;
}

/** Two containers on one image, of which one changes a block of the image and writes one that was never written. */
export const thinPoolExample: ThinWrite = {
  pool: {
    size: 16,
    devices: [
      { name: words.baseDevice, kind: 'base', size: 8, map: { 0: 0, 1: 1, 2: 2 } },
      { name: words.imageLayer, kind: 'layer', size: 8, map: { 0: 0, 1: 1, 2: 2, 3: 3, 4: 4 } },
      {
        name: filled(words.containerNamed, { name: 'web' }),
        kind: 'container',
        size: 8,
        map: { 0: 0, 1: 1, 2: 2, 3: 3, 4: 4 },
      },
      {
        name: filled(words.containerNamed, { name: 'jobs' }),
        kind: 'container',
        size: 8,
        map: { 0: 0, 1: 1, 2: 2, 3: 3, 4: 4 },
      },
    ],
  },
  write: { device: filled(words.containerNamed, { name: 'web' }), blocks: [1, 6] },
};

/**
 * How full a pool is. A pool of no blocks is 0 % full.
 * Throws if a device maps a block outside itself or outside the pool, or two blocks to one.
 * Source: https://docs.kernel.org/admin-guide/device-mapper/thin-provisioning.html
 */
export function poolUsage({ size, devices }: ThinPool): PoolUsage {
  const users = usersOf({ size, devices });
  const allocated = users.size;
  const shared = [...users.values()].filter((names) => names.length > 1).length;
  const promised = devices.reduce((sum, device) => sum + device.size, 0);
  const percent = size === 0 ? 0 : Math.floor((100 * allocated) / size);
  return { allocated, shared, free: size - allocated, promised, percent };
}

/**
 * The pool after a device has written to some of its virtual blocks, and the pool blocks newly allocated for that.
 * A block that the device shares, or does not have yet, gets the lowest free pool block; its own is overwritten.
 * Throws if there is no such device or virtual block, or if the pool is full: the write would have to wait.
 * Source: https://docs.kernel.org/admin-guide/device-mapper/thin-provisioning.html
 */
export function afterWrite({ pool, write }: ThinWrite): { pool: ThinPool; fresh: number[] } {
  const fresh: number[] = [];
  let after = pool;
  for (const virtual of write.blocks) {
    const device = after.devices.find(({ name }) => name === write.device);
    if (device === undefined) throw new Error(`The pool has no device ${write.device}. Name one that it has.`);
    if (virtual < 0 || virtual >= device.size) {
      throw new Error(`${device.name} has no block ${virtual}: it has ${device.size} blocks, counted from 0.`);
    }
    const users = usersOf(after);
    const current = device.map[virtual];
    if (current !== undefined && users.get(current)?.length === 1) continue;
    const free = Array.from({ length: after.size }, (_, block) => block).find((block) => !users.has(block));
    if (free === undefined) throw new Error(`The pool is full, so ${device.name} cannot write to block ${virtual}.`);
    fresh.push(free);
    const changed = { ...device, map: { ...device.map, [virtual]: free } };
    after = { ...after, devices: after.devices.map((one) => (one === device ? changed : one)) };
  }
  return { pool: after, fresh };
}

/** The names of the devices that use each pool block, by block; blocks that nobody uses are missing. */
function usersOf({ size, devices }: ThinPool): Map<number, string[]> {
  const users = new Map<number, string[]>();
  for (const device of devices) {
    for (const [virtual, block] of Object.entries(device.map)) {
      if (Number(virtual) >= device.size || block < 0 || block >= size) {
        throw new Error(`${device.name} maps its block ${virtual} of ${device.size} to block ${block} of ${size}.`);
      }
      const names = users.get(block) ?? [];
      if (names.includes(device.name)) throw new Error(`${device.name} maps two of its blocks to block ${block}.`);
      users.set(block, [...names, device.name]);
    }
  }
  return users;
}

const inset = 6;
const gap = 3;
const inRow = 8;
const cell = (drawingWidth - 3 - 2 * inset - (inRow - 1) * gap) / inRow;
const rowHeight = 23;

/** The pool after the write: each device with the pool blocks that its own blocks lie in, then the pool itself. */
export function drawThinPool(data: ThinWrite): Drawing {
  const { pool, fresh } = afterWrite(data);
  const usage = poolUsage(pool);
  const users = usersOf(pool);
  const toneOf = (block: number | undefined): BoxTone => {
    if (block === undefined || !users.has(block)) return 'free';
    if (fresh.includes(block)) return 'fresh';
    return (users.get(block)?.length ?? 0) > 1 ? 'shared' : 'plain';
  };
  const letters = (tone: BoxTone): Text['tone'] =>
    tone === 'fresh' ? 'on-fresh' : tone === 'free' ? 'muted' : 'plain';
  const shapes: Shape[] = [];
  let y = 0;

  /** A sheet with a heading and rows of blocks; a block is a number in a cell of its tone. */
  const addSheet = (name: string, about: string, blocks: readonly { tone: BoxTone; word: string }[]) => {
    const rows = Math.ceil(blocks.length / inRow);
    const most = Math.floor((drawingWidth - 3 - 2 * inset - about.length * 5.9 - 6) / 6.1);
    const height = 23 + rows * (rowHeight + gap) + 6;
    shapes.push(...sheet(0, y, drawingWidth, height));
    shapes.push(
      text('strong', inset, y + 16, shorten(name, most)),
      text('muted', drawingWidth - 3 - inset, y + 16, about, 'end'),
    );
    blocks.forEach(({ tone, word }, index) => {
      const x = inset + (index % inRow) * (cell + gap);
      const top = y + 23 + Math.floor(index / inRow) * (rowHeight + gap);
      shapes.push(...box(tone, x, top, cell, rowHeight));
      if (word !== '') shapes.push(text(letters(tone), x + cell / 2, top + 16, word, 'middle'));
    });
    y += height + 7;
  };

  for (const { name, size, map } of pool.devices) {
    const blocks = Array.from({ length: size }, (_, virtual) => ({ tone: toneOf(map[virtual]), word: map[virtual] }));
    const used = Object.keys(map).length;
    addSheet(
      name,
      filled(words.blocksUsed, { used, size }),
      blocks.map(({ tone, word }) => ({ tone, word: word === undefined ? '' : `${word}` })),
    );
  }
  y += 8;
  const blocks = Array.from({ length: pool.size }, (_, block) => ({ tone: toneOf(block), word: `${block}` }));
  const { allocated: used, percent } = usage;
  addSheet(words.thinPool, filled(words.poolUsed, { used, size: pool.size, percent }), blocks);

  y += 2;
  const own = usage.allocated - usage.shared - fresh.length;
  const key: [BoxTone, string][] = [
    ['shared', filled(words.keySeveralDevices, { count: usage.shared })],
    ['plain', filled(words.keyOneDevice, { count: own })],
    ['fresh', filled(words.keyFresh, { count: fresh.length })],
    ['free', filled(words.keyFree, { count: usage.free })],
  ];
  for (const [tone, said] of key.filter(([tone]) => tone !== 'plain' || own > 0)) {
    shapes.push(...box(tone, inset, y, 18, 13), text('plain', inset + 26, y + 11, said));
    y += 19;
  }
  return { width: drawingWidth, height: round(y - 4), shapes };
}

const kinds = { base: words.kindBase, layer: words.kindLayer, container: words.kindContainer } as const;

/** The same in words: each device, what the write allocates, and how full the pool is. */
export function tellThinPool(data: ThinWrite): string[] {
  const { pool, fresh } = afterWrite(data);
  const { allocated, shared, free, promised, percent } = poolUsage(pool);
  const { device, blocks } = data.write;
  const numbers = (values: readonly number[]) => listed(values.map(String));
  const wrote = filled(plural(blocks.length, words.wroteTo), { device, blocks: numbers(blocks) });
  const allocation =
    fresh.length === 0
      ? words.allocatedNone
      : filled(plural(fresh.length, words.allocatedNew), { blocks: numbers(fresh) });
  return [
    ...pool.devices.map(({ name, kind, size, map }) => {
      const mapped = Object.entries(map).map(([virtual, block]) => filled(words.blockIn, { virtual, block }));
      const about = { name, kind: kinds[kind], size };
      return mapped.length === 0
        ? filled(words.deviceEmpty, about)
        : filled(words.deviceMapped, { ...about, blocks: listed(mapped) });
    }),
    `${wrote} ${allocation}`,
    filled(words.poolSum, { size: pool.size, allocated, percent, shared, free, promised }),
  ];
}
