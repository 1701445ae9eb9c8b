import { z } from 'astro/zod';
import { suggest } from '../../content-check/nearest.ts';
import type { Problem } from '../../content-check/problem.ts';
import type { Client } from './client.node.ts';
import { GitHubFault } from './fault.ts';
import { readLinks } from './links.node.ts';
import { repositoryQuery } from './queries.ts';
import { askNamesakes, askStates, readRepository, variablesOf } from './repository.node.ts';
import { isOnGitHub, readSnapshots, snapshotPath } from './snapshot-files.node.ts';

export interface CheckOptions {
  root: string;
  repository: string;
  /** Name of the category for new discussions; empty if none are opened. */
  category: string;
  client: Client;
  /** Where a setting is written in the site's configuration. */
  settingAt: (key: 'repository' | 'category') => Place;
  newPlaceOf: (url: string) => Promise<string | undefined>;
}

export interface Place {
  file: string;
  line: number;
  column: number;
}

const categoriesShape = z.object({ nodes: z.array(z.object({ id: z.string(), name: z.string() })) });

/**
 * What is wrong with the settings and the linked threads, as GitHub sees them, and what is merely worth knowing.
 * Problems that the files alone show are the content check's.
 */
export async function checkDiscussions(options: CheckOptions): Promise<{ problems: Problem[]; warnings: Problem[] }> {
  const { root, client, category, repository, settingAt } = options;
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const links = await readLinks(root, repository);
  const snapshots = await readSnapshots(root);
  for (const number of snapshots.keys()) {
    if (links.some((link) => link.number === number)) continue;
    warnings.push({
      ...startOf(snapshotPath(number)),
      rule: 'orphan-snapshot',
      message: `No page links to discussion ${number}.`,
      hint: `Write \`discussion: ${number}\` into a page, or delete the file: a sync would go on asking for it.`,
    });
  }
  try {
    const answer = await client.ask(repositoryQuery, variablesOf(repository));
    const { nameWithOwner, fields } = readRepository(answer, repository);
    if (nameWithOwner.toLowerCase() !== repository.toLowerCase()) {
      problems.push({
        ...settingAt('repository'),
        rule: 'renamed-repository',
        message: `GitHub calls the repository \`${repository}\` \`${nameWithOwner}\` now.`,
        hint: `Write \`repository: '${nameWithOwner}'\`: the old name works only until somebody else takes it.`,
      });
    }
    const names = categoriesShape.safeParse(fields['discussionCategories']).data?.nodes.map(({ name }) => name) ?? [];
    if (category !== '' && !names.includes(category)) {
      problems.push({
        ...settingAt('category'),
        rule: 'unknown-category',
        message: `The repository has no category \`${category}\`.`,
        hint: suggest(category, names, `Make it at https://github.com/${nameWithOwner}/discussions/categories.`),
      });
    }
    await checkThreads({ ...options, repository: nameWithOwner }, links, snapshots, problems, warnings);
  } catch (error) {
    if (!(error instanceof GitHubFault)) throw error;
    problems.push(problemOf(error, settingAt('repository')));
  }
  return { problems, warnings };
}

/** Names that stand for a file where the fault is in none. */
export const nowhere = { token: 'GITHUB_TOKEN', service: 'github.com', disk: 'content/' };

/** A fault as a problem: settings of the site at their place, those of the token by the name of the variable. */
export function problemOf({ kind, message, hint }: GitHubFault, repositoryPlace: Place): Problem {
  const isSetting = kind === 'repository-not-found' || kind === 'discussions-disabled';
  const isToken = ['no-token', 'bad-credentials', 'missing-scope', 'forbidden', 'single-sign-on'].includes(kind);
  const name = isToken ? nowhere.token : kind === 'disk' ? nowhere.disk : nowhere.service;
  const place = isSetting ? repositoryPlace : startOf(name);
  return { ...place, rule: kind, message, hint };
}

async function checkThreads(
  { client, repository, newPlaceOf }: CheckOptions,
  links: readonly ({ number: number } & Place)[],
  snapshots: Awaited<ReturnType<typeof readSnapshots>>,
  problems: Problem[],
  warnings: Problem[],
): Promise<void> {
  const real = links.filter(({ number }) => isOnGitHub(snapshots.get(number)?.discussion));
  const numbers = [...new Set(real.map(({ number }) => number))];
  const { byNumber } = await askStates(client, repository, numbers);
  const missing = numbers.filter((number) => byNumber.get(number)?.kind === 'missing');
  const namesakes = await askNamesakes(client, repository, missing);
  for (const { number, ...place } of real) {
    const found = byNumber.get(number);
    const say = (list: Problem[], rule: string, message: string, hint: string): void => {
      list.push({ file: place.file, line: place.line, column: place.column, rule, message, hint });
    };
    if (found?.kind === 'missing') {
      const namesake = namesakes.get(number);
      const folder = namesake === 'an issue' ? 'issues' : 'discussions';
      const url = await newPlaceOf(`https://github.com/${repository}/${folder}/${number}`);
      if (url !== undefined) {
        say(problems, 'moved-discussion', `Discussion ${number} is at ${url} now.`, `Write \`discussion: ${url}\`.`);
      } else if (namesake !== undefined) {
        const message = `${number} is ${namesake} of ${repository}, and no discussion.`;
        say(problems, 'not-a-discussion', message, 'Write the number of a discussion.');
      } else {
        const message = `Discussion ${number} was deleted, or this token may not see it.`;
        say(problems, 'deleted-discussion', message, 'Link to another thread, or remove the key.');
      }
    } else if (found?.kind === 'fault') {
      say(problems, found.fault.kind, found.fault.message, found.fault.hint);
    } else if (found?.kind === 'found') {
      const stored = snapshots.get(number)?.discussion;
      const { value } = found;
      if (value.repository.nameWithOwner.toLowerCase() !== repository.toLowerCase()) {
        say(
          problems,
          'moved-discussion',
          `Discussion ${number} is at ${value.url} now.`,
          `Write \`discussion: ${value.url}\`.`,
        );
      }
      if (value.locked) {
        const message = `Discussion ${number} is locked: readers can't reply.`;
        say(warnings, 'locked-discussion', message, `Unlock it at ${value.url}, or leave it so.`);
      }
      if (stored?.updatedAt !== value.updatedAt) {
        const message = `The snapshot of discussion ${number} is older than the thread.`;
        say(warnings, 'old-snapshot', message, `Run npm run discussions sync ${number}.`);
      }
    }
  }
}

function startOf(file: string): Place {
  return { file, line: 1, column: 1 };
}
