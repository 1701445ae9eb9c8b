import { expect, test } from 'vitest';
import { afterWrite, copyUpExample, drawCopyUp, mergedView, tellCopyUp } from './copy-up.ts';
import type { UnionLayer } from './copy-up.ts';

const upper: UnionLayer = { name: 'upper', files: [] };
const app: UnionLayer = { name: 'app', files: ['/a', '/b'] };
const base: UnionLayer = { name: 'base', files: ['/b', '/c'] };

test('the uppermost layer that has a file gives it, and hides the others', () => {
  expect(mergedView([upper, app, base])).toEqual([
    { path: '/a', from: { kind: 'file', layer: 1 }, hidden: [] },
    { path: '/b', from: { kind: 'file', layer: 1 }, hidden: [2] },
    { path: '/c', from: { kind: 'file', layer: 2 }, hidden: [] },
  ]);
});

test('a whiteout hides the file of every layer below', () => {
  const [merged] = mergedView([
    { ...upper, whiteouts: ['/b'] },
    { ...app, files: ['/b'] },
    { ...base, files: ['/b'] },
  ]);
  expect(merged).toEqual({ path: '/b', from: { kind: 'whiteout', layer: 0 }, hidden: [1, 2] });
});

test('a file above a whiteout is seen, and the whiteout is hidden', () => {
  const [merged] = mergedView([
    { name: 'new', files: ['/c'] },
    { name: 'old', files: [], whiteouts: ['/c'] },
  ]);
  expect(merged).toEqual({ path: '/c', from: { kind: 'file', layer: 0 }, hidden: [1] });
});

test('no layers give nothing, and a path that a layer names twice counts once', () => {
  expect(mergedView([])).toEqual([]);
  expect(mergedView([{ name: 'one', files: ['/a', '/a'] }])[0]?.hidden).toEqual([]);
});

test('a layer with a file and a whiteout of one path is named', () => {
  expect(() => mergedView([{ name: 'odd', files: ['/a'], whiteouts: ['/a'] }])).toThrow(
    'The layer odd has both a file and a whiteout of /a.',
  );
});

test('writing to a file of a lower directory copies it up from the layer that gives it', () => {
  const write = afterWrite([upper, app, base], '/b');
  expect(write).toMatchObject({ kind: 'copy-up', from: 1 });
  expect(write.layers).toEqual([{ name: 'upper', files: ['/b'], whiteouts: [] }, app, base]);
  expect(mergedView(write.layers)[1]).toMatchObject({ from: { layer: 0 }, hidden: [1, 2] });
});

test('writing to a file of the upper directory copies nothing', () => {
  const layers = [{ ...upper, files: ['/b'] }, app];
  expect(afterWrite(layers, '/b')).toEqual({ kind: 'in-place', layers });
});

test('writing to a deleted file makes a new one in place of its whiteout', () => {
  const write = afterWrite([{ ...upper, whiteouts: ['/b', '/c'] }, app, base], '/b');
  expect(write.kind).toBe('new-file');
  expect(write.layers[0]).toEqual({ name: 'upper', files: ['/b'], whiteouts: ['/c'] });
});

test('a union without layers cannot be written', () => {
  expect(() => afterWrite([], '/a')).toThrow('A union has an upper directory at least.');
});

test('the drawing names each file once and says what is copied, hidden and deleted', () => {
  const { shapes } = drawCopyUp(copyUpExample);
  const words = shapes.flatMap((shape) => (shape.shape === 'text' ? [shape.text] : []));
  expect(words.filter((word) => word === 'hidden')).toHaveLength(3);
  for (const word of ['copy', 'whiteout']) expect(words.filter((one) => one === word)).toHaveLength(1);
  expect(words.filter((word) => word === 'seen')).toHaveLength(2);
  expect(shapes.filter(({ tone }) => tone === 'flow')).toHaveLength(1);
});

test('all of the drawing lies within its size', () => {
  const { width, height, shapes } = drawCopyUp(copyUpExample);
  for (const shape of shapes) {
    if (shape.shape !== 'box') continue;
    expect(shape.x + shape.width).toBeLessThanOrEqual(width);
    expect(shape.y + shape.height).toBeLessThanOrEqual(height);
  }
});

test('more paths than a phone has room for are refused', () => {
  const layers = [upper, { ...app, files: ['/a', '/b', '/c', '/d', '/e'] }];
  expect(() => drawCopyUp({ layers, written: '/a' })).toThrow('room for 4 paths, not 5');
});

test('the words say each path, where it comes from and what is hidden', () => {
  const words = tellCopyUp(copyUpExample);
  expect(words).toContain(
    '/etc/app.conf is read from “Container layer”. Hidden below: “Image layer 2: the app” and “Image layer 1: the base”.',
  );
  expect(words).toContain('/bin/sh is read from “Image layer 1: the base”.');
  expect(words.join(' ')).toContain('copied up from “Image layer 2: the app” into the upper directory');
  expect(words.join(' ')).toContain('/etc/motd was deleted: a whiteout in “Container layer”');
});

test('the words do not speak of lower directories if there are none', () => {
  expect(tellCopyUp({ layers: [upper], written: '/a' })).toEqual([
    'The upper directory, the only one that can be written, is “upper”.',
    'The container writes to /a, which no layer gives, so the file is made in the upper directory.',
    '/a is read from “upper”.',
  ]);
});
