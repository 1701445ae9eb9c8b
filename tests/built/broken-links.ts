import { spawnSync } from 'node:child_process';
import { closeSync, globSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/**
 * Links that lead nowhere, each with its place and what it is: to pages, fragments, pictures, fonts, scripts, styles.
 * `root` is the folder that a server would serve, with the site in it as it will stand under its base path. `origin` is
 * that of the site's absolute links to itself, which are followed too.
 */
export function brokenLinks(root: string, origin: string): string[] {
  const pages = globSync('**/*.html', { cwd: root }).map((file) => resolve(root, file));
  const report = join(mkdtempSync(join(tmpdir(), 'links-')), 'report.tap');
  // A file, because hyperlink ends without waiting for a pipe to take its last words.
  const output = openSync(report, 'w');
  spawnSync(
    process.execPath,
    [
      'node_modules/hyperlink/lib/cli.js',
      '--internal',
      ...['--root', resolve(root)],
      ...['--canonicalroot', origin],
      // What stands behind this hash is a text to search for, and no place in the page.
      ...['--skip', '/search/#q='],
      ...pages,
    ],
    { stdio: ['ignore', output, output] },
  );
  closeSync(output);
  const text = readFileSync(report, 'utf8');
  rmSync(dirname(report), { recursive: true });
  if (!/^# tests [1-9]/m.test(text)) throw new Error(`The links of ${root} could not be checked: ${text}`);
  return text
    .split(/^(?=(?:not )?ok )/m)
    .filter((outcome) => outcome.startsWith('not ok'))
    .map((outcome) => /^ +at: +(.*)$/m.exec(outcome)?.[1] ?? outcome);
}
