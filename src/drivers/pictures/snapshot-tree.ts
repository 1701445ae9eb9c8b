import { box, drawingWidth, lineHeight, round, sheet, text, wrap } from './drawing.ts';
import type { Drawing, Shape } from './drawing.ts';
import { filled } from '../../site/filled.ts';
import * as words from '../../site/words.ts';

/** A subvolume or dataset of a copy-on-write filesystem. */
export interface SnapshotNode {
  /** Names the node for its children; unique in the tree. */
  id: string;
  /** Id of the node of which this is a snapshot or clone; a root has none. */
  parent?: string;
  /** What it holds: `Python runtime`. */
  name: string;
  /** An image layer is read-only, a container's clone can be written. */
  kind: 'image-layer' | 'container';
  /** Data written in this node since it was made, in MiB. */
  own: number;
}

/** Where a node stands in the drawing, in units of the drawing; x and y are its upper left corner. */
export interface PlacedNode {
  node: SnapshotNode;
  /** Number of ancestors. */
  depth: number;
  /** Data that it took over from its ancestors without copying it, in MiB. */
  shared: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The name in lines that fit. */
  lines: string[];
  /** Length of the bar of shared data, in units; all bars of a tree have one scale. */
  sharedBar: number;
  /** Length of the bar of the node's own data, which follows the other one. */
  ownBar: number;
}

/** An image of two branches on one base, and three containers. */
export const snapshotTreeExample: readonly SnapshotNode[] = [
  { id: 'base', name: words.snapshotBase, kind: 'image-layer', own: 75 },
  { id: 'python', parent: 'base', name: 'Python', kind: 'image-layer', own: 48 },
  { id: 'shop', parent: 'python', name: words.snapshotShop, kind: 'image-layer', own: 22 },
  { id: 'shop-1', parent: 'shop', name: filled(words.containerNamed, { name: 'shop-1' }), kind: 'container', own: 3 },
  { id: 'shop-2', parent: 'shop', name: filled(words.containerNamed, { name: 'shop-2' }), kind: 'container', own: 31 },
  { id: 'database', parent: 'base', name: words.snapshotDatabase, kind: 'image-layer', own: 64 },
  { id: 'db-1', parent: 'database', name: filled(words.containerNamed, { name: 'db-1' }), kind: 'container', own: 12 },
];

const inset = 6;
const space = 8;

/** A child stands this far to the right of its parent; less in a tree so deep that its last node would get too narrow. */
const step = 18;

/** What a node needs to be read: room for its figures in words. */
const leastWidth = 176;

/** Room beside the name for `read-only` and a space. */
const accessWidth = 56;

/**
 * The places of all nodes of a tree, or of several: each above its children, indented by depth, in one column.
 * Siblings keep their order, so a new node moves only what comes after it. No two nodes overlap, none is wider than
 * the drawing, and each is at least 176 units wide. `shared` counts all that the ancestors have written; what a node
 * dropped of it does not matter here. Throws if an id occurs twice, or if a node does not descend from a root.
 * Source of the idea that a snapshot refers to all of its origin: https://btrfs.readthedocs.io/en/latest/Subvolumes.html
 */
export function placeSnapshots(nodes: readonly SnapshotNode[]): PlacedNode[] {
  const ordered = inOrder(nodes);
  const deepest = Math.max(0, ...ordered.map(({ depth }) => depth));
  const indent = deepest === 0 ? 0 : Math.min(step, (drawingWidth - leastWidth) / deepest);
  const room = drawingWidth - 3 - deepest * indent - 2 * inset;
  const most = Math.max(...ordered.map(({ node, shared }) => node.own + shared), 1);
  let y = 0;
  return ordered.map(({ node, depth, shared }) => {
    const x = depth * indent;
    const width = drawingWidth - x;
    // The bold text face has an advance of 5.8 px at 12 px on average; 6.4 leaves room for wide words.
    const lines = wrap(node.name, Math.floor((width - 3 - 2 * inset - accessWidth) / 6.4));
    const height = lines.length * lineHeight + 38;
    const placed = {
      node,
      depth,
      shared,
      x: round(x),
      y,
      width: round(width),
      height,
      lines,
      sharedBar: round((room * shared) / most),
      ownBar: round((room * node.own) / most),
    };
    y += height + space;
    return placed;
  });
}

