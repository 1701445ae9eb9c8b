import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { withoutIndex } from './addresses.ts';
import { topsOf } from './answer-chains.ts';
import { megabytes } from './source-tree.node.ts';

/** Threads of a Disqus export that belong to posts. */
export interface Threads {
  files: { name: string; text: string }[];
  /** Number of the thread by its identifier or by the old address of its page. */
  numberFor: (identifier: string, address: string) => number | undefined;
}

interface OldPost {
  '@dsq:id'?: string;
  message?: string;
  createdAt?: string;
  isDeleted?: string;
  isSpam?: string;
  author?: { name?: string };
  thread?: { '@dsq:id'?: string };
  parent?: { '@dsq:id'?: string };
}

interface OldThread {
  '@dsq:id'?: string;
  id?: string;
  link?: string;
  title?: string;
  createdAt?: string;
  author?: { name?: string };
}

const maxBytes = 100_000_000; // ten thousand comments have a tenth of it
const notAnExport = {
  kind: 'failed',
  reason: 'is no whole export of Disqus. Unpack it first if its name ends in .gz.',
} as const;

/** The threads in a Disqus export, as snapshots of discussions that nobody can add to; or why there are none. */
export function readThreads(
  path: string,
  repository: string,
): (Threads & { kind: 'read' }) | { kind: 'failed'; reason: string } {
  let xml: string;
  try {
    const { size } = statSync(path);
    if (size > maxBytes)
      return { kind: 'failed', reason: `has ${megabytes(size)}, and ${megabytes(maxBytes)} is the most.` };
    xml = readFileSync(path, 'utf8');
  } catch {
    return { kind: 'failed', reason: 'can not be read. Name the XML file that Disqus sent.' };
  }
  const isWhole = /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?<disqus[\s>]/.test(xml) && xml.trimEnd().endsWith('</disqus>');
  // A document type brings entities, and entities of entities a bomb; Disqus writes none.
  if (!isWhole || xml.includes('<!DOCTYPE')) return notAnExport;
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    isArray: (_, path) => path === 'disqus.thread' || path === 'disqus.post',
  });
  let disqus: { thread?: OldThread[]; post?: OldPost[] } | '';
  try {
    ({ disqus = {} } = parser.parse(xml) as { disqus?: typeof disqus });
  } catch {
    return notAnExport; // Tags that do not close, or nesting that no export has.
  }
  if (disqus === '') disqus = {};
  const posts = (disqus.post ?? []).filter(({ isSpam }) => isSpam !== 'true');
  const byThread = Map.groupBy(posts, ({ thread }) => thread?.['@dsq:id']);
  const byKey = new Map<string, number>();
  const files: Threads['files'] = [];
  for (const thread of disqus.thread ?? []) {
    const id = thread['@dsq:id'] ?? '';
    const own = byThread.get(id);
    if (own === undefined) continue;
    const number = numberOf(id);
    for (const key of [thread.id, thread.link, pathOf(thread.link)]) {
      if (typeof key === 'string' && key !== '') byKey.set(key, number);
    }
    if (!byKey.has(id)) byKey.set(id, number);
    files.push({
      name: `${number}.json`,
      text: `${JSON.stringify(snapshot(thread, own, number, repository), undefined, 2)}\n`,
    });
  }
  return {
    kind: 'read',
    files,
    numberFor: (identifier, address) =>
      byKey.get(identifier) ?? byKey.get(address) ?? byKey.get(pathOf(identifier) ?? ''),
  };
}

function snapshot(thread: OldThread, posts: readonly OldPost[], number: number, repository: string) {
  const url = httpsOf(thread.link);
  const byId = new Map(posts.map((post) => [post['@dsq:id'], post]));
  const remark = (post: OldPost) => ({
    id: `disqus-${post['@dsq:id'] ?? ''}`,
    url: `${url}#comment-${post['@dsq:id'] ?? ''}`,
    author: authorOf(post.author?.name),
    createdAt: momentOf(post.createdAt),
    state: { kind: post.isDeleted === 'true' ? 'deleted' : 'shown' },
    body: post.isDeleted === 'true' ? '' : (post.message ?? ''),
  });
  const inOrder = posts.toSorted((a, b) => momentOf(a.createdAt).localeCompare(momentOf(b.createdAt)));
  const tops = topsOf(inOrder, (post) => byId.get(post.parent?.['@dsq:id']));
  const chains = Map.groupBy(inOrder, (post) => tops.get(post));
  const newest = inOrder.at(-1);
  return {
    number,
    url,
    title: titleOf(thread),
    repository,
    category: 'Disqus',
    author: authorOf(thread.author?.name),
    createdAt: momentOf(thread.createdAt),
    body: '',
    locked: true,
    comments: inOrder
      .filter((post) => tops.get(post) === post)
      .map((top) => ({
        ...remark(top),
        replies: (chains.get(top) ?? []).filter((post) => post !== top).map(remark),
      })),
    // The last word that was said, so that a second import writes the same.
    snapshotAt: momentOf(newest?.createdAt),
    origin: 'disqus',
  };
}

function titleOf({ title = '' }: OldThread): string {
  return title.trim() === '' ? 'Comments' : title.trim();
}

function authorOf(name: string | undefined) {
  const shown = name?.trim() ?? '';
  return shown === '' ? { kind: 'deleted' } : { kind: 'named', name: shown };
}

function momentOf(text: string | undefined): string {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? '1970-01-01T00:00:00Z' : date.toISOString().replace('.000Z', 'Z');
}

/** Disqus's own number, unless it is larger than a number can be. */
function numberOf(id: string): number {
  const number = Number(id);
  if (Number.isSafeInteger(number) && number > 0) return number;
  return Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 12), 16) + 1;
}

function pathOf(address: string | undefined): string | undefined {
  const path = URL.parse(address ?? '')?.pathname;
  return path === undefined ? undefined : withoutIndex(path);
}

function httpsOf(address: string | undefined): string {
  const url = URL.parse(address ?? '');
  return url === null ? 'https://disqus.com/' : `https://${url.host}${url.pathname}`;
}
