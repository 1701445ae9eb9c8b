import { expect, test } from 'vitest';
import { discussionSchema } from './schema.ts';
import { renderThread } from './thread.node.ts';

const url = 'https://github.com/octo-org/driver-notes/discussions/42';
const author = { kind: 'deleted' };
const createdAt = '2026-11-01T10:00:00Z';
const body = '<h2 id="user-content-top">a</h2><script>b()</script>';
const remark = { author, createdAt, body, state: { kind: 'shown' } };

const thread = await renderThread(
  discussionSchema.parse({
    number: 42,
    url,
    title: 'Which driver?',
    repository: 'octo-org/driver-notes',
    category: 'Q&A',
    author,
    createdAt,
    body,
    locked: false,
    comments: [
      {
        ...remark,
        id: 'a',
        url: `${url}#discussioncomment-1`,
        state: { kind: 'minimised', reason: 'spam' },
        replies: [{ ...remark, id: 'b', url: `${url}#discussioncomment-2` }],
      },
    ],
    snapshotAt: createdAt,
  }),
);

test('the question is safe, and its ids and headings fit its place', () => {
  expect(thread.question?.content).toEqual({
    kind: 'shown',
    html: '<h4 id="discussion-question-top" dir="auto">a</h4>',
  });
});

test('a folded comment is as safe as one that is shown', () => {
  expect(thread.comments[0]?.content).toMatchObject({ html: '<h4 id="comment-1-top" dir="auto">a</h4>' });
});

test('the same text in a reply has other ids, and its headings stand one lower', () => {
  expect(thread.comments[0]?.replies[0]?.content).toMatchObject({ html: '<h5 id="comment-2-top" dir="auto">a</h5>' });
});
