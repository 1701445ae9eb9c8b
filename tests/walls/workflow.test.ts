import { readdirSync, readFileSync } from 'node:fs';
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
      steps: { uses?: string; run?: string; env?: Record<string, string> }[];
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
