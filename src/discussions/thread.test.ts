import { expect, test } from 'vitest';
import type { Comment, Discussion, Remark } from './schema.ts';
import { anchorOf, answerAnchor, foldLong, toThread } from './thread.ts';

const base = 'https://github.com/octo-org/driver-notes/discussions/42';

function remark(number: number, changes: Partial<Remark> = {}): Remark {
  return {
    id: `DC_${String(number)}`,
    url: `${base}#discussioncomment-${String(number)}`,
    author: { kind: 'account', login: 'octocat', url: 'https://github.com/octocat' },
    createdAt: '2026-11-01T10:00:00Z',
    state: { kind: 'shown' },
    body: `<p>${String(number)}</p>`,
    ...changes,
  };
}

function comment(number: number, replies: Remark[] = [], changes: Partial<Remark> = {}): Comment {
  return { ...remark(number, changes), replies };
}

function discussion(comments: Comment[], changes: Partial<Discussion> = {}): Discussion {
  return {
    number: 42,
    url: base,
    title: 'Which driver?',
    repository: 'octo-org/driver-notes',
    category: 'Q&A',
    author: { kind: 'account', login: 'monalisa', url: 'https://github.com/monalisa' },
    createdAt: '2026-10-31T10:00:00Z',
    body: '<p>question</p>',
    locked: false,
    comments,
    snapshotAt: '2026-11-24T00:00:00Z',
    example: false,
    ...changes,
  };
}

/** Marks what it made, so that a body that went around it shows. */
const toHtml = (body: string): Promise<string> => Promise.resolve(`safe:${body}`);

function anchors({ comments }: Awaited<ReturnType<typeof toThread>>): [string, string[]][] {
  return comments.map(({ anchor, replies }) => [anchor, replies.map((reply) => reply.anchor)]);
}

test('comments and replies keep the order of GitHub, whatever their dates', async () => {
  const late = { createdAt: '2027-01-01T00:00:00Z' };
  const thread = await toThread(discussion([comment(2, [remark(4), remark(3)], late), comment(1)]), toHtml);
  expect(anchors(thread)).toEqual([
    ['comment-2', ['comment-4', 'comment-3']],
    ['comment-1', []],
  ]);
});

