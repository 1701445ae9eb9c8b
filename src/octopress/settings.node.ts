import { parseDocument } from 'yaml';
import { isZone } from './dates.ts';
import { engines } from './engines.ts';
import type { BlogKind, Engine } from './engines.ts';
import type { Collection, Default, Settings } from './settings.ts';

/** The settings in the text of `_config.yml`, or the engine's own if there is none, and what is wrong with the file. */
export function readSettings(text: string | undefined, kind: BlogKind): { settings: Settings; issues: string[] } {
  const issues: string[] = [];
  const values = readYaml(text ?? '', issues);
  const word = (key: string): string | undefined => {
    const value = values[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const timezone = word('timezone');
  if (timezone !== undefined && !isZone(timezone)) issues.push(`the zone ${timezone} is unknown, so that UTC is taken`);
  const root = trimSlashes(word('root') ?? word('baseurl') ?? '');
  const url = word('url')?.replace(/\/+$/, '');
  const engine: Engine = engines[kind];
  const markdown = markdownOf(word('markdown')) ?? engine.markdown;
  return {
    issues,
    settings: {
      values,
      url: url !== undefined && /^https?:\/\/[^/]/.test(url) ? url : undefined,
      root: root === '' ? '' : `/${root}`,
      collections: collectionsIn(values['collections']),
      defaults: defaultsIn(values['defaults']),
      engine,
      permalink: permalinkOf(values['collections'], 'posts') ?? word('permalink') ?? engine.permalink,
      categoryFolder: trimSlashes(word('category_dir') ?? engine.categoryFolder),
      codeFolder: trimSlashes(word('code_dir') ?? 'downloads/code'),
      exclude: [values['exclude']].flat().flatMap((path) => (typeof path === 'string' ? trimSlashes(path) : [])),
      timezone: timezone !== undefined && isZone(timezone) ? timezone : undefined,
      markdown,
      hasKramdownIds: markdown === 'kramdown' && !namesLikeGithub(values, engine),
      hardWrap: hasHardWrap(values, markdown),
      markdownEndings: word('markdown_ext')?.toLowerCase().match(/\w+/g) ?? [],
      titlecase: engine.titlecase && values['titlecase'] !== false,
      author: word('author') ?? nameOf(values['author']),
      disqus: word('disqus_short_name') ?? word('disqus'),
    },
  };
}

function readYaml(text: string, issues: string[]): Record<string, unknown> {
  try {
    const document = parseDocument(text, { version: '1.1', uniqueKeys: false, strict: false, logLevel: 'silent' });
    if (document.errors.length > 0)
      issues.push('_config.yml is no YAML in all its parts, and what can be read was read');
    const values = document.toJS({ maxAliasCount: 50 }) as unknown;
    if (typeof values === 'object' && values !== null && !Array.isArray(values))
      return values as Record<string, unknown>;
  } catch {
    issues.push('_config.yml can not be read, so that the usual settings were taken');
  }
  return {};
}

/** The Markdown of a renderer's name: `redcarpet2` is `redcarpet`, and the two others that Jekyll had are like kramdown. */
function markdownOf(name: string | undefined): Engine['markdown'] | undefined {
  const [word = ''] = /^[a-z]+/.exec(name?.toLowerCase() ?? '') ?? [];
  if (word === 'commonmark' || word.startsWith('kramdown')) return 'kramdown';
  return word === 'maruku' || word === 'rdiscount' || word === 'redcarpet' ? word : undefined;
}

function namesLikeGithub(values: Record<string, unknown>, engine: Engine): boolean {
  const { input } = recordOf(values['kramdown']);
  return typeof input === 'string' ? /^gfm/i.test(input) : engine.namesLikeGithub === true;
}

/** Whether the settings of the renderer say that a line's end is one on the page. */
function hasHardWrap(values: Record<string, unknown>, markdown: Engine['markdown']): boolean {
  const own = recordOf(values[markdown]);
  if (markdown === 'redcarpet') return [own['extensions']].flat().includes('hard_wrap');
  return markdown === 'kramdown' && own['hard_wrap'] === true && own['input'] === 'GFM';
}

function collectionsIn(value: unknown): Map<string, Collection> {
  const names = Array.isArray(value) ? value.map(String) : Object.keys(recordOf(value));
  return new Map(
    names
      .filter((name) => name !== 'posts' && name !== 'drafts')
      .map((name) => [
        name,
        { isShown: recordOf(recordOf(value)[name])['output'] === true, permalink: permalinkOf(value, name) },
      ]),
  );
}

function permalinkOf(collections: unknown, name: string): string | undefined {
  const { permalink } = recordOf(recordOf(collections)[name]);
  return typeof permalink === 'string' && permalink !== '' ? permalink : undefined;
}

/** The keys that say where a page was and what it is about, by the length of the path that they are for. */
function defaultsIn(value: unknown): Default[] {
  if (!Array.isArray(value)) return [];
  return value
    .map((entry: unknown) => {
      const { path, type } = recordOf(recordOf(entry)['scope']);
      const kept = ['permalink', 'author', 'category', 'categories', 'tags', 'published'];
      const all = Object.entries(recordOf(recordOf(entry)['values']));
      return {
        path: typeof path === 'string' ? trimSlashes(path.replace(/\*.*$/, '')) : '',
        type: typeof type === 'string' && type !== '' ? type : undefined,
        values: Object.fromEntries(all.filter(([key]) => kept.includes(key))),
      };
    })
    .toSorted((a, b) => a.path.length - b.path.length);
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function nameOf(author: unknown): string | undefined {
  if (typeof author !== 'object' || author === null) return undefined;
  const { name } = author as { name?: unknown };
  return typeof name === 'string' ? name : undefined;
}

function trimSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}
