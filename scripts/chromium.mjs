/** Finds Chromium for the browser tests, or installs Debian's where that needs no question. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** What keeps a browser from speaking to anybody but the site under test, and from what containers don't give it. */
export const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-sync',
];

/** Path of a Chromium that can be run, or undefined. `CHROME_PATH`, here `wanted`, goes before the usual places. */
export function findChromium(wanted = process.env.CHROME_PATH, places = usualPlaces) {
  return [wanted, ...places].find((path) => path !== undefined && path !== '' && isProgram(path));
}

/** Path of Debian's Chromium after installing it, or undefined where this is not Debian or the user is not root. */
export function installChromium(user = process.getuid?.()) {
  if (!existsSync('/etc/debian_version') || user !== 0) return undefined;
  console.log('Installing Chromium from Debian for the browser tests.');
  const apt = (...args) =>
    spawnSync('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, encoding: 'utf8' });
  apt('update');
  const { status, stderr, error } = apt('install', '-y', '--no-install-recommends', 'chromium');
  if (status !== 0)
    console.error(`apt-get could not install it: ${(error?.message ?? stderr).trim().split('\n').at(-1)}`);
  return findChromium();
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not there, or not ours to run: the next place may have one.
  }
}
