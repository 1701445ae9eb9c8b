import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { z } from 'astro/zod';
import { listFiles } from '../../content-check/files.node.ts';
import { findFrontMatter } from '../../content-check/front-matter.ts';
import { nearest, suggest } from '../../content-check/nearest.ts';
import { lineStarts, positionAt } from '../../content-check/position.ts';
import type { Problem } from '../../content-check/problem.ts';
import { idOf } from '../../content-check/read-entries.node.ts';
import { readYaml } from '../../content-check/yaml.node.ts';
import { absoluteUrl, pathOf } from '../../site/urls.ts';
import { replaceFile } from '../../site/write-whole.node.ts';
import { openingOf } from '../new-discussion.ts';
import type { Place } from './check.node.ts';
import type { Client } from './client.node.ts';
import { diskFault, faultOf, GitHubFault, incompleteAnswer } from './fault.ts';
import { linkPage } from './link-page.ts';
import { createMutation, repositoryQuery, titlesQuery } from './queries.ts';
import { readRepository, variablesOf } from './repository.node.ts';

export interface CreateOptions {
  root: string;
  /** The page: its file, or its name without folder and ending. */
  page: string;
  site: { repository: string; origin: string; base: string; discussions: { category: string } };
  client: Client;
  /** Where the category is written in the site's configuration. */
  categoryAt: Place;
}

/** The new discussion, or why there is none. */
export type Created =
  { kind: 'created'; number: number; url: string; file: string } | { kind: 'refused'; problem: Problem };

/** The folders whose pages can have a discussion, and where their pages are. */
const folders: Readonly<Record<string, (id: string) => string>> = {
  'content/posts': pathOf.post,
  'content/docs': pathOf.guide,
  'content/errors': pathOf.error,
  'content/drivers': pathOf.driver,
};

const repositoryShape = z.object({
  id: z.string(),
  discussionCategories: z.object({ nodes: z.array(z.object({ id: z.string(), name: z.string() })) }),
});
const titlesShape = z.object({
  discussions: z.object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(z.object({ number: z.number(), title: z.string() })),
  }),
});
const createdShape = z.object({
  createDiscussion: z.object({ discussion: z.object({ number: z.number(), url: z.string() }) }),
});

/**
 * Opens a discussion about a page on GitHub and writes its number into the page's file, of which all other bytes stay.
 * A page that has one is refused, as is a title that a discussion has already: no page gets two threads.
 * Throws a `GitHubFault` if GitHub can't or won't.
 */
export async function createDiscussion({ root, page, site, client, categoryAt }: CreateOptions): Promise<Created> {
  const found = await findPage(root, page);
  if ('problem' in found) return { kind: 'refused', problem: found.problem };
  const { file, title, pageUrl, refuse } = await readPage(root, found.file, site);
  if (refuse !== undefined) return { kind: 'refused', problem: refuse };
  const opening = openingOf({ title, pageUrl });

  const { repository } = site;
  const { fields } = readRepository(await client.ask(repositoryQuery, variablesOf(repository)), repository);
  const own = readAs(repositoryShape, fields);
  const categories = own.discussionCategories.nodes;
  const category = categories.find(({ name }) => name === site.discussions.category);
  if (category === undefined) {
    const names = categories.map(({ name }) => name);
    const message = `The repository has no category \`${site.discussions.category}\`, in which discussions are opened.`;
    const hint = suggest(site.discussions.category, names, `Make it at https://github.com/${repository}/discussions.`);
    return { kind: 'refused', problem: { ...categoryAt, rule: 'unknown-category', message, hint } };
  }
  const other = await findTitle(client, repository, opening.title);
  if (other !== undefined) {
    return refused(
      file,
      'duplicate-discussion',
      `Discussion ${other} has the title of this page already.`,
      `Write \`discussion: ${other}\` if it is about the page; else give the page another title.`,
    );
  }

  const input = { repositoryId: own.id, categoryId: category.id, ...opening };
  const discussion = await open(client, repository, input);
  const hint = `Write \`discussion: ${discussion.number}\` into it.`;
  try {
    const latest = await readFile(join(root, file), 'utf8'); // an editor may have saved it meanwhile
    const linked = linkPage(latest, discussion.number, file.endsWith('.yaml'));
    if (linked.kind === 'refused') {
      const message = `Discussion ${discussion.number} is open, and the page changed meanwhile: ${linked.message}`;
      return refused(file, 'page-changed', message, hint);
    }
    await replaceFile(root, file, linked.text);
  } catch (error) {
    const disk = diskFault(error);
    if (disk === undefined) throw error;
    const message = `Discussion ${discussion.number} is open, and the page could not be written. ${disk.message}`;
    return refused(file, 'disk', message, hint);
  }
  return { kind: 'created', ...discussion, file };
}

