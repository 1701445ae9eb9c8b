/** The walls of `npm run check`: each is one command that ends with 0 when the wall holds. */
import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

const bin = resolve('node_modules/.bin');

/** The slow ones first, so that the quick ones fill the gaps. */
export const walls: Readonly<Record<string, readonly [string, ...string[]]>> = {
  eslint: ['eslint', '.', '--max-warnings=0'],
  types: ['astro', 'check', '--minimumSeverity=warning', '--minimumFailingSeverity=warning'],
  spelling: [
    'cspell',
    'lint',
    '--no-progress',
    '--no-summary',
    '--show-suggestions',
    '--cache',
    '--cache-location=.cache/cspell',
  ],
  prettier: ['prettier', '--check', '.', '--log-level=warn', '--cache', '--cache-location=.cache/prettier'],
  stylelint: ['stylelint', 'src/**/*.{css,astro}', '--max-warnings=0'],
  knip: ['knip'],
  content: ['node', 'scripts/check-content.ts'],
  prose: ['node', 'scripts/check-prose.ts'],
  packages: ['node', 'scripts/check-packages.ts'],
  pure: ['tsc', '-p', 'src/tsconfig.pure.json'],
  browser: ['tsc', '-p', 'src/tsconfig.browser.json'],
};

export interface Outcome {
  /** Whether the command ended with 0. */
  held: boolean;
  /** Wall-clock time in seconds. */
  seconds: number;
  /** What the command printed on both streams, in order. */
  output: string;
}

/** Runs one command with the project's own tools on its path, and waits for its end. */
export function run([command, ...args]: readonly [string, ...string[]]): Promise<Outcome> {
  const start = performance.now();
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, ASTRO_TELEMETRY_DISABLED: '1' };
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  let output = '';
  const keep = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((done) => {
    const end = (held: boolean): void => done({ held, seconds: (performance.now() - start) / 1000, output });
    child.on('close', (code) => end(code === 0));
    child.on('error', ({ message }) => {
      output += `${message}. Run npm install, then try again.\n`;
      end(false);
    });
  });
}
