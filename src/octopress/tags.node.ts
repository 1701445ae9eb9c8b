import { trimCode } from './code-options.ts';
import type { CodeOptions } from './code-options.ts';
import { codeSlot, includeCode, plainCode, withoutRaw } from './code-tags.ts';
import { HtmlCarrier } from './html.node.ts';
import { leftOver } from './left-over.ts';
import { attributes, escapeHtml, link, resolveEntities } from './markup.ts';
import { figureSlot, pictureSlot } from './pictures.ts';
import type { Caption } from './pictures.ts';
import type { PostContext } from './post-context.ts';
import { pullQuote, quote } from './quote-tags.node.ts';
import type { Slot } from './slots.ts';
import type { TagRule, TagResult, TagUse } from './tag.ts';
import { readFrame, readGist, readPicture, readVideo } from './tag-markup.node.ts';
import type { Frame } from './tag-markup.node.ts';

/**
 * The table of what each tag becomes. To carry over the tag of another plugin or of another kind of blog, add a line:
 * the reading of its words, a note for the report, and the new text.
 */
export const tagRules: Readonly<Record<string, TagRule>> = {
  codeblock: plainCode,
  coderay: plainCode,
  sourcecode: plainCode,
  pygments: plainCode,
  highlight: (tag, post) => {
    const [, language, rest = ''] = /^(\S+)\s*(.*)$/s.exec(tag.args) ?? [];
    const options: CodeOptions = { mark: [], ...(language !== undefined && { language }) };
    if (/\blinenos\b/.test(rest)) options.numbers = true;
    const [, marked = ''] = /\b(?:hl|mark)_lines\s*=\s*"([\d\s]*)"/.exec(rest) ?? [];
    for (const line of marked.match(/\d+/g) ?? []) options.mark.push({ from: Number(line), to: Number(line) });
    return codeSlot(tag, trimCode(withoutRaw(tag.inner ?? '')), options, post);
  },
  include_code: includeCode,
  img: (tag, post) => {
    const picture = readPicture(tag.args);
    if (picture === undefined) return undefined;
    return { kind: 'slot', slot: pictureSlot(picture, post, tag.at, '{% img %}') };
  },
  imgcap: captioned,
  caption_img: captioned,
  photo: captioned,
  figure: (tag, post) => (tag.inner === undefined ? captioned(tag, post) : undefined),
  blockquote: quote,
  pullquote: pullQuote,
  gist,
  gistnocache: gist,
  video: (tag, post) => {
    const video = readVideo(tag.args);
    if (video === undefined) return undefined;
    const links = video.sources.map((source) => {
      const target = post.link(source);
      return target.kind === 'new' ? target.url : target.kind === 'gone' ? target.url : source;
    });
    const frames = links.flatMap((url) =>
      url === undefined ? [] : { url, label: `Video ${url.split('/').at(-1) ?? ''}` },
    );
    if (frames.length === 0) return undefined;
    const poster = video.poster === undefined ? undefined : post.picture(video.poster);
    post.note(tag.at, '{% video %}', `link to ${frames.map(({ url }) => url).join(' and ')}`);
    return { kind: 'slot', slot: stillSlot(frames, poster?.kind === 'here' ? poster.path : undefined) };
  },
  youtube: frame,
  vimeo: frame,
  jsfiddle: frame,
  iframe_embed: frame,
  render_partial: (tag, post) => {
    const [path = '', raw] = tag.args.split(/\s+/);
    return takeIn(tag, post, path, raw === 'raw');
  },
  include: (tag, post) =>
    firstWord(tag.args) === 'JB/setup'
      ? nameFolders(tag, post)
      : takeIn(tag, post, `_includes/${firstWord(tag.args)}`, false, valuesIn(tag, post)),
  include_cached: (tag, post) => takeIn(tag, post, `_includes/${firstWord(tag.args)}`, false, valuesIn(tag, post)),
  include_relative: (tag, post) => takeIn(tag, post, post.folder + firstWord(tag.args), false, valuesIn(tag, post)),
  include_array: (tag, post) => {
    const names = post.settings.values[tag.args];
    if (!Array.isArray(names)) return undefined;
    const texts = names.map((name) => post.readText(`_includes/${String(name)}`));
    const found = texts.flatMap((file) => (file.kind === 'found' ? file.text : []));
    if (found.length < texts.length) return undefined;
    post.note(tag.at, '{% include_array %}', 'the files’ text');
    return { kind: 'include', text: found.join('\n') };
  },
  post_url: (tag, post) => {
    const [name = ''] = tag.args.split(/\s+/);
    const url = post.postAddress(name);
    if (url === undefined) return undefined;
    post.note(tag.at, '{% post_url %}', url);
    return { kind: 'text', text: url };
  },
  link: (tag, post) => {
    const url = post.fileAddress(tag.args.replace(/^\//, ''));
    if (url === undefined) return undefined;
    post.note(tag.at, '{% link %}', url);
    return { kind: 'text', text: url };
  },
  more: (tag, post) => {
    post.note(tag.at, '{% more %}', 'the mark after the excerpt');
    return { kind: 'text', text: '<!-- more -->' };
  },
  comment: (tag, post) => {
    post.note(tag.at, '{% comment %}', 'nothing, as on the old site');
    return { kind: 'nothing' };
  },
  config_tag: (tag, post) => {
    post.note(tag.at, '{% config_tag %}', 'nothing: only scripts of the old theme read it');
    return { kind: 'nothing' };
  },
  center: (tag, post) => {
    if (tag.inner === undefined) return undefined;
    post.note(tag.at, '{% center %}', 'its text, not centred');
    return { kind: 'around', before: undefined, after: undefined };
  },
};

function firstWord(args: string): string {
  return args.split(/\s+/)[0] ?? '';
}

/** The `name="value"` parts of a tag; without quotes it is the name of a value. */
function valuesIn({ args, at }: TagUse, post: PostContext): Record<string, unknown> {
  const parts = args.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\S+))/g);
  return Object.fromEntries(
    [...parts].map(([, key = '', double, single, name = '']) => {
      const quoted = double?.replaceAll('\\"', '"') ?? single?.replaceAll("\\'", "'");
      if (quoted !== undefined) return [key, quoted];
      if (['false', 'nil'].includes(name)) return [key, null];
      const value = post.evaluate(`{{ ${name} }}`);
      if (value === undefined) post.note(at, `${key}=${name}`, 'nothing: its value is not known', true);
      return [key, value === '' ? null : (value ?? null)]; // an empty text would be a true one
    }),
  );
}

