/** Questions to one repository: each gives what was found by number, and a fault for each number that has one. */
import { z } from 'astro/zod';
import { maxSnapshotBytes } from '../../content-check/source.node.ts';
import type { Answer, AskOptions, Client } from './client.node.ts';
import { disabled, faultOf, GitHubFault, incomplete, incompleteAnswer, tooLarge, unfit } from './fault.ts';
import type { AnswerError, FaultText } from './fault.ts';
import { commentsPage, discussionNode, discussionState, repliesPage } from './from-github.node.ts';
import type { CommentsPage, DiscussionNode, DiscussionState } from './from-github.node.ts';
import {
  discussionsQuery,
  moreCommentsQuery,
  moreRepliesQuery,
  namesakesQuery,
  pageSize,
  statesQuery,
} from './queries.ts';

/** What became of a number that was asked for. */
export type Found<Value> =
  { kind: 'found'; value: Value } | { kind: 'missing' } | { kind: 'partial' } | { kind: 'fault'; fault: FaultText };

/** What GitHub calls a repository, and what it has. */
export interface Answered<Value> {
  /** The repository's name as it is now: another one than was asked for if it was renamed. */
  nameWithOwner: string;
  byNumber: Map<number, Found<Value>>;
  at: Date;
}

const repositoryShape = z.object({ nameWithOwner: z.string(), hasDiscussionsEnabled: z.boolean() });
const statesAtOnce = 100;
const repliesAtOnce = 5;

/** `owner` and `name` of `owner/name`, as queries take them. */
export function variablesOf(repository: string): { owner: string; name: string } {
  const [owner = '', name = ''] = repository.split('/');
  return { owner, name };
}

/** Whether each discussion is there, and what tells if its snapshot is current. */
export async function askStates(
  client: Client,
  repository: string,
  numbers: readonly number[],
): Promise<Answered<DiscussionState>> {
  const all: Answered<DiscussionState> = { nameWithOwner: repository, byNumber: new Map(), at: new Date(0) };
  for (let start = 0; start < Math.max(1, numbers.length); start += statesAtOnce) {
    const part = numbers.slice(start, start + statesAtOnce);
    const answered = await askByNumber(client, repository, part, statesQuery(part), discussionState);
    all.nameWithOwner = answered.nameWithOwner;
    all.at = answered.at;
    for (const [number, found] of answered.byNumber) all.byNumber.set(number, found);
  }
  return all;
}

/** Discussions with their first comments, `first` of each. */
export function askDiscussions(
  client: Client,
  repository: string,
  wanted: readonly { number: number; first: number }[],
  options: AskOptions,
): Promise<Answered<DiscussionNode>> {
  const numbers = wanted.map(({ number }) => number);
  return askByNumber(client, repository, numbers, discussionsQuery(wanted), discussionNode, options);
}

/** Which of the numbers are issues, and which are pull requests. */
export async function askNamesakes(
  client: Client,
  repository: string,
  numbers: readonly number[],
): Promise<Map<number, string>> {
  const shape = z.object({ __typename: z.string() });
  const names = new Map<number, string>();
  if (numbers.length === 0) return names;
  const { byNumber } = await askByNumber(client, repository, numbers, namesakesQuery(numbers), shape);
  for (const [number, found] of byNumber) {
    if (found.kind === 'found') names.set(number, found.value.__typename === 'Issue' ? 'an issue' : 'a pull request');
  }
  return names;
}

async function askByNumber<Value>(
  client: Client,
  repository: string,
  numbers: readonly number[],
  query: string,
  shape: z.ZodType<Value>,
  options?: AskOptions,
): Promise<Answered<Value>> {
  const answer = await client.ask(query, variablesOf(repository), options);
  const { nameWithOwner, fields } = readRepository(answer, repository);
  const byNumber = new Map(
    numbers.map((number): [number, Found<Value>] => {
      const alias = `d${number}`;
      const errors = answer.errors.filter(({ path }) => path?.[0] === 'repository' && path[1] === alias);
      return [number, readField(number, fields[alias], errors, shape)];
    }),
  );
  return { nameWithOwner, byNumber, at: answer.at };
}

/** The repository in an answer. Throws a fault if it is not there, or has no discussions. */
export function readRepository(
  { data, errors }: Answer,
  repository: string,
): { nameWithOwner: string; fields: Readonly<Record<string, unknown>> } {
  const fields = data['repository'];
  if (typeof fields !== 'object' || fields === null) {
    const error = errors.find(({ path }) => path?.[0] === 'repository');
    throw new GitHubFault(faultOf(error ?? { type: 'NOT_FOUND', message: 'Nothing about the repository.' }));
  }
  const own = repositoryShape.safeParse(fields);
  // An error about something that nobody asked for by this name concerns the whole answer.
  const stray = errors.find(({ path }) => path?.[0] === 'repository' && path[1] !== undefined && !isAsked(path[1]));
  if (stray !== undefined && own.data?.hasDiscussionsEnabled !== false) throw new GitHubFault(faultOf(stray));
  if (!own.success) throw new GitHubFault(incompleteAnswer);
  if (!own.data.hasDiscussionsEnabled) throw new GitHubFault(disabled(repository));
  return { nameWithOwner: own.data.nameWithOwner, fields: fields as Readonly<Record<string, unknown>> };
}

