import { box, drawingWidth, lineHeight, listed, sheet, shorten, text, wrap } from './drawing.ts';
import type { Drawing, Shape } from './drawing.ts';
import * as words from '../../site/words.ts';
import { filled } from '../../site/filled.ts';

/** One directory of a union mount. */
export interface UnionLayer {
  /** What the layer is: `Container layer`. */
  name: string;
  /** Absolute paths of the files that lie in it. */
  files: readonly string[];
  /** Absolute paths that it marks as deleted; a whiteout hides the file of that path in every layer below. */
  whiteouts?: readonly string[];
}

/** Where a path of a union comes from. Layers are counted from the top, which is 0. */
export interface MergedPath {
  path: string;
  /** The layer that decides: it gives the file, or it says that there is none. */
  from: { kind: 'file' | 'whiteout'; layer: number };
  /** Layers whose file or whiteout of this path is covered, from top to bottom. */
  hidden: number[];
}

/** A union before a write: its layers from top to bottom, and what the container writes to. */
export interface CopyUp {
  /** The first is the upper directory, the others are lower directories. */
  layers: readonly UnionLayer[];
  /** Absolute path of the file. */
  written: string;
}

/** What the write did: nothing was copied, or the file of a lower directory was, or a file was made. */
export type Write =
  | { kind: 'in-place'; layers: readonly UnionLayer[] }
  | { kind: 'new-file'; layers: readonly UnionLayer[] }
  | { kind: 'copy-up'; layers: readonly UnionLayer[]; from: number };

/** A container on an image of two layers, which deleted one file of the base and now writes to another one. */
export const copyUpExample: CopyUp = {
  layers: [
    { name: words.layerContainer, files: [], whiteouts: ['/etc/motd'] },
    { name: words.layerApp, files: ['/app/run', '/etc/app.conf'] },
    { name: words.layerBase, files: ['/bin/sh', '/etc/app.conf', '/etc/motd'] },
  ],
  written: '/etc/app.conf',
};

/**
 * Where each path of the layers, from top to bottom, comes from; sorted by path.
 * The uppermost layer that has the path decides, whether with a file or with a whiteout.
 * Directories are not merged path by path here, so opaque directories are left out.
 * Throws if a layer has both a file and a whiteout of one path, which no union filesystem allows.
 * Source: https://docs.kernel.org/filesystems/overlayfs.html, "Upper and Lower" and "whiteouts and opaque directories".
 */
