import { EventEmitter } from 'node:events';
import { join, resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { showProblems } from './dev-overlay.node.ts';
import type { DevServer } from './dev-overlay.node.ts';
import { contentCheck } from './integration.node.ts';
import type { Problem } from './problem.ts';

const root = resolve('/site');
const problem: Problem = {
  file: 'content/posts/a.mdx',
  line: 3,
  column: 7,
  rule: 'mdx-syntax',
  message: 'Expected a closing tag for `<b>` & more.',
  hint: 'Close it.',
};
const line = 'content/posts/a.mdx:3:7  mdx-syntax  Expected a closing tag for `<b>` & more. Close it.';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A browser that keeps what it is sent. */
function browser() {
  const received: unknown[] = [];
  return { received, send: (payload: unknown) => void received.push(payload) };
}

async function start(results: { problems: Problem[]; warnings: Problem[]; files: number }[]) {
  vi.useFakeTimers();
  const hot = new EventEmitter();
  const watcher = new EventEmitter();
  const printed: string[] = [];
  let checks = 0;
  const check = () =>
    Promise.resolve(results[Math.min(checks++, results.length - 1)] ?? { problems: [], warnings: [], files: 0 });
  const server = { environments: { client: { hot } }, watcher } as unknown as DevServer;
  await showProblems(server, root, check, (text, level) => printed.push(`${level} ${text}`));
  const change = async (...paths: string[]) => {
    for (const path of paths) watcher.emit('all', 'change', join(root, path));
    await vi.advanceTimersByTimeAsync(1_000);
  };
  return {
    printed,
    change,
    connect: (client: object) => hot.emit('vite:client:connect', undefined, client),
    checked: () => checks,
  };
}

async function setUp(command: string, problems: Problem[], warnings: Problem[] = []) {
  const printed: unknown[] = [];
  const warned: unknown[] = [];
  vi.spyOn(console, 'error').mockImplementation((text) => void printed.push(text));
  const { hooks } = contentCheck({ check: () => Promise.resolve({ problems, warnings, files: 9 }), root });
  let error: unknown;
  const updateConfig = ({ vite }: { vite: { plugins: { config: () => void }[] } }) => {
    try {
      vite.plugins[0]?.config();
    } catch (thrown) {
      error = thrown;
    }
  };
  const logger = { warn: (text: string) => void warned.push(text) };
  // The hook looks at these three and at nothing else of what Astro passes.
  const run = hooks['astro:config:setup'] as unknown as (options: object) => Promise<void>;
  await run({ command, updateConfig, logger });
  return { printed, warned, error };
}

test('a build prints every problem and stops with one sentence and no trace', async () => {
  const { printed, error } = await setUp('build', [problem]);
  expect(printed).toEqual([line]);
  expect(error).toMatchObject({ message: '1 problem in 1 file.', stack: '1 problem in 1 file.' });
});

test('a build of sound content goes on in silence', async () => {
  expect(await setUp('build', [])).toEqual({ printed: [], warned: [], error: undefined });
});

test('a build prints what is merely worth a look and goes on', async () => {
  expect(await setUp('build', [], [problem])).toEqual({ printed: [], warned: [line], error: undefined });
});

test('a build that stops prints what is worth a look beside the problems', async () => {
  const { printed, warned, error } = await setUp('build', [problem], [{ ...problem, line: 4 }]);
  expect(printed).toEqual([line]);
  expect(warned).toEqual([line.replace(':3:', ':4:')]);
  expect(error).toMatchObject({ message: '1 problem in 1 file.' });
});

test.each(['dev', 'sync', 'preview'])('%s is not stopped', async (command) => {
  expect((await setUp(command, [problem])).error).toBeUndefined();
});

test('the terminal gets the list and each page that connects gets it as an overlay, with its signs escaped', async () => {
  const { printed, connect } = await start([{ problems: [problem], warnings: [], files: 9 }]);
  expect(printed).toEqual([`error ${line}`, 'error 1 problem in 1 file.']);
  const page = browser();
  connect(page);
  expect(page.received).toMatchObject([
    {
      type: 'error',
      err: {
        title: '1 problem in 1 file.',
        message: 'content/posts/a.mdx:3:7  mdx-syntax  Expected a closing tag for `&lt;b>` &amp; more. Close it.',
        stack: line,
        loc: { file: join(root, 'content/posts/a.mdx'), line: 3, column: 7 },
      },
    },
  ]);
});

test('several changes in a row are one check, and an open page learns of the new problem', async () => {
  const { change, connect, checked } = await start([
    { problems: [], warnings: [], files: 9 },
    { problems: [problem], warnings: [], files: 9 },
  ]);
  const page = browser();
  connect(page);
  expect(page.received).toEqual([]);
  await change('content/posts/a.mdx', 'content/posts/a.mdx', 'public/a.png');
  expect(checked()).toBe(2);
  expect(page.received).toMatchObject([{ type: 'error' }]);
});

test('once the last problem is gone, pages reload and the terminal says that all is well', async () => {
  const { change, connect, printed } = await start([
    { problems: [problem], warnings: [], files: 9 },
    { problems: [], warnings: [], files: 9 },
  ]);
  const page = browser();
  connect(page);
  await change('content/posts/a.mdx');
  expect(page.received.at(-1)).toEqual({ type: 'full-reload', path: '*' });
  expect(printed.at(-1)).toBe('info Content is sound: 9 files.');
});

test('what is merely worth a look is printed once, covers no page, and does not count as a problem', async () => {
  const warning = { ...problem, line: 4 };
  const { change, connect, printed } = await start([
    { problems: [], warnings: [warning], files: 9 },
    { problems: [], warnings: [warning, { ...problem, line: 5 }], files: 9 },
    { problems: [], warnings: [], files: 9 },
    { problems: [], warnings: [warning], files: 9 },
  ]);
  const page = browser();
  connect(page);
  for (let times = 0; times < 3; times += 1) await change('content/posts/a.mdx');
  expect(printed).toEqual([4, 5, 4].map((number) => `warn ${line.replace(':3:', `:${number}:`)}`));
  expect(page.received).toEqual([]);
});

test('a change elsewhere is no reason to check', async () => {
  const { change, checked } = await start([{ problems: [], warnings: [], files: 9 }]);
  await change('src/pages/index.astro', 'contents/a.md');
  expect(checked()).toBe(1);
});
