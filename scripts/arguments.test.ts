import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** What a command prints that fails, and its code. */
function refused(script: string, ...words: string[]): { code: number | null; said: string } {
  const { status, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...words], { encoding: 'utf8' });
  return { code: status, said: stderr };
}

const scripts = [
  'build',
  'serve',
  'hosts',
  'release',
  'audit',
  'check-sources',
  'check-content',
  'check-host',
  'published',
];

test.each(scripts)('%s names an option that it does not know, says how it is used, and does nothing', (script) => {
  const { code, said } = refused(script, '--wibble');
  expect(said).toMatch(/^Unknown option '--wibble'\.\nnpm run \S+/);
  expect(said).not.toContain('    at ');
  expect(code).toBe(1);
});

test.each(scripts)('%s tells how it is used, and does nothing else', (script) => {
  const { status, stdout } = spawnSync(process.execPath, [`scripts/${script}.ts`, '--help'], { encoding: 'utf8' });
  expect(stdout).toMatch(/^npm run \S+/);
  expect(status).toBe(0);
});

test.each([
  ['release', 'rollback', 'true'],
  ['release', 'tests', ''],
  ['serve', 'port', '4321'],
])('%s does nothing without its option %s, which npm takes where no -- stands before it', (script, name, value) => {
  const env = { ...process.env, [`npm_config_${name}`]: value };
  const harmless = script === 'release' ? '--keep=0' : '--port=no';
  const { status, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, harmless], { encoding: 'utf8', env });
  expect(stderr).toMatch(
    new RegExp(`^npm took the option ${name} for its own\\. Write -- before the options\\.\nnpm run `),
  );
  expect(status).toBe(1);
});

test.each([
  [['--certificate', 'a.pem'], '--certificate and --key go together.\n'],
  [['--certificate', 'a.pem', '--key', 'b.pem', '--listen', '80'], expect.stringMatching(/^--listen is for/)],
])('hosts names options that do not go together: %j', (words, said) => {
  expect(refused('hosts', 'nginx', ...words)).toEqual({ code: 1, said });
});

test.each(['abc', '-1', '65536', '80.5', ''])('serve says what a port is when it is asked for %j', (port) => {
  expect(refused('serve', `--port=${port}`)).toEqual({
    code: 1,
    said: `--port wants a whole number from 0 to 65535, not '${port}'.\n`,
  });
});
