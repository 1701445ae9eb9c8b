import { unified as astroUnified, type RehypePlugins, type RemarkPlugins } from '@astrojs/markdown-remark';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype, { type Options as RemarkRehypeOptions } from 'remark-rehype';
import { unified, type PluggableList } from 'unified';
import { alerts } from './alerts.node.ts';
import { baseLinks } from './base-links.node.ts';
import { codeBlocks } from './code-blocks.node.ts';
import type { KnownStretch } from './known-text.ts';
import { keepFirstBlankLine } from './first-blank-line.node.ts';
import { footnoteMarks } from './footnote-marks.node.ts';
import { inlineCode } from './inline-code.node.ts';
import { headingLinks, headingWords } from './heading-links.node.ts';
import { noteLinks } from './links-in.node.ts';
import { takeTree } from './parsed-texts.node.ts';
import { pictures, picturesBeside } from './pictures.node.ts';
import { rawHtml } from './raw-html.node.ts';
import { tables } from './tables.node.ts';
import { taskLists } from './task-lists.node.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** What runs on the Markdown tree, in this order, for pages, feed and importer alike. */
const remarkPlugins = [remarkGfm, alerts, keepFirstBlankLine, inlineCode] satisfies PluggableList;

/** What runs on the HTML tree, in this order: `rawHtml` first, so that the others see elements only. */
const rehypePlugins = [rawHtml, taskLists, headingLinks, footnoteMarks, tables] satisfies PluggableList;

/** Footnotes end under a heading that everybody sees: without properties it is not hidden. */
const remarkRehypeOptions: RemarkRehypeOptions = {
  footnoteLabel: words.footnotes,
  footnoteLabelProperties: {},
  footnoteBackLabel: (reference, again) =>
    filled(words.backToReference, { number: again > 1 ? `${reference + 1}-${again}` : reference + 1 }),
};

/**
 * The processor for `markdown.processor` in Astro's configuration, for `.md` and `.mdx`. Set `syntaxHighlight: false`
 * beside it: we colour code ourselves. GFM is one of our plugins, so Astro's is off. Quotes and dashes stay as typed,
 * because here they are often part of a message that somebody will search for.
 */
export function markdownProcessor({
  base = '/',
  root = process.cwd(),
  findKnown,
}: {
  /** Path under which the site lies, with a slash at both ends; links such as `/drivers/` get it. */
  base?: string;
  /** Folder of the project, in which pictures are. */
  root?: string;
  /** What in an output of the page at `path` has a page of its own. */
  findKnown?: (text: string, path: string) => readonly KnownStretch[];
} = {}): ReturnType<typeof astroUnified> {
  return astroUnified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [
      takeTree,
      remarkGfm,
      noteLinks,
      ...remarkPlugins.slice(1),
      [picturesBeside, { root }],
    ] as RemarkPlugins,
    rehypePlugins: [
      ...rehypePlugins,
      [codeBlocks, { findKnown }],
      [pictures, { root, base }],
      [baseLinks, { base }],
      headingWords,
    ] as RehypePlugins,
    remarkRehype: remarkRehypeOptions,
  });
}

/** The HTML of a piece of Markdown, as a `.md` page would show it, without page around it. */
export async function renderMarkdown(source: string): Promise<string> {
  const file = await unified()
    .use(remarkParse)
    .use(remarkPlugins)
    .use(remarkRehype, { ...remarkRehypeOptions, allowDangerousHtml: true })
    .use(rehypePlugins)
    .use(codeBlocks)
    .use(rehypeRaw)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .process(source);
  return String(file);
}