/** Links to pages that were shown in a frame, with a still if the blog has one. */
export function stillSlot(frames: readonly Frame[], still: string | undefined): Slot {
  const inline = frames.map(({ url, label }) => link(label, url)).join(' ');
  const mdx = frames
    .map(
      ({ url, label }, index) => `<Still${attributes({ href: url, label, src: index === 0 ? still : undefined })} />`,
    )
    .join('\n\n');
  const anchors = frames.map(({ url, label }) => `<a${attributes({ href: url })}>${escapeHtml(label)}</a>`).join(' ');
  const picture = still === undefined ? '' : `<img${attributes({ src: still, alt: '' })} />`;
  return {
    block: { md: `<p class="still">${picture}${anchors}</p>`, mdx },
    inline: { md: inline, mdx: inline },
    html: anchors,
  };
}

function captioned(tag: TagUse, post: PostContext): TagResult | undefined {
  const picture = readPicture(tag.args);
  if (picture === undefined) return undefined;
  const was = `{% ${tag.name} %}`;
  const { title, ...rest } = picture;
  const slot =
    title === undefined
      ? pictureSlot(rest, post, tag.at, was)
      : figureSlot(rest, captionOf(title, tag, post), post, tag.at, was);
  return { kind: 'slot', slot };
}

/** A caption may hold HTML and Markdown, as the old page showed it. */
function captionOf(text: string, { at }: TagUse, post: PostContext): Caption {
  const carry = (syntax: 'md' | 'mdx'): string =>
    new HtmlCarrier(syntax === 'md' ? { ...post, note: () => undefined } : post, syntax, text).carry(text, {
      offset: () => at,
      inBlock: false,
    });
  const words = resolveEntities(text.replace(/<[^>]*>/g, ' ').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'))
    .replace(/\s+/g, ' ')
    .trim();
  const mdx = carry('mdx')
    .replace(/[{}]/g, '\\$&')
    .replace(/<(?=[^A-Za-z/])/g, '\\<');
  return { md: carry('md'), mdx, words };
}

function gist(tag: TagUse, post: PostContext): TagResult | undefined {
  const found = readGist(tag.args);
  if (found === undefined) return undefined;
  const { id, file, url } = found;
  const code = post.cachedGist(id, file);
  if (code !== undefined) {
    const language = /\.(\w+)$/.exec(file ?? '')?.[1];
    const title = file ?? `Gist ${id}`;
    const options = { mark: [], title, url, linkText: 'view gist', ...(language !== undefined && { language }) };
    return codeSlot(tag, trimCode(code), options, post);
  }
  post.note(tag.at, '{% gist %}', `link to ${url}`);
  const label = file === undefined ? `Gist ${id}` : `Gist ${id}: ${file}`;
  const text = link(label, url);
  const html = `<a${attributes({ href: url })}>${escapeHtml(label)}</a>`;
  return { kind: 'slot', slot: { block: { md: text, mdx: text }, inline: { md: text, mdx: text }, html } };
}

function frame(tag: TagUse, post: PostContext): TagResult | undefined {
  const found = readFrame(tag.name, tag.args);
  if (found === undefined) return undefined;
  post.note(tag.at, `{% ${tag.name} %}`, `link to ${found.url}`);
  return { kind: 'slot', slot: stillSlot([found], undefined) };
}

/** What every post of Jekyll Bootstrap takes in first. It shows nothing, and addresses begin with what it names. */
function nameFolders(tag: TagUse, post: PostContext): TagResult {
  post.evaluate(
    `{% assign BASE_PATH = site.JB.BASE_PATH | default: "" %}{% assign HOME_PATH = BASE_PATH | default: "/" %}
    {% if site.JB.ASSET_PATH %}{% assign ASSET_PATH = site.JB.ASSET_PATH %}{% endif %}`,
  );
  post.note(tag.at, '{% include JB/setup %}', 'nothing: it only named the folders of the site');
  return { kind: 'nothing' };
}

function takeIn(
  tag: TagUse,
  post: PostContext,
  path: string,
  raw: boolean,
  values?: Record<string, unknown>,
): TagResult {
  const file = post.readText(path);
  const was = `{% ${tag.name} %}`;
  if (file.kind === 'none') {
    post.note(tag.at, was, `marked block: ${path} ${file.reason}`, true);
    return { kind: 'slot', slot: leftOver(tag.source, `the file ${path} ${file.reason}`) };
  }
  post.note(tag.at, was, `the text of ${file.path}`);
  const text = file.text.replace(/^---[ \t]*\n[\s\S]*?\n---[ \t]*\n/, '').trim();
  if (raw) return { kind: 'text', text };
  // What the tag does not give is nothing, which tells it from what only the old site knew.
  const asked = [...text.matchAll(/\binclude\.([\w-]+)/g)].map(([, name = '']) => [name, null] as const);
  return {
    kind: 'include',
    text,
    ...(values !== undefined && { values: { ...Object.fromEntries(asked), ...values } }),
  };
}
