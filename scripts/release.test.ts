import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

function run(...words: string[]) {
  return spawnSync(process.execPath, ['scripts/release.ts', ...words], { encoding: 'utf8' });
}

test('where no list of releases can be, one line says what to do', () => {
  const { status, stderr } = run('--list', '--into', 'package.json');
  expect(stderr).toMatch(/^ENOTDIR: .* Make a folder there, or name another one with --into\.\n$/);
  expect(status).toBe(1);
});

test.each(['dist', 'dist/releases', './public/../dist/a', 'public/releases', '.cache/x'])(
  'no release is put into %s, which a build would empty or take into the site',
  (folder) => {
    const { status, stderr } = run('--list', '--into', folder);
    expect(stderr).toMatch(
      / is in (?:dist|public|\.cache)\/, which belongs to builds\. Name another folder with --into\.\n$/,
    );
    expect(status).toBe(1);
  },
);

test('a folder whose name only begins as that of builds may hold releases', () => {
  expect(run('--list', '--into', 'dist-releases').stdout).toBe('There is no release in dist-releases/ yet.\n');
});
