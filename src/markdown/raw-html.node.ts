import type { Nodes, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import type { VFile } from 'vfile';
import { eachNode } from '../site/each-node.ts';

/**
 * Rehype plugin: HTML written in `.md` becomes elements before our other plugins look, so that a heading or a table
 * in HTML is treated like one in Markdown. A fence's notes move to the property `metastring`, as Astro does for
 * `.mdx`, because parsing HTML again drops what is not an attribute.
 */
export function rawHtml(): (tree: Root, file: VFile) => Root {
  const parseAgain = rehypeRaw();
  return (tree, file) => {
    const raw: unknown[] = [];
    eachNode<Nodes>(tree, (node) => {
      if (node.type === 'element' && node.tagName === 'code' && typeof node.data?.meta === 'string') {
        node.properties['metastring'] = node.data.meta;
      }
      if (node.type === 'raw') raw.push(node);
    });
    return raw.length > 0 ? parseAgain(tree, file) : tree;
  };
}
