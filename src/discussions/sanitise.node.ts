import type { Element, Root } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { codeBlocks } from '../markdown/code-blocks.node.ts';
import { tables } from '../markdown/tables.node.ts';
import { closeBidi } from './bidi.ts';
import { codeTitles, plainBody, type BodyOptions } from './github-html.node.ts';
import { limitNesting } from './nesting.ts';
import * as words from '../site/words.ts';

const maxNesting = 200; // quotes of quotes stay far below; at about a thousand the sanitiser's recursion overflows
const mostReadings = 5; // the second is the same as the first for all but what is meant to confuse

const blocks = 'blockquote caption dd div dl dt figcaption h1 h2 h3 h4 h5 h6 li ol p pre summary td th ul'.split(' ');
const phrasing = 'a abbr b br cite code del em i ins kbd mark q rp rt ruby s samp small strong sub sup var wbr';
const inTable = ['table'];
const wholeNumber = /^-?\d{1,9}$/;

/** What may be on the page, whatever the steps before let through. Every key is set, so no default is left. */
const schema: Required<Schema> = {
  allowComments: false,
  allowDoctypes: false,
  tagNames: [...blocks, ...`${phrasing} details figure hr table tbody tfoot thead tr`.split(' ')],
  attributes: {
    '*': ['id'],
    ...Object.fromEntries(blocks.map((name) => [name, [['dir', 'auto']]])),
    a: ['href', ['rel', 'ugc', 'nofollow', 'noopener'], ['ariaLabel', words.backToText]],
    code: [
      ['className', /^language-[\w+#-]+$/],
      ['metastring', ...Object.values(codeTitles)],
    ],
    details: ['open'],
    div: [
      ['dir', 'auto'],
      ['className', 'footnotes', 'note', /^note-(?:note|tip|important|warning|caution)$/],
      ['role', 'note'],
    ],
    li: [
      ['dir', 'auto'],
      ['value', wholeNumber],
    ],
    ol: [['dir', 'auto'], ['start', wholeNumber], 'reversed'],
    p: [
      ['dir', 'auto'],
      ['className', 'note-title'],
    ],
    pre: [], // without any, so that it is dressed as a block of an article
    td: [['dir', 'auto'], ['align', 'left', 'center', 'right'], 'colSpan', 'rowSpan'],
    th: [['dir', 'auto'], ['align', 'left', 'center', 'right'], 'colSpan', 'rowSpan'],
    ul: [
      ['dir', 'auto'],
      ['className', 'contains-task-list'],
    ],
  },
  ancestors: {
    caption: inTable,
    dd: ['dl'],
    dt: ['dl'],
    li: ['ol', 'ul'],
    summary: ['details'],
    tbody: inTable,
    td: inTable,
    tfoot: inTable,
    th: inTable,
    thead: inTable,
    tr: inTable,
  },
  clobber: [], // ids have their prefix already, and links inside the remark follow them
  clobberPrefix: '',
  protocols: { href: ['http', 'https'] },
  required: {},
  strip: ['script', 'style', 'template'],
};

const parser = unified().use(rehypeParse, { fragment: true });
const writer = unified().use(rehypeStringify);

/**
 * HTML that is safe on our pages, also without a content security policy, of `html`: the body of one remark as GitHub
 * renders it, never trusted. Nothing in it runs, loads, takes an id, a class or a key of ours, or reaches beyond the
 * remark. Takes time that grows with the length only, and never rejects for what `html` contains.
 */
export async function sanitiseBody(html: string, options: BodyOptions): Promise<string> {
  const limited = limitNesting(html, maxNesting);
  try {
    const tree = settled(plainBody(parser.parse(limited.html), options));
    if (tree === undefined) return plainWords(html);
    tables()(tree);
    await codeBlocks()(tree); // after the sanitiser: it makes markup of text, never of markup
    const ids = new Set<unknown>();
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName === 'pre') properties['dir'] = 'auto';
      if (ids.has(properties['id']))
        delete properties['id']; // parsers make two of an element that is ended too early
      else ids.add(properties['id']);
    });
    if (limited.cut) tree.children.push(note(words.remarkTooDeep));
    return writer.stringify(tree);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return plainWords(html); // the parser itself can build a deeper tree than its source shows
  }
}

/**
 * What is allowed of `tree`, in a shape that browsers read as it is written. In a broken table, list items come to
 * stand in list items; an end tag of theirs that ends nothing inside would end what is around the remark.
 */
function settled(tree: Root): Root | undefined {
  let allowed = tree;
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const written = writer.stringify(sanitize(allowed, schema) as Root);
    allowed = parser.parse(written);
    if (writer.stringify(allowed) === written) return allowed;
  }
  return undefined;
}

/** The words of a remark whose markup can't be kept. */
function plainWords(html: string): string {
  const plain = closeBidi(
    html
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const text: Element = { ...note(plain), properties: { dir: 'auto' } };
  return writer.stringify({ type: 'root', children: [text, note(words.remarkPlain)] });
}

function note(value: string): Element {
  return { type: 'element', tagName: 'p', properties: { className: ['quiet'] }, children: [{ type: 'text', value }] };
}
