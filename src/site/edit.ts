import { site } from '../site.config.ts';
import type { SiteConfig } from '../site.config.ts';

type Repository = Pick<SiteConfig, 'repository' | 'branch'>;

/**
 * Address of GitHub's editor with `file`, a path from the root of the repository. GitHub makes a copy of the repository
 * for whoever may not write to it, and a pull request of what they save.
 */
export function editAddress(file: string, { repository, branch }: Repository = site): string {
  return `https://github.com/${repository}/edit/${branch}/${encodeURI(file)}`;
}

/** Address of `file` on GitHub with its line `line`, counted from 1, marked. The editor itself goes to no line. */
export function lineAddress(file: string, line: number, { repository, branch }: Repository = site): string {
  return `https://github.com/${repository}/blob/${branch}/${encodeURI(file)}#L${line}`;
}

/** Address of the changes of `file` on GitHub, the newest first. */
export function historyAddress(file: string, { repository, branch }: Repository = site): string {
  return `https://github.com/${repository}/commits/${branch}/${encodeURI(file)}`;
}
