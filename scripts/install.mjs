/**
 * Installs the packages if the lock file changed since the last time. It runs before there are any packages,
 * on whatever Node.js the machine has, so it is plain JavaScript and uses nothing but Node 20.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.installed';

/** Leaves `node_modules` as `package-lock.json` says; ends the process with a message if that can't be done. */
export function installIfNeeded() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (readStamp() === wanted) return;
  console.log('Installing the packages. This takes a minute or two the first time.');
  if (npm('ci', '--no-audit', '--no-fund', '--loglevel=error') !== 0) {
    console.error(
      'The packages could not be installed. What npm said stands above; mend that and run the command again.',
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** The exit code of `npm ...args`, with its output in this terminal. Scripts run on the Node.js that the project pins. */
export function npm(...args) {
  return spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
}

function readStamp() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined; // Nothing was installed yet.
  }
}
