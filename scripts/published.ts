/** `npm run published`: adds what is published now to the list of what must not vanish. Nothing ever leaves it. */
import { Document, visit } from 'yaml';
import { readArguments } from './arguments.ts';
import { fail, reasonsOf } from './fail.ts';
import { mergePublished, publishedFile, publishedList, publishedNow } from '../src/content-check/published.ts';
import { formatProblem } from '../src/content-check/problem.ts';
import { readContent } from '../src/content.check.node.ts';
import { replaceFile } from '../src/site/write-whole.node.ts';

readArguments('npm run published', {});

const head = ` Written by \`npm run published\`: all addresses that were ever published, with their anchors.
 Readers have kept them, so each needs a page or a redirect. Delete a line only if it was never out.`;

const { content, problems } = await readContent('.');
const unreadable = problems.filter(({ file }) => file === publishedFile);
if (unreadable.length > 0) fail(...unreadable.map(formatProblem), 'The list stays as it was.');
const before = publishedList(content.entries)?.value ?? {};
const list = mergePublished(before, publishedNow(content));
const document = new Document(list);
document.commentBefore = head;
visit(document, { Seq: (_, anchors) => void (anchors.flow = true) });
await replaceFile('.', publishedFile, document.toString({ lineWidth: 0, flowCollectionPadding: false })).catch(
  (error: unknown) => fail(...reasonsOf(error), 'The list stays as it was.'),
);
const [all, old] = [Object.keys(list).length, Object.keys(before).length];
console.log(`${publishedFile}: ${all} addresses, ${all - old} of them new.`);