/** Nodes in the order of reading: parents before children, siblings as given, branch by branch. */
function inOrder(nodes: readonly SnapshotNode[]): { node: SnapshotNode; depth: number; shared: number }[] {
  const ids = new Set<string>();
  for (const { id } of nodes) {
    if (ids.has(id)) throw new Error(`Two snapshots have the id ${id}. Give each its own.`);
    ids.add(id);
  }
  const ordered: { node: SnapshotNode; depth: number; shared: number }[] = [];
  const visit = (parent: string | undefined, depth: number, shared: number) => {
    for (const node of nodes.filter((one) => one.parent === parent)) {
      ordered.push({ node, depth, shared });
      visit(node.id, depth + 1, shared + node.own);
    }
  };
  visit(undefined, 0, 0);
  const lost = nodes.find((node) => !ordered.some((placed) => placed.node === node));
  if (lost !== undefined) {
    throw new Error(
      `The snapshot ${lost.id} descends from no root. Its parent is ${lost.parent ?? ''}: check that id.`,
    );
  }
  return ordered;
}

const kinds = { 'image-layer': words.imageLayerKind, container: words.containerKind } as const;

/** A size with one decimal at most, which is all that a picture is good for. */
function mebibytes(size: number): number {
  return Math.round(size * 10) / 10;
}

/** The tree from its roots down, each node with a bar of what it shares and what is its own. */
export function drawSnapshotTree(nodes: readonly SnapshotNode[]): Drawing {
  const placed = placeSnapshots(nodes);
  const links: Shape[] = [];
  const front: Shape[] = [];
  for (const { node, x, y, width, height, lines, shared, sharedBar, ownBar } of placed) {
    const parent = placed.find(({ node: { id } }) => id === node.parent);
    if (parent !== undefined) {
      const from = round(parent.x + (x - parent.x) / 2);
      links.push({ shape: 'line', tone: 'link', d: `M${from} ${parent.y + parent.height - 3}V${y + 11}H${x}` });
    }
    front.push(...(node.kind === 'container' ? box('plain', x, y, width - 3, height - 3) : sheet(x, y, width, height)));
    lines.forEach((line, index) => front.push(text('strong', x + inset, y + 15 + index * lineHeight, line)));
    const access = node.kind === 'container' ? words.writable : words.readOnly;
    front.push(text('muted', x + width - 3 - inset, y + 15, access, 'end'));
    const bar = y + lines.length * lineHeight + 6;
    if (sharedBar > 0) front.push(...box('shared', x + inset, bar, sharedBar, 7));
    if (ownBar > 0) front.push(...box('fresh', x + inset + sharedBar, bar, ownBar, 7));
    front.push(
      text(
        'muted',
        x + inset,
        bar + 21,
        filled(words.ownAndShared, { own: mebibytes(node.own), shared: mebibytes(shared) }),
      ),
    );
  }
  const last = placed.at(-1);
  let height = last === undefined ? 0 : last.y + last.height + 12;
  const key = [
    ['shared', words.keyShared],
    ['fresh', words.keyOwn],
  ] as const;
  for (const [tone, said] of key) {
    front.push(...box(tone, inset, height, 18, 7), text('plain', inset + 26, height + 8, said));
    height += 18;
  }
  return { width: drawingWidth, height: round(height), shapes: [...links, ...front] };
}

/** The same in words: each node with its parent and its sizes, and what sharing saves. */
export function tellSnapshotTree(nodes: readonly SnapshotNode[]): string[] {
  const placed = placeSnapshots(nodes);
  const stored = placed.reduce((sum, { node }) => sum + node.own, 0);
  const seen = placed.reduce((sum, { node, shared }) => sum + node.own + shared, 0);
  return [
    ...placed.map(({ node, shared }) => {
      const parent = nodes.find(({ id }) => id === node.parent);
      const kind = kinds[node.kind];
      const sizes = { name: node.name, kind, own: mebibytes(node.own), shared: mebibytes(shared) };
      if (parent === undefined) return filled(words.nodeRoot, sizes);
      const told = node.kind === 'container' ? words.nodeClone : words.nodeSnapshot;
      return filled(told, { ...sizes, parent: parent.name });
    }),
    filled(words.treeSum, { seen: mebibytes(seen), stored: mebibytes(stored) }),
  ];
}
