import type { Nodes as HastNodes } from 'hast';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { headingLinks } from '../markdown/heading-links.node.ts';
import { inlineLanguage } from '../markdown/inline-code.node.ts';
import { rawHtml } from '../markdown/raw-html.node.ts';
import { eachNode } from '../site/each-node.ts';
import type { Body } from './content.ts';
import { readFootnotes } from './footnotes.node.ts';
import { readHeardWords } from './heard-words.node.ts';
import { isParserMessage, issueOf } from './parser-message.node.ts';
import { readUnreadMarkup } from './unread-markup.node.ts';
import { readWrittenParts } from './written-parts.node.ts';
import type { SyntaxIssue } from './yaml-issues.node.ts';

const mdxNodes = [
  'mdxFlowExpression',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxTextExpression',
  'mdxjsEsm',
] as const;
const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
const mdx = unified().use(remarkMdx).use(remarkParse).use(remarkGfm).freeze();
// The same steps that give pages their ids, so that an anchor here is an anchor there.
const toHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true, passThrough: [...mdxNodes] })
  .use([rawHtml, headingLinks])
  .freeze();

/**
 * What the prose in `text` from offset `start` on says and refers to, or what keeps it from being parsed. `keep` gets the
 * prose without blanks around it and the tree of it, before that is used up, if the blanks before it don't matter.
 */
export function readBody(
  text: string,
  start: number,
  syntax: 'md' | 'mdx',
  keep?: (prose: string, tree: Root) => void,
): { body?: Body; issues: SyntaxIssue[] } {
  const written = syntax === 'md' ? text.slice(start).trimEnd() : text.slice(start); // MDX may fail at its end
  // Front matter becomes blank lines, so that all places are places in the file.
  const prose = text.slice(0, start).replace(/[^\r\n]/g, ' ') + written;
  try {
    const tree = (syntax === 'mdx' ? mdx : markdown).parse(prose);
    if (/^(?:[ \t\r\n]*[\r\n])?\S/.test(written)) keep?.(written.trimStart(), tree);
    return { body: collect(tree, text), issues: [] };
  } catch (error) {
    if (isParserMessage(error)) return { issues: [issueOf(error, text)] };
    if (!(error instanceof RangeError)) throw error;
    const message = 'Quotes or lists are nested too deeply to be read.';
    return { issues: [{ rule: 'too-deep', offset: start, message, hint: 'Make the nesting flatter.' }] };
  }
}

function collect(tree: Root, text: string): Body {
  const written = readWrittenParts(tree, text);
  const footnotes = readFootnotes(tree, text);
  const unread = readUnreadMarkup(tree, text);
  // All that was written has been read: from here on the tree is what readers see.
  eachNode<Nodes>(tree, (node) => {
    if (node.type === 'inlineCode') node.value = node.value.slice(0, inlineLanguage(node.value)?.at);
  });
  const html = toHtml.runSync(tree) as HastNodes;
  const anchors = new Set(written.anchors);
  eachNode(html, (node) => {
    if (node.type === 'element' && typeof node.properties.id === 'string') anchors.add(node.properties.id);
  });
  return { ...written, ...footnotes, unread, ...readHeardWords(html), anchors };
}
