import { htmlBlocks } from './html-blocks.ts';
import { codeTest, linesOf } from './lines.ts';
import { readAttributes } from './html.node.ts';
import { leftOver } from './left-over.ts';
import { resolveEntities } from './markup.ts';
import type { Edit, Tracked } from './pieces.ts';
import type { PostContext } from './post-context.ts';
import type { Slot } from './slots.ts';
import { frameOf, readGist, scriptFrame } from './tag-markup.node.ts';
import { stillSlot, tagRules } from './tags.node.ts';

const embedForm =
  /<(script|iframe|style|object|video|audio)\b([^>]*)>([\s\S]*?)<\/\1\s*>|<(embed|iframe|link|meta|base)\b([^>]*?)\/?>/gi;

/** Scripts that showed adverts, counted readers, or dressed up a quote or a link that stands in the text anyway. */
const withoutWords =
  /googlesyndication\.com|adsbygoogle|google_ad_client|doubleclick\.net|amazon-adsystem\.com|google-analytics\.com|googletagmanager\.com|\b_gaq\b|platform\.(?:twitter|instagram)\.com|instagram\.com\/embed\.js|connect\.facebook\.net|assets\.pinterest\.com|codepen\.io\/assets|addthis\.com|sharethis\.com/;

/** Frames become links, and scripts and styles marked blocks: a page of this site runs and loads nothing of others. */
export function settleEmbeds(tracked: Tracked, post: PostContext): Tracked {
  const { text } = tracked;
  if (!/<(?:script|iframe|style|object|video|audio|embed|link|meta|base)\b/i.test(text)) return tracked;
  const isCode = codeTest(text);
  const lines = linesOf(text);
  const html = htmlBlocks(lines).filter(({ asMarkdown }) => asMarkdown === undefined);
  // What is indented in HTML is no code, also after a blank line.
  const isHtml = (at: number): boolean =>
    html.some(({ first, last }) => at >= (lines[first]?.from ?? 0) && at <= (lines[last]?.to ?? 0));
  const edits: Edit[] = [];
  for (const match of text.matchAll(embedForm)) {
    const [source, paired, pairedAttributes = '', inner = '', single, singleAttributes = ''] = match;
    if (isCode(match.index) && !isHtml(match.index)) continue;
    const name = (paired ?? single ?? '').toLowerCase();
    const slot = embed(
      name,
      readAttributes(paired === undefined ? singleAttributes : pairedAttributes),
      inner,
      source,
      post,
      tracked.sourceOf(match.index),
    );
    edits.push({
      from: match.index,
      to: match.index + source.length,
      text: slot === undefined ? '' : post.slots.put(slot),
    });
  }
  return tracked.edited(edits);
}

function embed(
  name: string,
  values: Record<string, string>,
  inner: string,
  source: string,
  post: PostContext,
  at: number,
): Slot | undefined {
  const written =
    values['src'] ??
    values['data'] ??
    /\bsrc\s*=\s*["']([^"']+)/.exec(inner)?.[1] ??
    /value\s*=\s*["'](https?:[^"']+)/.exec(inner)?.[1];
  const src = written === undefined ? undefined : resolveEntities(written);
  if (name === 'script') {
    const gist = /gist\.github\.com\/((?:[\w-]+\/)?[\da-f]+)\.js(?:\?file=([^"'&\s]+))?/i.exec(src ?? '');
    if (gist !== null && readGist(String(gist[1])) !== undefined) {
      const args = [gist[1], gist[2]].filter((part) => part !== undefined).join(' ');
      const result = tagRules['gist']?.({ name: 'gist', args, at, source, inner: undefined }, post);
      return result?.kind === 'slot' ? result.slot : undefined;
    }
    const drawn = scriptFrame(src ?? '', values['data-id']);
    if (drawn !== undefined) {
      post.note(at, '<script>', `link to ${drawn.url}`);
      return stillSlot([drawn], undefined);
    }
    if (withoutWords.test(src ?? inner)) {
      post.note(at, '<script>', 'nothing: it showed adverts, counted readers or dressed up what stays');
      return undefined;
    }
    post.note(at, '<script>', 'marked block: the site’s policy runs no script in an article', true);
    return leftOver(source, 'a script, which the site does not run');
  }
  if (name === 'style' || name === 'link') {
    post.note(at, `<${name}>`, 'marked block: the site has its own style', true);
    return leftOver(source, 'a style of the old site');
  }
  if (name === 'meta' || name === 'base') {
    post.note(at, `<${name}>`, 'marked block: it would change the whole page', true);
    return leftOver(source, 'what the old page said of itself');
  }
  const target = src === undefined ? undefined : post.link(src);
  const address = target?.kind === 'new' || target?.kind === 'gone' ? target.url : src;
  const frame =
    address === undefined
      ? undefined
      : /^\/(?!\/)/.test(address)
        ? { url: address, label: address.split('/').at(-1) ?? address }
        : frameOf(address);
  if (frame === undefined) {
    post.note(at, `<${name}>`, 'marked block: nothing says where its content is', true);
    return leftOver(source, 'a frame without an address');
  }
  post.note(at, `<${name}>`, `link to ${frame.url}`);
  return stillSlot([frame], undefined);
}