/** Aliases of numbers, and what every query asks of a repository. */
function isAsked(name: string | number): boolean {
  return /^d\d+$|^discussions$|^discussionCategories$/.test(String(name));
}

/** A null is a missing discussion only if GitHub says so; whatever else is lacking is a part of an answer. */
function readField<Value>(
  number: number,
  value: unknown,
  errors: readonly AnswerError[],
  shape: z.ZodType<Value>,
): Found<Value> {
  const own = errors.find(({ path }) => path?.length === 2);
  if (value === null && own?.type === 'NOT_FOUND') return { kind: 'missing' };
  const known = errors.find(({ type }) => type === 'FORBIDDEN');
  if (known !== undefined) return { kind: 'fault', fault: faultOf(known) };
  if (value === null || value === undefined || errors.length > 0) return { kind: 'partial' };
  const read = shape.safeParse(value);
  if (read.success) return { kind: 'found', value: read.data };
  const [issue] = read.error.issues;
  return { kind: 'fault', fault: unfit(number, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`) };
}

/**
 * The discussion with all pages of its comments, of `size` each, and of replies. Nothing if it went away meanwhile. Throws
 * a fault as soon as there is more than a snapshot may have.
 */
export async function completeDiscussion(
  client: Client,
  node: DiscussionNode,
  size: number,
): Promise<DiscussionNode | undefined> {
  const comments = new Map<string, CommentsPage['nodes'][number]>();
  let letters = 0;
  const weigh = (remarks: readonly { bodyHTML: string }[]): void => {
    for (const { bodyHTML } of remarks) letters += bodyHTML.length;
    if (letters > maxSnapshotBytes) throw new GitHubFault(tooLarge(node.number));
  };
  const add = (page: CommentsPage): void => {
    for (const comment of page.nodes) comments.set(comment.id, comment);
    weigh(page.nodes.flatMap((comment) => [comment, ...comment.replies.nodes]));
  };
  add(node.comments);
  let { pageInfo } = node.comments;
  for (const seen = new Set<string>(); pageInfo.hasNextPage;) {
    const after = nextCursor(node.number, pageInfo, seen);
    const variables = { id: node.id, first: size, after };
    const { data, errors } = await client.ask(moreCommentsQuery, variables, { slowAttempts: 2 });
    if (isGone(data['node'], errors, 'node')) return undefined;
    const page = z.object({ comments: commentsPage }).safeParse(data['node']);
    if (!page.success || errors.length > 0) throw new GitHubFault(incomplete(node.number));
    add(page.data.comments);
    pageInfo = page.data.comments.pageInfo;
  }
  await completeReplies(client, node.number, [...comments.values()], size < pageSize ? 1 : repliesAtOnce, weigh);
  return { ...node, comments: { pageInfo, nodes: [...comments.values()] } };
}

/** Adds the pages of replies that are missing, several comments at once. */
async function completeReplies(
  client: Client,
  number: number,
  comments: CommentsPage['nodes'],
  atOnce: number,
  weigh: (remarks: readonly { bodyHTML: string }[]) => void,
): Promise<void> {
  const waiting = comments.flatMap((comment) =>
    comment.replies.pageInfo.hasNextPage ? [{ comment, seen: new Set<string>() }] : [],
  );
  while (waiting.length > 0) {
    const group = waiting.splice(0, atOnce);
    const pages = group.map(({ comment, seen }) => ({
      id: comment.id,
      after: nextCursor(number, comment.replies.pageInfo, seen),
    }));
    const { data, errors } = await client.ask(moreRepliesQuery(pages), {}, { slowAttempts: 2 });
    for (const [index, { comment, seen }] of group.entries()) {
      const alias = `r${index}`;
      if (isGone(data[alias], errors, alias)) continue; // the comment was deleted meanwhile; the next sync sees that
      const page = z.object({ replies: repliesPage }).safeParse(data[alias]);
      if (!page.success || errors.some(({ path }) => path?.[0] === alias)) throw new GitHubFault(incomplete(number));
      weigh(page.data.replies.nodes);
      const all = new Map(
        [...comment.replies.nodes, ...page.data.replies.nodes].map((reply): [string, typeof reply] => [
          reply.id,
          reply,
        ]),
      );
      comment.replies = { pageInfo: page.data.replies.pageInfo, nodes: [...all.values()] };
      if (comment.replies.pageInfo.hasNextPage) waiting.push({ comment, seen });
    }
  }
}

/** The cursor of the next page. One that is missing or came before would go round for ever. */
function nextCursor(number: number, { endCursor }: CommentsPage['pageInfo'], seen: Set<string>): string {
  if (endCursor === null || seen.has(endCursor)) throw new GitHubFault(incomplete(number));
  seen.add(endCursor);
  return endCursor;
}

function isGone(value: unknown, errors: readonly AnswerError[], alias: string): boolean {
  return value === null && errors.some(({ type, path }) => type === 'NOT_FOUND' && path?.[0] === alias);
}
