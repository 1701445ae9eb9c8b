import { expect, test } from 'vitest';
import { drawSnapshotTree, placeSnapshots, snapshotTreeExample, tellSnapshotTree } from './snapshot-tree.ts';
import type { PlacedNode, SnapshotNode } from './snapshot-tree.ts';

function node(id: string, parent?: string, own = 1, name = id): SnapshotNode {
  return { id, name, kind: 'image-layer', own, ...(parent === undefined ? {} : { parent }) };
}

const chain = (length: number) =>
  Array.from({ length }, (_, depth) => node(`n${depth}`, depth === 0 ? undefined : `n${depth - 1}`));
const wide = [node('root'), ...Array.from({ length: 30 }, (_, index) => node(`c${index}`, 'root'))];
const forest = [
  node('b', 'a'),
  node('x'),
  node('a'),
  node('y', 'x', 500, 'A name that is long enough for two or three lines'),
];

const trees: [string, readonly SnapshotNode[]][] = [
  ['the example', snapshotTreeExample],
  ['one node', [node('root')]],
  ['a chain of 40', chain(40)],
  ['a root with 30 children', wide],
  ['two roots in mixed order', forest],
  ['nodes without data', [node('a', undefined, 0), node('b', 'a', 0)]],
];

function overlap(one: PlacedNode, other: PlacedNode): boolean {
  const beside = one.x + one.width <= other.x || other.x + other.width <= one.x;
  return !beside && one.y < other.y + other.height && other.y < one.y + one.height;
}

test.for(trees)('%s: no two nodes overlap', ([, nodes]) => {
  const placed = placeSnapshots(nodes);
  expect(placed).toHaveLength(nodes.length);
  placed.forEach((one, index) => {
    for (const other of placed.slice(index + 1)) expect(overlap(one, other)).toBe(false);
  });
});

test.for(trees)('%s: nodes fit the drawing, bars fit their node, and there is room to read', ([, nodes]) => {
  for (const { x, width, sharedBar, ownBar } of placeSnapshots(nodes)) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(256.01);
    expect(width).toBeGreaterThanOrEqual(175.99);
    expect(sharedBar + ownBar).toBeLessThanOrEqual(width);
  }
});

test('a child stands below its parent, further in, and shares all that its ancestors wrote', () => {
  const [a, b, c] = placeSnapshots([node('a', undefined, 10), node('b', 'a', 5), node('c', 'b', 1)]);
  expect([a?.shared, b?.shared, c?.shared]).toEqual([0, 10, 15]);
  expect([a?.depth, b?.depth, c?.depth]).toEqual([0, 1, 2]);
  expect(b?.x).toBeGreaterThan(a?.x ?? Infinity);
  expect(c?.y).toBeGreaterThan(b?.y ?? Infinity);
});

test('branches stay together and siblings keep their order, wherever they stand in the data', () => {
  expect(placeSnapshots(forest).map((placed) => placed.node.id)).toEqual(['x', 'y', 'a', 'b']);
});

test('a new node leaves those before it where they were', () => {
  const before = placeSnapshots(snapshotTreeExample);
  const after = placeSnapshots([...snapshotTreeExample, node('db-2', 'database', 0)]);
  expect(after.slice(0, before.length)).toEqual(before);
});

test('bars of equal data are of equal length, at any depth', () => {
  const [a, b] = placeSnapshots([node('a', undefined, 10), node('b', 'a', 10)]);
  expect(a?.ownBar).toBe(b?.ownBar);
  expect(b?.sharedBar).toBe(a?.ownBar);
});

test.each([
  ['a parent that is missing', [node('a', 'gone')], 'The snapshot a descends from no root. Its parent is gone'],
  ['a circle', [node('r'), node('a', 'b'), node('b', 'a')], 'The snapshot a descends from no root. Its parent is b'],
  ['an id twice', [node('a'), node('a')], 'Two snapshots have the id a.'],
])('%s is named', (_, nodes, message) => {
  expect(() => placeSnapshots(nodes)).toThrow(message);
});

test('the drawing links each child to its parent', () => {
  const { shapes } = drawSnapshotTree(snapshotTreeExample);
  expect(shapes.filter(({ tone }) => tone === 'link')).toHaveLength(snapshotTreeExample.length - 1);
});

test('sizes have one decimal at most', () => {
  expect(tellSnapshotTree([node('a', undefined, 0.1), node('b', 'a', 0.25)])).toEqual([
    '“a” (image layer, read-only) is a root: 0.1 MiB of its own, 0 MiB shared.',
    '“b” (image layer, read-only) is a snapshot of “a”: 0.3 MiB of its own, 0.1 MiB shared.',
    'Together they show 0.5 MiB of data and store 0.4 MiB.',
  ]);
});

test('no nodes make a drawing of the key alone', () => {
  expect(placeSnapshots([])).toEqual([]);
  expect(drawSnapshotTree([]).height).toBeGreaterThan(0);
});

test('the words say origin, size and what sharing saves', () => {
  const words = tellSnapshotTree(snapshotTreeExample);
  expect(words[0]).toBe('“Base: Debian” (image layer, read-only) is a root: 75 MiB of its own, 0 MiB shared.');
  expect(words[3]).toBe(
    '“Container shop-1” (container, writable) is a clone of “The shop”: 3 MiB of its own, 145 MiB shared.',
  );
  expect(words.at(-1)).toBe('Together they show 957 MiB of data and store 255 MiB.');
});
