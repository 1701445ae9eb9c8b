import type { Nodes, Root } from 'hast';
import { eachNode } from '../site/each-node.ts';

const addresses = ['href', 'src', 'poster'];

/**
 * Puts the site's base before addresses such as `/drivers/`, so that authors write them without it
 * and an article moves to a site under `/docs/` unchanged.
 */
export function baseLinks({ base }: { base: string }) {
  return (tree: Root): void => {
    eachNode<Nodes>(tree, (node) => {
      if (node.type === 'element') {
        for (const name of addresses) {
          const value = node.properties[name];
          if (typeof value === 'string') node.properties[name] = withBase(value, base);
        }
      } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        for (const attribute of node.attributes) {
          if (attribute.type !== 'mdxJsxAttribute' || !addresses.includes(attribute.name)) continue;
          if (typeof attribute.value === 'string') attribute.value = withBase(attribute.value, base);
        }
      }
    });
  };
}

/** A path of this site begins with one slash; `//host` is another site. */
function withBase(address: string, base: string): string {
  return /^\/(?!\/)/.test(address) ? base + address.slice(1) : address;
}
