import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRetext from 'remark-retext';
import retextEnglish from 'retext-english';
import indefiniteArticle from 'retext-indefinite-article';
import readability from 'retext-readability';
import redundantAcronyms from 'retext-redundant-acronyms';
import repeatedWords from 'retext-repeated-words';
import simplify from 'retext-simplify';
import type { Root } from 'mdast';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { formatProblem } from '../src/content-check/problem.ts';

/** Longer words than they need to be elsewhere, and the right ones here. */
const termsOfTheField = [
  ...[
    'additional',
    'address',
    'advise',
    'allocate',
    'attempt',
    'capability',
    'combined',
    'contains',
    'delete',
    'effect',
  ],
  ...['failed to', 'function', 'has no effect', 'interface', 'maximum', 'monitor', 'option', 'parameters', 'permit'],
  ...['previous', 'relative to', 'remain', 'request', 'type'],
];

/** What the rule takes for wordy, and what is plain: "however large", "this very message". */
const plain = [
  ...[
    'a number of',
    'all of',
    'however',
    'in between',
    'it appears',
    'it is',
    'limited number',
    'there are',
    'there is',
  ],
  ...['therefore', 'very'],
];

/** The types of the two libraries know nothing of rules between parser and bridge. */
type Destination = Exclude<Parameters<typeof remarkRetext>[0], boolean>;

const sentences = unified()
  .use(retextEnglish)
  .use(repeatedWords)
  .use(indefiniteArticle)
  .use(redundantAcronyms)
  .use(simplify, { ignore: [...termsOfTheField, ...plain] })
  // A sentence that five of seven formulas give to a reader of eighteen is too long for two in the morning.
  .use(readability, { age: 18, threshold: 5 / 7, minWords: 8 });

/** What to do about a slip, where it is not wordiness. */
const hints: Readonly<Record<string, string>> = {
  'retext-repeated-words': 'Write the word once.',
  'retext-indefinite-article': 'Write the article that is said.',
  'retext-redundant-acronyms': 'Leave out the word that the letters stand for.',
  'retext-readability': 'Make two sentences of it.',
};

/** Said with another sound than the letters suggest. */
const soundsOtherwise = /`(?:udev|hcsshim)`/;

/**
 * What is wrong with the English of an article, guide or error page, one line each: `file:line:column  rule  message`.
 * Front matter, code, and footnotes, which hold names of files rather than sentences, are left out.
 */
export async function proseProblems(file: string, text: string): Promise<string[]> {
  const front = /^---\r?\n.*?\r?\n---/s.exec(text)?.[0] ?? '';
  const body = front.replace(/[^\r\n]/g, ' ') + text.slice(front.length);
  const syntax = file.endsWith('.mdx') ? unified().use(remarkMdx) : unified();
  const read = syntax
    .use(remarkParse)
    .use(remarkGfm)
    .use(withoutFootnotes)
    .use(remarkRetext, sentences as unknown as Destination);
  const page = new VFile({ path: file, value: body });
  await read.run(read.parse(page), page);
  return page.messages
    .filter(({ reason }) => !soundsOtherwise.test(reason))
    .map(({ line = 1, column = 1, source = '', reason }) =>
      formatProblem({
        file,
        line,
        column,
        rule: source,
        message: `${reason}.`,
        hint: hints[source] ?? 'Write it in plainer words.',
      }),
    );
}

function withoutFootnotes() {
  return (tree: Root): void => {
    tree.children = tree.children.filter(({ type }) => type !== 'footnoteDefinition');
  };
}
