/**
 * Leaves `node_modules` as `package-lock.json` says, and does nothing if it is already. npm runs it before each command
 * that needs packages, so that any of them can be the first one on a fresh clone. There are no packages yet then, and
 * Node.js is whatever the machine has: so this is plain JavaScript and uses nothing but Node 20.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.installed';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (readStamp() !== wanted) {
  console.error('Installing the packages. This takes a minute or two the first time.');
  // What a command prints may go into a pipe; this does not belong there.
  const options = { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' };
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], options);
  if (status === 0) {
    writeFileSync(stamp, wanted);
  } else {
    console.error(
      'The packages could not be installed. What npm said stands above; mend that and run the command again.',
    );
    process.exitCode = 1;
  }
}

function readStamp() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined; // Nothing was installed yet.
  }
}
