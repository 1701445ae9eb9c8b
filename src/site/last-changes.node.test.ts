import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lastChanges } from './last-changes.node.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function git(where: string, ...args: string[]): void {
  const settings = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...settings, ...args], { cwd: where, stdio: 'pipe' });
}

/** A repository in which `names` were changed one after the other, a day apart. */
function repository(...names: string[]): string {
  const root = join(folder, 'whole');
  mkdirSync(join(root, 'content'), { recursive: true });
  git(root, 'init', '-q');
  for (const [index, name] of names.entries()) {
    writeFileSync(join(root, 'content', name), `${index}`);
    git(root, 'add', '.');
    const day = `2026-01-0${index + 1}T12:00:00Z`;
    const env = { ...process.env, GIT_COMMITTER_DATE: day, GIT_AUTHOR_DATE: day };
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-qm', 'x'], {
      cwd: root,
      env,
    });
  }
  return root;
}

const days = (dates: ReadonlyMap<string, Date>) =>
  Object.fromEntries([...dates].map(([file, date]) => [file, date.toISOString().slice(0, 10)]));

test('each file has the day of its last commit, whatever letters its name has', async () => {
  const { dates, missing } = await lastChanges(repository('a.md', 'ü b.md', 'a.md'));
  expect(days(dates)).toEqual({ 'content/a.md': '2026-01-03', 'content/ü b.md': '2026-01-02' });
  expect(missing).toBeUndefined();
});

test('in a shallow clone only what changed after its oldest commit has a day, and it says what to do', async () => {
  const whole = repository('a.md', 'b.md', 'c.md', 'b.md');
  const shallow = join(folder, 'shallow');
  git(folder, 'clone', '-q', '--depth', '2', pathToFileURL(whole).href, shallow);
  const { dates, missing } = await lastChanges(shallow);
  expect(days(dates)).toEqual({ 'content/b.md': '2026-01-04' });
  expect(missing).toMatch(/^This clone is shallow: for 2 of 3 files .* Run git fetch --unshallow/);
});

test('without Git, no page has a day, and that is said', async () => {
  mkdirSync(join(folder, 'content'));
  const { dates, missing } = await lastChanges(join(folder, 'content'));
  expect(dates.size).toBe(0);
  expect(missing).toBe('There is no history of Git here, so no page says when it last changed.');
});