/** Opens it once. If the answer is lost, the title tells whether GitHub did it all the same. */
async function open(
  client: Client,
  repository: string,
  input: { title: string },
): Promise<{ number: number; url: string }> {
  let answer;
  try {
    answer = await client.ask(createMutation, { input }, { repeatable: false });
  } catch (error) {
    const isUnsure =
      error instanceof GitHubFault && ['unreachable', 'unavailable', 'too-slow', 'cut-off'].includes(error.kind);
    if (!isUnsure) throw error;
    const number = await findTitle(client, repository, input.title);
    if (number === undefined) throw error;
    return { number, url: `https://github.com/${repository}/discussions/${number}` };
  }
  const created = createdShape.safeParse(answer.data);
  if (created.success) return created.data.createDiscussion.discussion;
  throw new GitHubFault(faultOf(answer.errors[0] ?? { message: '' }));
}

/** The number of the newest discussion with this title. */
async function findTitle(client: Client, repository: string, title: string): Promise<number | undefined> {
  let after: string | null = null;
  do {
    const answer = await client.ask(titlesQuery, { ...variablesOf(repository), after });
    const { discussions } = readAs(titlesShape, readRepository(answer, repository).fields);
    const same = discussions.nodes.find((node) => plain(node.title) === plain(title));
    if (same !== undefined) return same.number;
    after = discussions.pageInfo.hasNextPage ? discussions.pageInfo.endCursor : null;
  } while (after !== null);
  return undefined;
}

function readAs<Value>(shape: z.ZodType<Value>, fields: unknown): Value {
  const { data } = shape.safeParse(fields);
  if (data === undefined) throw new GitHubFault(incompleteAnswer);
  return data;
}

function plain(title: string): string {
  return title.normalize().trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The file that is meant by a path or a name. */
async function findPage(root: string, page: string): Promise<{ file: string } | { problem: Problem }> {
  const pages = (await listFiles(root, 'content')).filter(
    (path) => folderOf(path) in folders && /\.(?:mdx?|yaml)$/.test(path),
  );
  const path = relative(root, resolve(root, page)).replaceAll(sep, '/');
  const byPath = pages.find((file) => file === path);
  if (byPath !== undefined) return { file: byPath };
  const [named, ...others] = pages.filter((file) => idOf(file) === page);
  if (named !== undefined && others.length === 0) return { file: named };
  if (named !== undefined) {
    return {
      problem: problem(
        page,
        'unknown-page',
        'Several pages have this name.',
        `Write ${[named, ...others].join(' or ')}.`,
      ),
    };
  }
  const near = nearest(page, pages.map(idOf));
  const hint = near === undefined ? 'Write its file, such as content/posts/NAME.mdx.' : `Write ${near}.`;
  return { problem: problem(page, 'unknown-page', 'There is no such page.', hint) };
}

async function readPage(
  root: string,
  file: string,
  site: CreateOptions['site'],
): Promise<{ file: string; title: string; pageUrl: string; refuse?: Problem }> {
  const bytes = await readFile(join(root, file));
  const text = bytes.toString('utf8');
  const isData = file.endsWith('.yaml');
  const pageUrl = absoluteUrl((folders[folderOf(file)] ?? pathOf.post)(idOf(file)), site);
  const nothing = { file, title: '', pageUrl };
  if (!Buffer.from(text).equals(bytes)) {
    return {
      ...nothing,
      refuse: problem(file, 'encoding', 'The file is not UTF-8.', 'Save it as UTF-8 in your editor.'),
    };
  }
  // Tried before GitHub is asked for anything: a thread without a place for its number would be lost.
  const linked = linkPage(text, 1, isData);
  if (linked.kind === 'refused') {
    const { message, hint, offset } = linked;
    const place = positionAt(lineStarts(text), offset);
    return { ...nothing, refuse: { file, ...place, rule: 'no-new-discussion', message, hint } };
  }
  const { title, discussion, draft } = headOf(linked.text, isData);
  if (discussion !== 1) {
    const message = 'The front matter has a form to which no line can be added.';
    return { ...nothing, refuse: problem(file, 'no-new-discussion', message, 'Write one key a line: `title: …`.') };
  }
  if (draft === true) {
    const message = 'The page is a draft, and a discussion of it would lead to an address that is not there.';
    return { ...nothing, refuse: problem(file, 'draft', message, 'Remove `draft: true` first.') };
  }
  if (typeof title !== 'string' || title.trim() === '') {
    return { ...nothing, refuse: problem(file, 'no-title', 'The page has no title.', 'Write `title: …` into it.') };
  }
  return { file, title: title.trim(), pageUrl };
}

function headOf(text: string, isData: boolean): { title?: unknown; discussion?: unknown; draft?: unknown } {
  const plainText = text.replace(/^\uFEFF/, '');
  const front = isData ? { kind: 'found' as const, start: 0, end: plainText.length } : findFrontMatter(plainText);
  if (front.kind === 'broken') return {};
  return readYaml(plainText, front.start, front.end).data.value ?? {};
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function refused(file: string, rule: string, message: string, hint: string): Created {
  return { kind: 'refused', problem: problem(file, rule, message, hint) };
}

function problem(file: string, rule: string, message: string, hint: string): Problem {
  return { file, line: 1, column: 1, rule, message, hint };
}
