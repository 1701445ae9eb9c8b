import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { proseProblems } from '../../walls/prose.ts';
import { run, walls } from '../../walls/walls.ts';

const folder = mkdtempSync(join(tmpdir(), 'walls-'));
afterAll(() => rmSync(folder, { recursive: true }));

function tool(name: string, args: string[], { input = '', cwd = '.' } = {}): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(resolve('node_modules/.bin', name), args, {
    input,
    cwd,
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

describe('the prose', () => {
  test('of a page is held to plain English, with the place of each slip', async () => {
    const page =
      '---\ntitle: The the\n---\n\nThe the pool is a overlay.\n\nThey utilise it.[^a]\n\n```\nthe the\n```\n';
    expect(await proseProblems('content/docs/example.md', `${page}\n[^a]: The the file.\n`)).toEqual([
      expect.stringMatching(/^content\/docs\/example\.md:5:1 {2}retext-repeated-words {2}.*`the`/),
      expect.stringMatching(/^content\/docs\/example\.md:5:17 {2}retext-indefinite-article {2}.*`an`/),
      expect.stringMatching(/^content\/docs\/example\.md:7:6 {2}retext-simplify {2}.*`use`/),
    ]);
  });

  test('that no tired reader takes in is too long, and the words of our field are not', async () => {
    const long =
      'Notwithstanding considerable architectural heterogeneity, implementations incorporating transactional metadata consistently demonstrate substantially diminished susceptibility to catastrophic inconsistencies.';
    expect(await proseProblems('a.md', `${long}\n`)).toContainEqual(expect.stringContaining('hard to read'));
    expect(await proseProblems('a.mdx', 'The maximum is an option of the driver, <b>however</b> large.\n')).toEqual([]);
  });
});

describe('the spelling', { timeout: 60_000 }, () => {
  const spell = (file: string, input: string): { status: number | null; text: string } =>
    tool('cspell', ['lint', '--no-progress', '--show-suggestions', `stdin://${file}`], { input });

  test('of an article is British; our field, code and addresses are no slips', () => {
    const { status, text } = spell(
      'content/posts/example.md',
      'The color of an overlayfs snapshotter is rong.\n\n```console\n$ dokcer pss\n```\n\n`dokcer` <https://example.org/dokcer>\n',
    );
    expect(status).toBe(1);
    expect(text).toMatch(/example\.md:1:5 - Forbidden word \(color\).*colour/);
    expect(text).toMatch(/example\.md:1:42 - Unknown word \(rong\)/);
    expect(text).toContain('Issues found: 2 in 1 file');
  });

  test('of a comment is checked, of a name in code is not', () => {
    const { text } = spell('src/site/example.ts', '/* A coment. */\nconst nmae = 1;\n');
    expect(text).toContain('Unknown word (coment)');
    expect(text).not.toContain('nmae');
  });
});

test('the word list is sorted and holds each word once', () => {
  const words = readFileSync('walls/words.txt', 'utf8').trimEnd().split('\n');
  const order = (a: string, b: string): number => (a.toLowerCase() < b.toLowerCase() ? -1 : 1);
  expect(words).toEqual([...new Set(words)].toSorted(order));
});

test('a dependency, a file or an export that nobody uses is named', { timeout: 60_000 }, () => {
  const { knip } = JSON.parse(readFileSync('package.json', 'utf8')) as { knip: Record<string, unknown> };
  const own = { ...knip, entry: ['main.ts'], project: ['*.ts'], ignoreDependencies: [], ignoreBinaries: [] };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: { yaml: '2' }, knip: own }));
  writeFileSync(join(folder, 'main.ts'), "import { used } from './names.ts';\nused();\n");
  writeFileSync(join(folder, 'names.ts'), 'export const used = () => 1;\nexport const idle = 2;\n');
  writeFileSync(join(folder, 'alone.ts'), 'export const x = 1;\n');
  const { status, text } = tool('knip', [], { cwd: folder });
  expect(status).toBe(1);
  expect(text).toMatch(/Unused files \(1\)\s+alone\.ts/);
  expect(text).toMatch(/Unused dependencies \(1\)\s+yaml/);
  expect(text).toMatch(/Unused exports \(1\)\s+idle/);
});

describe('npm run check', { timeout: 60_000 }, () => {
  test('names the walls when it is asked for one that is not there', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/check.ts', 'eslnt'], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toBe(`There is no wall called 'eslnt'. Choose from ${Object.keys(walls).join(', ')}.\n`);
  });

  test('fails a wall whose command fails, and keeps all that it printed', async () => {
    const { held, output } = await run(['node', '-e', 'console.log(1); console.error(2); process.exitCode = 3']);
    expect(held).toBe(false);
    expect(output).toContain('1\n');
    expect(output).toContain('2\n');
  });

  test('holds a wall whose command ends well', async () => {
    expect((await run(['node', '-e', ''])).held).toBe(true);
  });

  test('says what to do when a tool is not installed', async () => {
    const { held, output } = await run(['no-such-tool']);
    expect(held).toBe(false);
    expect(output).toContain('Run npm install, then try again.');
  });
});

test('npm test says what to do where it may not write', () => {
  const root = mkdtempSync(join(folder, 'closed-'));
  writeFileSync(join(root, '.cache'), 'no folder');
  const { status, stderr } = spawnSync(process.execPath, [resolve('scripts/test.mjs')], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^The tests leave their reports in \.cache\/reports\/, .*\n.* then run the command again\.\n$/,
  );
});
