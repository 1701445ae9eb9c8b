import { stringify } from 'yaml';
import { unescaped } from '../site/old-path.ts';
import { namesIn } from './categories.ts';
import type { Threads } from './disqus.node.ts';
import { plainWords } from './markdown.node.ts';
import { withoutTags } from './markup.ts';
import { isReadable } from './old-posts.node.ts';
import type { OldEntry } from './old-posts.node.ts';
import type { PostContext } from './post-context.ts';
import type { Settings } from './settings.ts';

const maxDescriptionChars = 160;
const maxExcerptChars = 2_000; // with its links and HTML; of more, more than a description is left

/** Where a post or page stands on the new site. */
interface NewPlace {
  path: string;
  /** Old addresses that lead to it. */
  aliases: readonly string[];
  /** Threads of a Disqus export. */
  threads: Threads | undefined;
}

/** The front matter of a post or page, with all that its old one said, as lines of YAML; `old` is the text below it. */
export function newFrontMatter(
  entry: OldEntry,
  old: string,
  post: PostContext,
  { path, aliases, threads }: NewPlace,
): string {
  const { values, title, tags, draft, addresses, date, updated } = entry;
  const isPost = entry.kind === 'post';
  const legacy: Record<string, unknown> = {};
  const read = new Set([
    'title',
    'date',
    'categories',
    'category',
    'tags',
    'published',
    'draft',
    'permalink',
    'description',
    'author',
    'redirect_from',
    'alias',
    'aliases',
  ]);
  if (updated !== undefined) read.add('updated');
  if (values['layout'] === 'post' || values['layout'] === 'page') read.add('layout');
  const named = ['external-url', 'external_url', 'redirect_to'].find((key) => {
    const url = values[key];
    return typeof url === 'string' && /^https?:\/\/\S+$/.test(url);
  });
  const external = isPost && named !== undefined ? values[named] : undefined;
  if (named !== undefined && external !== undefined) {
    read.add('external-url').add('external_url').add(named);
    post.note(entry.offsetOf(named), named, 'external');
  }
  for (const [key, value] of Object.entries(values)) {
    if (read.has(key) || value === undefined) continue;
    legacy[key] = plainValue(value);
    post.note(entry.offsetOf(key), `${key}:`, `legacy.${key}`);
  }
  if (post.settings.titlecase && /\b[a-z]{4,}/.test(title) && isPost) {
    post.note(entry.offsetOf('title'), 'title in title case', 'the title as it was typed');
  }
  const author = typeof values['author'] === 'string' ? values['author'].trim() : undefined;
  const description = descriptionOf(entry, old, post);
  if (description?.whole !== undefined) legacy['description'] = description.whole;
  const categories = namesIn([values['categories'], values['category'], values['tags']]);
  if (categories.length > 0)
    post.note(
      entry.offsetOf('categories') || entry.offsetOf('tags'),
      'categories and tags',
      `tags: ${tags.join(', ')}`,
    );
  const [address] = addresses;
  if (address !== undefined && (aliases.includes(unescaped(address) ?? address) || address === path))
    post.note(entry.offsetOf('permalink'), 'address', `${address} leads to ${path}`);
  const thread = isPost ? threadOf(entry, legacy, post.settings, threads) : undefined;
  const front = isPost
    ? {
        title,
        ...(description !== undefined && { description: description.text }),
        date,
        ...(updated !== undefined && { updated }),
        ...(tags.length > 0 && { tags }),
        ...(draft && { draft: true }),
        ...(author !== undefined && author !== '' && { author }),
        ...(external !== undefined && { external }),
        ...(thread !== undefined && { discussion: thread }),
        ...(aliases.length > 0 && { aliases }),
        ...(Object.keys(legacy).length > 0 && { legacy }),
      }
    : {
        title,
        description: description?.text ?? title.slice(0, maxDescriptionChars),
        ...(aliases.length > 0 && { aliases }),
        legacy,
      };
  return stringify(front, { lineWidth: 0, aliasDuplicateObjects: false });
}

function threadOf(
  entry: OldEntry,
  legacy: Record<string, unknown>,
  settings: Settings,
  threads: Threads | undefined,
): number | undefined {
  const [address] = entry.addresses;
  const { url = '', root, disqus } = settings;
  const { values } = entry;
  if (address === undefined || values['comments'] === false) return undefined;
  const meta = values['meta'];
  const inMeta = typeof meta === 'object' && meta !== null && 'disqus_id' in meta ? meta.disqus_id : undefined;
  const [given] = [values['disqus_identifier'], values['disqus_id'], inMeta].flatMap(idIn);
  // Octopress made it of the page's path below `root`; other engines' themes named the folder where `url` did not.
  const isBelow = settings.values['root'] !== undefined || url.endsWith(root);
  const identifier = given ?? `${url}${isBelow ? address.slice(root.length) : address}`;
  if (disqus !== undefined) legacy['disqus'] = identifier;
  // What carried blogs over from WordPress left Disqus's own number.
  const [number] = idIn(values['dsq_thread_id']);
  return (
    threads?.numberFor(identifier, address) ?? (number === undefined ? undefined : threads?.numberFor(number, address))
  );
}

function idIn(value: unknown): string[] {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text === '' ? [] : [text];
}

function descriptionOf(entry: OldEntry, old: string, post: PostContext): { text: string; whole?: string } | undefined {
  const given = entry.values['description'];
  if (typeof given === 'string' && given.trim() !== '') {
    const whole = resolveLines(given);
    if (whole.length <= maxDescriptionChars) return { text: whole };
    post.note(
      entry.offsetOf('description'),
      'description',
      `its first ${maxDescriptionChars} characters, and all of it under legacy`,
    );
    return { text: cut(whole), whole };
  }
  const mark = /<!--\s*more\s*-->|\{%\s*more\s*%\}/i.exec(old);
  if (mark !== null && isReadable(entry)) {
    const excerpt = old.slice(0, mark.index);
    // A value or a tag in the excerpt would leave a gap.
    const words =
      excerpt.length > maxExcerptChars || /\{[{%]/.test(excerpt) ? '' : plainWords(withoutTags(excerpt, ' '));
    const fits = words !== '' && words.length <= maxDescriptionChars;
    post.note(
      entry.body + mark.index,
      '<!-- more -->',
      fits ? 'description, and the mark stays' : 'the mark after the excerpt stays',
    );
    if (fits) return { text: words };
  }
  if (entry.kind === 'post' || /\{[{%]/.test(old.slice(0, 2_000))) return undefined;
  const words = plainWords(withoutTags(old.slice(0, 2_000), ' '));
  return words === '' ? undefined : { text: cut(words) };
}

/** A value of YAML as JSON can say it. */
function plainValue(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function resolveLines(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function cut(text: string): string {
  return text.length <= maxDescriptionChars
    ? text
    : `${text.slice(0, maxDescriptionChars - 1).replace(/\s+\S*$/, '')}…`;
}
