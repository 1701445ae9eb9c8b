import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { background, driver, fact, post, withSite } from '../../tests/fixtures/content-tree.ts';
import type { Files } from '../../tests/fixtures/content-tree.ts';
import { isoDay } from '../site/dates.ts';

const script = resolve('scripts/check-content.ts');

/** The small site as if all had been looked up today, since the command goes by the calendar. */
const fresh = Object.fromEntries(
  Object.entries(background).map(([path, text]) => [path, text.replaceAll('2026-11-24', isoDay(new Date()))]),
);

/** What `npm run check:content` prints for the small site with `changes`, and its exit code. */
function run(changes: Files): Promise<{ code: unknown; lines: string[]; stderr: string }> {
  return withSite({ ...fresh, ...changes }, (root) =>
    promisify(execFile)(process.execPath, [script, root]).then(
      ({ stdout, stderr }) => ({ code: 0, lines: stdout.trimEnd().split('\n'), stderr }),
      // A process that ends with another code than 0 is an error that carries what it printed.
      (error: unknown) => {
        const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string };
        return { code, lines: stdout.trimEnd().split('\n'), stderr };
      },
    ),
  );
}

test('the command prints all problems, counts them in the last line and fails', async () => {
  const broken = { 'content/posts/a.md': '', 'content/posts/b.md': post('![](/icon.svg)\n\n[a](/driver/)\n') };
  expect(await run(broken)).toEqual({
    code: 1,
    lines: [
      'content/posts/a.md:1:1  empty-file  The file is empty. Fill it or delete it.',
      'content/posts/b.md:5:5  image-alt  The image has no alternative text. Say what it shows: `![what it shows](/icon.svg)`. If it is decoration, write `<img src="/icon.svg" alt="" />`.',
      'content/posts/b.md:7:5  broken-link  `/driver/` leads to no page. Write `/drivers/`.',
      '3 problems in 2 files.',
    ],
    stderr: '',
  });
});

test('the command says that sound content is sound', async () => {
  expect(await run({})).toEqual({ code: 0, lines: ['Content is sound: 8 files.'], stderr: '' });
});

test('the command prints what is merely worth a look, and content is sound all the same', async () => {
  const aufs = 'content/drivers/docker-aufs.yaml';
  const stale = driver('aufs', fact('copy_up', 'file') + fact('max_layers', 'none'))
    .replace('2026-11-24', '2014-07-24')
    .replace('2026-11-24', isoDay(new Date()));
  expect(await run({ [aufs]: stale })).toEqual({
    code: 0,
    lines: [
      `${aufs}:10:14  stale-fact  The fact \`copy_up\` was last checked on 2014-07-24, more than 18 months ago. Read its source again, correct what has changed, and set \`checked\` to that day.`,
      'Content is sound: 8 files.',
    ],
    stderr: '',
  });
});
