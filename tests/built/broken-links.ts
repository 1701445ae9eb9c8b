import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Links that lead nowhere, each with its place and what it is: to pages, fragments, pictures, fonts, scripts, styles.
 * `root` is the folder that a server would serve, with the site in it as it will stand under its base path. `origin` is
 * that of the site's absolute links to itself, which are followed too.
 */
export function brokenLinks(root: string, origin: string): string[] {
  const pages = globSync('**/*.html', { cwd: root }).map((file) => resolve(root, file));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/hyperlink/lib/cli.js', '--internal', '--root', resolve(root), '--canonicalroot', origin, ...pages],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (!/^# tests [1-9]/m.test(stdout)) throw new Error(`The links of ${root} could not be checked: ${stdout}${stderr}`);
  return stdout
    .split(/^(?=(?:not )?ok )/m)
    .filter((outcome) => outcome.startsWith('not ok'))
    .map((outcome) => /^ +at: +(.*)$/m.exec(outcome)?.[1] ?? outcome);
}
