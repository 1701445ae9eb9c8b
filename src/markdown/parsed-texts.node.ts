/**
 * What the content check of a build parsed, for the pages that are made of it a moment later: to parse a text takes longer
 * than all else that is done with it. Trees wait as JSON and without places, at twice the bytes of their texts.
 */
import type { Root } from 'mdast';
import { createHash } from 'node:crypto';
import type { Parser, Processor } from 'unified';

const trees = new Map<string, string>();

/** Keeps the `tree` of the `body` of a `.md` file, as Astro hands it out: without blanks around it. */
export function keepTree(body: string, tree: Root): void {
  trees.set(keyOf(body), JSON.stringify(tree, withoutPlace));
}

/** Forgets what no page was made of. */
export function forgetTrees(): void {
  trees.clear();
}

/** Remark plugin: a tree that was kept takes the place of parsing, once, since it is used up. */
export function takeTree(this: Processor): void {
  const parse = this.parser as Parser<Root>;
  this.parser = (text, file): Root => {
    const key = keyOf(text);
    const known = file.extname === '.md' ? trees.get(key) : undefined;
    trees.delete(key);
    return known === undefined ? parse(text, file) : (JSON.parse(known) as Root);
  };
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function withoutPlace(key: string, value: unknown): unknown {
  return key === 'position' ? undefined : value;
}
