import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** An element that an author wrote as JSX, as far as this file needs to know it. */
interface JsxElement {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  attributes: { type: string; name?: string; value?: unknown }[];
}

const addresses = ['href', 'src'];

/**
 * Puts the site's base before addresses such as `/drivers/`, so that authors write them without it
 * and an article moves to a site under `/docs/` unchanged.
 */
export function baseLinks({ base }: { base: string }) {
  return (tree: Root): void => {
    visit(tree, (node: Root | Root['children'][number] | JsxElement) => {
      if (node.type === 'element') {
        for (const name of addresses) {
          const value = node.properties[name];
          if (typeof value === 'string') node.properties[name] = withBase(value, base);
        }
      } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        for (const attribute of node.attributes) {
          if (typeof attribute.value === 'string' && addresses.includes(attribute.name ?? '')) {
            attribute.value = withBase(attribute.value, base);
          }
        }
      }
    });
  };
}

/** A path of this site begins with one slash; `//host` is another site. */
function withBase(address: string, base: string): string {
  return /^\/(?!\/)/.test(address) ? base + address.slice(1) : address;
}