export function mergedView(layers: readonly UnionLayer[]): MergedPath[] {
  const found = new Map<string, MergedPath>();
  layers.forEach(({ name, files, whiteouts = [] }, layer) => {
    const both = files.find((path) => whiteouts.includes(path));
    if (both !== undefined) throw new Error(`The layer ${name} has both a file and a whiteout of ${both}. Keep one.`);
    const add = (path: string, kind: 'file' | 'whiteout') => {
      const above = found.get(path);
      if (above === undefined) found.set(path, { path, from: { kind, layer }, hidden: [] });
      else above.hidden.push(layer);
    };
    for (const path of new Set(files)) add(path, 'file');
    for (const path of new Set(whiteouts)) add(path, 'whiteout');
  });
  return [...found.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
}

/**
 * The layers after the container has written to a file: only the upper directory, the first layer, ever changes.
 * A file that a lower directory gives is copied up first; a path that nothing gives becomes a new file, and its
 * whiteout goes. Throws if there is no layer.
 * Source: https://docs.kernel.org/filesystems/overlayfs.html, "Non-directories".
 */
export function afterWrite(layers: readonly UnionLayer[], written: string): Write {
  const [upper, ...lower] = layers;
  if (upper === undefined) throw new Error('A union has an upper directory at least. Name it as the first layer.');
  const from = mergedView(layers).find(({ path }) => path === written)?.from;
  if (from?.kind === 'file' && from.layer === 0) return { kind: 'in-place', layers };
  const { whiteouts = [] } = upper;
  const files = [...upper.files, written];
  const after = [{ ...upper, files, whiteouts: whiteouts.filter((path) => path !== written) }, ...lower];
  if (from?.kind === 'file') return { kind: 'copy-up', layers: after, from: from.layer };
  return { kind: 'new-file', layers: after };
}

/** As many columns as have room for text of 12 px on a screen of 320 px. */
const mostPaths = 4;
const inset = 6;
const gap = 4;
const tileHeight = 26;

/** What keeps the last column free, in characters. */
const longestName = 30;

/** Room for characters of the monospaced face, whose advance is 7.6 px at 12 px. */
const fitting = (width: number) => Math.floor((width - 6) / 7.6);

/** About as wide as the longest of some lines of text, whose advance is 5.9 px at most on average. */
const labelWidth = (lines: readonly string[]) => Math.max(...lines.map((line) => line.length)) * 5.9;

/**
 * The union after the write: a column a path, and in it the view of the container and below that each layer.
 * Throws if the layers have more than four paths, for which the drawing has no room.
 */
export function drawCopyUp({ layers, written }: CopyUp): Drawing {
  const write = afterWrite(layers, written);
  const view = mergedView(write.layers);
  if (view.length > mostPaths) {
    throw new Error(`A picture of copy-up has room for ${mostPaths} paths, not ${view.length}. Leave some out.`);
  }
  const width = (drawingWidth - 3 - 2 * inset - (mostPaths - 1) * gap) / mostPaths;
  // The written file comes last, where its arrow crosses no words.
  const ordered = [...view.filter(({ path }) => path !== written), ...view.filter(({ path }) => path === written)];
  const columns = ordered.map((merged, index) => {
    const x = inset + index * (width + gap);
    return { ...merged, x, middle: x + width / 2, lines: wrap(merged.path, fitting(width)) };
  });

  const top = 23;
  const viewTile = Math.max(0, ...columns.map(({ lines }) => lines.length)) * lineHeight + 8;
  const viewHeight = top + viewTile + inset + 3;
  const layerHead = 39;
  const layerHeight = layerHead + tileHeight + inset + 3;
  const layerTop = (layer: number) => viewHeight + 12 + layer * (layerHeight + 7);
  const tileTop = (layer: number) => layerTop(layer) + layerHead;

  const sheets: Shape[] = [...sheet(0, 0, drawingWidth, viewHeight)];
  const lines: Shape[] = [];
  const front: Shape[] = [text('strong', inset, 16, words.mergedView)];

  write.layers.forEach(({ name }, layer) => {
    const y = layerTop(layer);
    sheets.push(...sheet(0, y, drawingWidth, layerHeight));
    const label = shorten(name, longestName);
    const role = layer === 0 ? words.upperDirectory : words.lowerDirectory;
    front.push(...box('label', inset, y + 4, labelWidth([label, role]), 31));
    front.push(text('strong', inset, y + 16, label));
    front.push(text('muted', inset, y + 31, role));
  });

  for (const { path, from, hidden, x, middle, lines: wrapped } of columns) {
    const gone = from.kind === 'whiteout';
    const copied = write.kind === 'copy-up' && path === written;
    front.push(...box(gone ? 'free' : 'plain', x, top, width, viewTile));
    wrapped.forEach((line, index) =>
      front.push(text(gone ? 'gone' : 'path', middle, top + 16 + index * lineHeight, line, 'middle')),
    );
    if (!gone) {
      const start = tileTop(from.layer);
      const end = top + viewTile;
      lines.push({ shape: 'line', tone: 'sight', d: `M${middle} ${start}V${end + 6}` });
      lines.push({ shape: 'line', tone: 'sight-end', d: `M${middle} ${end + 1}l3.5 6h-7Z` });
    }
    if (copied) {
      const end = tileTop(0) + tileHeight;
      lines.push({ shape: 'line', tone: 'flow', d: `M${middle} ${tileTop(write.from)}V${end + 9}` });
      lines.push({ shape: 'line', tone: 'flow-head', d: `M${middle} ${end + 1}l6 9h-12Z` });
    }
    const tile = (layer: number, tone: 'plain' | 'fresh' | 'hidden' | 'whiteout', word: string) => {
      const letters = { plain: 'plain', fresh: 'on-fresh', hidden: 'plain', whiteout: 'inverse' } as const;
      front.push(...box(tone, x, tileTop(layer), width, tileHeight));
      if (tone === 'hidden') {
        const paper = labelWidth([word]) + 4;
        front.push(...box('label', middle - paper / 2, tileTop(layer) + 6, paper, 15));
      }
      front.push(text(letters[tone], middle, tileTop(layer) + 17, word, 'middle'));
    };
    if (gone) tile(from.layer, 'whiteout', words.tileWhiteout);
    else if (path !== written || from.layer > 0) tile(from.layer, 'plain', words.tileSeen);
    else tile(from.layer, 'fresh', tileWords[write.kind]);
    for (const layer of hidden) tile(layer, 'hidden', words.tileHidden);
  }
  const height = layerTop(write.layers.length - 1) + layerHeight;
  return { width: drawingWidth, height, shapes: [...sheets, ...lines, ...front] };
}

const tileWords = { 'copy-up': words.tileCopy, 'new-file': words.tileNew, 'in-place': words.tileWritten } as const;

/** The same in words: the order of the layers, what the write does, and then each path. */
export function tellCopyUp({ layers, written }: CopyUp): string[] {
  const write = afterWrite(layers, written);
  const name = (layer: number) => filled(words.quoted, { text: write.layers[layer]?.name ?? '' });
  const [upper = '', ...lower] = write.layers.map((_, layer) => name(layer));
  const effect = {
    'copy-up': filled(words.writeCopyUp, { path: written, layer: write.kind === 'copy-up' ? name(write.from) : '' }),
    'new-file': filled(words.writeNewFile, { path: written }),
    'in-place': filled(words.writeInPlace, { path: written }),
  }[write.kind];
  return [
    lower.length > 0
      ? filled(words.upperAndLower, { upper, lower: listed(lower) })
      : filled(words.upperAlone, { upper }),
    effect,
    ...mergedView(write.layers).map(({ path, from, hidden }) => {
      const told = filled(from.kind === 'file' ? words.pathRead : words.pathDeleted, { path, layer: name(from.layer) });
      const covered = filled(words.hiddenBelow, { layers: listed(hidden.map(name)) });
      return hidden.length === 0 ? told : `${told} ${covered}`;
    }),
  ];
}
