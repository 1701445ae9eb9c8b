import { expect, test } from 'vitest';
import { discussion, withSite } from '../../../tests/fixtures/content-tree.ts';
import { runRules } from '../../content-check/run-rules.ts';
import { readContent } from '../../content.check.node.ts';
import { vanishedThread } from './vanished-thread.ts';

/** What the rule says of a snapshot that is `vanished`. */
function said(vanished: object | undefined): Promise<string[]> {
  const snapshot = JSON.stringify({ ...(JSON.parse(discussion(7)) as object), ...(vanished && { vanished }) });
  return withSite({ 'content/discussions/7.json': snapshot }, async (root) =>
    runRules([vanishedThread], (await readContent(root)).content).warnings.map(
      ({ file, column, message }) => `${file}:${column > 1 ? 'inside' : 'start'} ${message}`,
    ),
  );
}

test('a thread that was not found any more, and one that was moved, are named with the day', async () => {
  expect(await said({ reason: 'not-found', at: '2026-11-20T00:00:00Z' })).toEqual([
    'content/discussions/7.json:inside The thread was not found on 2026-11-20: it was deleted, or nobody may see it.',
  ]);
  const url = 'https://github.com/a/b/discussions/1';
  expect(await said({ reason: 'transferred', at: '2026-11-20T00:00:00Z', url })).toEqual([
    `content/discussions/7.json:inside The thread was moved to ${url} by 2026-11-20.`,
  ]);
});

test('a thread that is where it was is not spoken of', async () => {
  expect(await said(undefined)).toEqual([]);
});
