import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { eachNode } from '../site/each-node.ts';

/** A tag in HTML with its attributes by name, each with the offset at which its value begins. */
export interface Tag {
  name: string;
  /** The name as it is written: the parser makes the names of elements small, and a component begins with a capital. */
  written: string;
  offset: number;
  attributes: Map<string, { value: string; offset: number }>;
  /** The names of all attributes that are written, also of those whose value is not known before it runs. */
  names: readonly string[];
  /** Whether the attribute may be there with a value that is not known before it runs. */
  computed: (attribute: string) => boolean;
}

const parser = unified().use(rehypeParse, { fragment: true, verbose: true });

/** The opening tags in a piece of HTML that begins at `start` of its file. */
export function readTags(html: string, start: number): Tag[] {
  const tags: Tag[] = [];
  eachNode<Nodes>(parser.parse(html), (element) => {
    if (element.type !== 'element') return;
    const offset = element.position?.start.offset;
    // Elements that the parser adds by itself, such as tbody, stand nowhere.
    if (offset === undefined) return;
    const attributes = readAttributes(element, html, start);
    const names = [...attributes.keys()];
    const name = element.tagName;
    const written = html.slice(offset + 1, offset + 1 + name.length);
    tags.push({ name, written, offset: start + offset, attributes, names, computed: () => false });
  });
  return tags;
}

function readAttributes(element: Element, html: string, start: number): Tag['attributes'] {
  const attributes: Tag['attributes'] = new Map();
  const positions = element.data?.position.properties ?? {};
  for (const [name, position] of Object.entries(positions)) {
    if (position?.start.offset === undefined) continue;
    const from = position.start.offset;
    const written = html.slice(from, position.end.offset);
    attributes.set(name, {
      value: String(element.properties[name] ?? ''),
      offset: start + from + valueOffset(written),
    });
  }
  return attributes;
}

/** Where the value begins in `name="value"`, `name = 'value'` or `name=value`; 0 if there is none. */
export function valueOffset(written: string): number {
  return /^[^=]*=\s*["']?/.exec(written)?.[0].length ?? 0;
}
