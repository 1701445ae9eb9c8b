/**
 * What is asked of GitHub's GraphQL API. Every connection has `first`, which the server demands and the schema does
 * not; several things of one kind are asked for by alias, so that one that is missing leaves the others whole.
 */

/** The most that a connection gives at once. */
export const pageSize = 100;

/** What one answer costs, and what is left of the hour; the server's own count, which may differ from its formula. */
const budget = 'rateLimit { cost remaining resetAt }';

const remarkFields = `
fragment RemarkFields on DiscussionComment {
  id
  url
  author { login url }
  createdAt
  lastEditedAt
  deletedAt
  isMinimized
  minimizedReason
  upvoteCount
  bodyHTML
  reactionGroups { content reactors { totalCount } }
}
fragment Replies on DiscussionCommentConnection {
  pageInfo { hasNextPage endCursor }
  nodes { ...RemarkFields }
}`;

const comments = `
fragment Comments on DiscussionCommentConnection {
  pageInfo { hasNextPage endCursor }
  nodes {
    ...RemarkFields
    replies(first: ${pageSize}) { ...Replies }
  }
}${remarkFields}`;

const discussionFields = `
fragment DiscussionFields on Discussion {
  id
  number
  title
  url
  repository { nameWithOwner }
  category { name isAnswerable }
  author { login url }
  createdAt
  lastEditedAt
  updatedAt
  bodyHTML
  upvoteCount
  reactionGroups { content reactors { totalCount } }
  locked
  activeLockReason
  closed
  closedAt
  stateReason
  answer { id }
  labels(first: 50) { nodes { name } }
  poll { question totalVoteCount options(first: 20) { nodes { option totalVoteCount } } }
}${comments}`;

/** Asks whether each discussion is there, and what tells whether its snapshot is current. Costs 1 for hundreds. */
export function statesQuery(numbers: readonly number[]): string {
  return inRepository(
    'States',
    numbers.map(
      (number) => `d${number}: discussion(number: ${number}) {
      number title updatedAt answer { id } locked closed url repository { nameWithOwner } category { name }
      comments { totalCount }
    }`,
    ),
  );
}

/** Asks for whole discussions, each with its first `first` comments and 100 replies to each of them. */
export function discussionsQuery(wanted: readonly { number: number; first: number }[]): string {
  const fields = wanted.map(
    ({ number, first }) =>
      `d${number}: discussion(number: ${number}) { ...DiscussionFields comments(first: ${first}) { ...Comments } }`,
  );
  return inRepository('Discussions', fields) + discussionFields;
}

/** Asks for the next page of a discussion's comments: `$id` is its node id. */
export const moreCommentsQuery = `query MoreComments($id: ID!, $first: Int!, $after: String!) {
  node(id: $id) { ... on Discussion { comments(first: $first, after: $after) { ...Comments } } }
  ${budget}
}${comments}`;

/** Asks for the next page of replies to each comment, by node id, as `r0`, `r1` and so on. */
export function moreRepliesQuery(pages: readonly { id: string; after: string }[]): string {
  const fields = pages.map(
    ({ id, after }, index) => `r${index}: node(id: ${JSON.stringify(id)}) {
    ... on DiscussionComment { replies(first: ${pageSize}, after: ${JSON.stringify(after)}) { ...Replies } }
  }`,
  );
  return `query MoreReplies {\n  ${fields.join('\n  ')}\n  ${budget}\n}${remarkFields}`;
}

/** Asks whether numbers that are no discussions are issues or pull requests: all three share one row of numbers. */
export function namesakesQuery(numbers: readonly number[]): string {
  return inRepository(
    'Namesakes',
    numbers.map((number) => `d${number}: issueOrPullRequest(number: ${number}) { __typename }`),
  );
}

/** Asks for the repository, and for the categories in which discussions can be opened. */
export const repositoryQuery = `query Repository($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name, followRenames: true) {
    id
    nameWithOwner
    hasDiscussionsEnabled
    discussionCategories(first: ${pageSize}) { nodes { id name } }
  }
  ${budget}
}`;

/** Asks for titles of discussions, newest first. */
export const titlesQuery = `query Titles($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name, followRenames: true) {
    nameWithOwner
    hasDiscussionsEnabled
    discussions(first: ${pageSize}, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes { number title }
    }
  }
  ${budget}
}`;

/** Opens a discussion. */
export const createMutation = `mutation Create($input: CreateDiscussionInput!) {
  createDiscussion(input: $input) { discussion { number url } }
}`;

function inRepository(name: string, fields: readonly string[]): string {
  return `query ${name}($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name, followRenames: true) {
    nameWithOwner
    hasDiscussionsEnabled
    ${fields.join('\n    ')}
  }
  ${budget}
}`;
}
