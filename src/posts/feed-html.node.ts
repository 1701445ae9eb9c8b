import rehypeStringify from 'rehype-stringify';
import type { Element, ElementContent, Parents, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { isTask } from '../markdown/task-lists.node.ts';

/** Elements that do nothing in a feed reader, or that only our own script and style make sense of. */
const dropped = new Set('script style link input label button template svg compare-controls'.split(' '));

/**
 * Attributes that a feed reader understands, as their tree names them; `class`, `data-*` and roles mean nothing without our
 * style.
 */
const kept = new Set(
  (
    'href src alt title id width height colSpan rowSpan scope dateTime lang dir start reversed value open ' +
    'controls poster type kind srcLang label'
  ).split(' '),
);

const addresses = new Set(['href', 'src', 'poster']);

/** Elements that only our style or script needs: their children take their place. */
const unwrapped = new Set('span driver-compare cell-grid figure picture picture-zoom div label'.split(' '));

const writer = unified().use(rehypeStringify).freeze();

/** The HTML of an article as a feed reader shows it well: no script or style, absolute addresses, plain tables and code. */
export function feedHtml(html: string, pageUrl: string): string {
  const tree = fromParse5(parseFragment(html, { scriptingEnabled: false })) as Root;
  reduce(tree, pageUrl);
  return writer.stringify(tree).trim();
}

function reduce(tree: Root, pageUrl: string): void {
  visit(tree, (node, index, parent) => {
    if (index === undefined || parent === undefined) return undefined;
    if (node.type === 'comment' || (node.type === 'element' && isDropped(node, parent))) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.type !== 'element') return undefined;
    if (node.tagName === 'input') {
      parent.children.splice(index, 1, { type: 'text', value: node.properties['checked'] === true ? '☑' : '☐' });
      return [SKIP, index + 1];
    }
    readWithoutStyle(node, index, parent);
    if (unwrapped.has(node.tagName) && node.properties['lang'] === undefined) {
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    }
    for (const [name, value] of Object.entries(node.properties)) {
      const address = addresses.has(name) ? URL.parse(String(value), pageUrl)?.href : undefined;
      if (address !== undefined) node.properties[name] = address;
      else if (!kept.has(name) || addresses.has(name)) delete node.properties[name];
    }
    return undefined;
  });
}

/** What only our style sets apart: boxes of notes, captions, notes in cells, and links that stand side by side. */
function readWithoutStyle(node: Element, index: number, parent: Parents): void {
  const classes = Array.isArray(node.properties.className) ? node.properties.className : [];
  const next = parent.children[index + 1];
  if (classes.includes('note')) node.tagName = 'blockquote';
  if (classes.includes('note-title')) node.children = [element('strong', node.children)];
  if (node.tagName === 'figcaption') {
    const isLine = !node.children.some((child) => child.type === 'element' && /^(?:p|ul|ol|div)$/.test(child.tagName));
    node.tagName = isLine ? 'p' : 'div';
    if (isLine) node.children = [element('em', node.children)];
  }
  if (node.tagName === 'small' && index > 0 && parent.type === 'element' && /^t[dh]$/.test(parent.tagName))
    node.children.unshift(element('br', []));
  if (node.tagName === 'a' && next?.type === 'element' && next.tagName === 'a')
    parent.children.splice(index + 1, 0, { type: 'text', value: ' ' });
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

/**
 * A picture's other formats are dropped, for its image is there; a film has nothing but its files. Of what readers fill in
 * only the box of a task says something.
 */
function isDropped(node: Element, parent: Parents): boolean {
  const { tagName, properties } = node;
  const isInFilm = parent.type === 'element' && /^(?:audio|video)$/.test(parent.tagName);
  return (
    (dropped.has(tagName) && !isTask(node)) || (tagName === 'source' && !isInFilm) || properties['role'] === 'status'
  );
}