test('every body goes through what makes it safe, with its anchor, address and heading level', async () => {
  const seen: unknown[] = [];
  const thread = await toThread(discussion([comment(1, [remark(2)])]), (body, place) => {
    seen.push(place);
    return toHtml(body);
  });
  expect(thread.question?.content).toEqual({ kind: 'shown', html: 'safe:<p>question</p>' });
  expect(thread.comments[0]?.replies[0]?.content).toEqual({ kind: 'shown', html: 'safe:<p>2</p>' });
  expect(seen).toContainEqual({ anchor: 'comment-2', url: `${base}#discussioncomment-2`, level: 4 });
  expect(seen).toContainEqual({ anchor: 'discussion-question', url: base, level: 3 });
  expect(JSON.stringify(thread)).not.toMatch(/"html":"(?!safe:)/);
});

test('a comment that is the answer stands before the others with its replies, and not twice', async () => {
  const thread = await toThread(discussion([comment(1), comment(2, [remark(3)])], { answer: 'DC_2' }), toHtml);
  expect(thread.answer?.anchor).toBe('comment-2');
  expect(thread.answer?.replies.map(({ anchor }) => anchor)).toEqual(['comment-3']);
  expect(thread.answer?.repliesTo).toBeUndefined();
  expect(anchors(thread)).toEqual([['comment-1', []]]);
});

test('a reply that is the answer says to whom it replied and leaves a pointer in its place', async () => {
  const thread = await toThread(discussion([comment(1, [remark(2), remark(3)])], { answer: 'DC_2' }), toHtml);
  expect(thread.answer).toMatchObject({
    anchor: 'comment-2',
    replies: [],
    repliesTo: { name: 'octocat', anchor: 'comment-1' },
  });
  expect(thread.comments[0]?.replies.map(({ anchor, content }) => [anchor, content.kind])).toEqual([
    ['', 'moved'],
    ['comment-3', 'shown'],
  ]);
  expect(thread.comments[0]?.replies[0]?.content).toEqual({ kind: 'moved', anchor: 'comment-2' });
});

test.each([
  ['that was not loaded', 'DC_9'],
  ['that was deleted', 'DC_1'],
  ['that was a reply and deleted', 'DC_2'],
])('an answer %s is not shown', async (_, answer) => {
  const gone = { state: { kind: 'deleted' } } as const;
  const thread = await toThread(discussion([comment(1, [remark(2, gone)], gone)], { answer }), toHtml);
  expect(thread.answer).toBeUndefined();
  expect(anchors(thread)).toEqual([['comment-1', ['comment-2']]]);
});

test('a deleted comment leaves a gap without its words, and its replies stay', async () => {
  const thread = await toThread(discussion([comment(1, [remark(2)], { state: { kind: 'deleted' } })]), toHtml);
  expect(thread.comments[0]?.content).toEqual({ kind: 'deleted' });
  expect(thread.comments[0]?.replies).toHaveLength(1);
});

test.each([
  ['off-topic', 'off topic'],
  ['spam', 'spam'],
  ['low-quality', 'low quality'],
])('a comment that was minimised as %s is folded with that reason in words', async (given, reason) => {
  const thread = await toThread(discussion([comment(1, [], { state: { kind: 'minimised', reason: given } })]), toHtml);
  expect(thread.comments[0]?.content).toEqual({ kind: 'minimised', reason, html: 'safe:<p>1</p>' });
});

test('comments and replies are counted, folded ones too, deleted ones and the question not', async () => {
  const comments = [
    comment(1, [remark(2), remark(3, { state: { kind: 'deleted' } })]),
    comment(4, [], { state: { kind: 'minimised', reason: 'spam' } }),
    comment(5, [], { state: { kind: 'deleted' } }),
  ];
  expect((await toThread(discussion(comments), toHtml)).count).toBe(3);
});

test('the answer is counted once', async () => {
  expect((await toThread(discussion([comment(1, [remark(2)])], { answer: 'DC_2' }), toHtml)).count).toBe(2);
});

test('who deleted their account is called "deleted user", without link; the account "ghost" is a person', async () => {
  const ghost = { kind: 'account', login: 'ghost', url: 'https://github.com/ghost' } as const;
  const thread = await toThread(
    discussion([comment(1, [], { author: { kind: 'deleted' } }), comment(2, [], { author: ghost })]),
    toHtml,
  );
  expect(thread.comments.map(({ author }) => author)).toEqual([
    { name: 'deleted user' },
    { name: 'ghost', url: 'https://github.com/ghost' },
  ]);
});

test('an edited remark says when', async () => {
  const thread = await toThread(discussion([comment(1, [], { editedAt: '2026-11-02T00:00:00Z' }), comment(2)]), toHtml);
  expect(thread.comments.map(({ editedAt }) => editedAt)).toEqual(['2026-11-02T00:00:00Z', undefined]);
});

test('a discussion without text has no question', async () => {
  expect((await toThread(discussion([], { body: ' ' }), toHtml)).question).toBeUndefined();
});

test('a title does not turn what is written after it', async () => {
  expect((await toThread(discussion([], { title: 'a \u202Egnp.exe' }), toHtml)).title).toBe('a \u202Egnp.exe\u202C');
});

test.each([
  [`${base}#discussioncomment-5307`, 'comment-5307'],
  [`${base}#discussion-42-comment-7`, 'comment-7'],
  [base, 'discussion-question'],
])('the anchor of %s is %s', async (url, anchor) => {
  expect(anchorOf(url)).toBe(anchor);
});

test.each<[string, Partial<Discussion>, Comment[], string[]]>([
  ['nothing was said', {}, [], ['no comments yet']],
  ['one comment', {}, [comment(1)], ['1 comment']],
  ['a question waits', { isAnswerable: true }, [comment(1)], ['1 comment', 'not answered yet']],
  ['a question has its answer', { isAnswerable: true, answer: 'DC_1' }, [comment(1)], ['1 comment', 'answered']],
  ['it was closed', { closed: { at: '2026-11-02T00:00:00Z' } }, [], ['no comments yet', 'closed']],
  [
    'it was closed for a reason and locked for another',
    { closed: { at: '2026-11-02T00:00:00Z', reason: 'duplicate' }, locked: true, lockReason: 'too-heated' },
    [],
    ['no comments yet', 'closed as a duplicate', 'locked as too heated'],
  ],
])('a thread says when %s', async (_, changes, comments, facts) => {
  expect((await toThread(discussion(comments, changes), toHtml)).facts).toEqual(facts);
});

test('the opening text is a question where threads have answers', async () => {
  const openings = [{}, { isAnswerable: true }].map(
    async (changes) => (await toThread(discussion([], changes), toHtml)).opening,
  );
  expect(await Promise.all(openings)).toEqual(['Opening post', 'Question']);
});

test('votes and reactions are words with their counts, in the order of the snapshot', async () => {
  const given = [
    { kind: 'thumbs-up', count: 12 },
    { kind: 'hooray', count: 1 },
    { kind: 'eyes', count: 3 },
  ] as const;
  const said: Comment = { ...comment(1, [], { reactions: [...given] }), upvotes: 5 };
  const thread = await toThread(discussion([said]), toHtml);
  expect(thread.comments[0]?.reactions).toEqual(['5 votes', '12 thumbs up', '1 hooray', '3 pairs of eyes']);
});

test('a thread that vanished keeps its words and names no address that is gone', async () => {
  const vanished = { reason: 'not-found', at: '2026-11-20T00:00:00Z' } as const;
  const thread = await toThread(discussion([comment(1)], { vanished }), toHtml);
  expect(thread).toMatchObject({ isOver: true, vanished: { at: vanished.at } });
  expect([thread.url, thread.question?.url, thread.comments[0]?.url]).toEqual([undefined, undefined, undefined]);
  expect(thread.comments[0]?.content).toEqual({ kind: 'shown', html: 'safe:<p>1</p>' });
});

test('an example thread leads to no place and no account on GitHub, where it never was', async () => {
  const thread = await toThread(discussion([comment(1, [remark(2)])], { example: true }), toHtml);
  expect(thread.url).toBeUndefined();
  for (const shown of [thread.question, thread.comments[0], thread.comments[0]?.replies[0]]) {
    expect([shown?.url, shown?.author.url]).toEqual([undefined, undefined]);
    expect(shown?.author.name).not.toBe('deleted user');
  }
});

test('a thread that was moved says where it is now', async () => {
  const url = 'https://github.com/octo-org/other/discussions/5';
  const vanished = { reason: 'transferred', at: '2026-11-20T00:00:00Z', url } as const;
  expect((await toThread(discussion([], { vanished }), toHtml)).vanished).toEqual({ at: vanished.at, url });
});

test('names, labels and polls of strangers do not turn what is written after them', async () => {
  const thread = await toThread(
    discussion([], {
      labels: ['a\u202E'],
      poll: { question: 'b\u2067', options: [{ text: 'c\u202E', votes: 1 }], total: 1 },
    }),
    toHtml,
  );
  expect(thread.labels).toEqual(['a\u202E\u202C']);
  expect(thread.poll).toEqual({ question: 'b\u2067\u2069', options: [{ text: 'c\u202E\u202C', votes: 1 }], total: 1 });
});

test.each([
  [0, []],
  [12, []],
  [13, ['11 to 13']],
  [25, ['11 to 15', '16 to 20', '21 to 25']],
  [27, ['11 to 15', '16 to 20', '21 to 25', '26 to 27']],
])('of %i items, ten are seen and parts of five folded: %j', (count, parts) => {
  const items = Array.from({ length: count }, (_, place) => place + 1);
  const folded = foldLong(items, 10, 5);
  expect(folded.parts.map(({ from, to }) => `${String(from)} to ${String(to)}`)).toEqual(parts);
  expect([...folded.shown, ...folded.parts.flatMap((part) => part.items)]).toEqual(items);
});

test('the answer has its place on the page, unless it is hidden or gone', () => {
  const replied = [comment(1, [remark(2)])];
  expect(answerAnchor(discussion(replied, { answer: 'DC_2' }))).toBe('comment-2');
  expect(answerAnchor(discussion(replied))).toBeUndefined();
  const hidden = comment(1, [], { state: { kind: 'minimised', reason: 'spam' } });
  expect(answerAnchor(discussion([hidden], { answer: 'DC_1' }))).toBeUndefined();
});
