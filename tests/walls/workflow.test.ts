import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Workflow {
  permissions?: Record<string, string>;
  concurrency?: { group: string };
  jobs: Record<
    string,
    {
      permissions?: Record<string, string>;
      'timeout-minutes'?: number;
      steps: { id?: string; uses?: string; run?: string; env?: Record<string, string> }[];
    }
  >;
}

const folder = '.github/workflows';
const files = readdirSync(folder);

test.each(files)('%s gives each job only the rights that it names, and uses actions at fixed commits', (file) => {
  const workflow = parse(readFileSync(`${folder}/${file}`, 'utf8')) as Workflow;
  expect(workflow.permissions).toEqual({});
  expect(workflow.concurrency?.group).toBeTruthy();
  for (const { permissions, steps, ...job } of Object.values(workflow.jobs)) {
    expect(Object.keys(permissions ?? {})).not.toEqual([]);
    expect(job['timeout-minutes']).toBeGreaterThan(0);
    for (const { uses, run } of steps) {
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
      expect(run ?? '').not.toContain('${{'); // what strangers write would be code in a shell
    }
  }
});

test('only the sync may write to the repository, and only the deployment to Pages', () => {
  const { jobs } = parse(readFileSync(`${folder}/discussions.yml`, 'utf8')) as Workflow;
  expect(Object.fromEntries(Object.entries(jobs).map(([name, { permissions }]) => [name, permissions]))).toEqual({
    sync: { contents: 'write', discussions: 'read' },
    build: { contents: 'read' },
    deploy: { pages: 'write', 'id-token': 'write' },
  });
});

test('snapshots are committed and pushed if there are new ones, and a site without any is no fault', () => {
  const { jobs } = parse(readFileSync(`${folder}/discussions.yml`, 'utf8')) as Workflow;
  const script = jobs['sync']?.steps.find(({ id }) => id === 'commit')?.run ?? '';
  const place = mkdtempSync(join(tmpdir(), 'workflow-'));
  const clone = join(place, 'clone');
  const told = join(place, 'output');
  const env = { ...process.env, GITHUB_OUTPUT: told, HOME: place, XDG_CONFIG_HOME: place, GIT_CONFIG_NOSYSTEM: '1' };
  const say = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { cwd: existsSync(clone) ? clone : place, env, encoding: 'utf8', stdio: 'pipe' });
  try {
    say('git', 'init', '--quiet', '--bare', '--initial-branch=main', 'origin.git');
    say('git', 'clone', '--quiet', 'origin.git', 'clone');
    say(
      'git',
      '-c',
      'user.name=a',
      '-c',
      'user.email=a@b.example',
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'first',
    );
    say('git', 'push', '--quiet', '--set-upstream', 'origin', 'HEAD:main');
    say('bash', '-e', '-c', script);
    expect(existsSync(told)).toBe(false);
    mkdirSync(join(clone, 'content/discussions'), { recursive: true });
    writeFileSync(join(clone, 'content/discussions/7.json'), '{}');
    say('bash', '-e', '-c', script);
    expect(readFileSync(told, 'utf8')).toBe('changed=true\n');
    expect(say('git', 'ls-tree', '-r', '--name-only', 'origin/main')).toBe('content/discussions/7.json\n');
  } finally {
    rmSync(place, { recursive: true });
  }
});
