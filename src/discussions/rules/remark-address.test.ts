import { test } from 'vitest';
import { discussion, expectProblems } from '../../../tests/fixtures/content-tree.ts';

const hint = 'Fetch the snapshot again, or end the address in #discussioncomment-, with the number of the comment.';

function snapshot(...urls: string[]): string {
  const [first = '', ...replies] = urls.map(
    (url, place) =>
      `"id": "DC_${String(place)}", "url": ${url}, "author": { "kind": "deleted" }, "createdAt": "2026-11-24T00:00:00Z", "state": { "kind": "shown" }, "body": ""`,
  );
  const comment = `{ ${first}, "replies": [${replies.map((reply) => `{ ${reply} }`).join(', ')}] }`;
  return discussion(7).replace('"comments": []', `"comments": [${comment}]`);
}

const base = 'https://github.com/owner/name/discussions/7';

test('two remarks of one address, and one without its own, are named where the address stands', () =>
  expectProblems(
    {
      'content/discussions/7.json': snapshot(
        `"${base}#discussioncomment-1"`,
        `‸"${base}#discussioncomment-1"`,
        `‸"${base}"`,
        `"${base}#discussioncomment-2"`,
      ),
    },
    `remark-address  Another comment has the address of comment-1 already. ${hint}`,
    `remark-address  This is not the address of a comment. ${hint}`,
  ));
