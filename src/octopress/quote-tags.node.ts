import { attributes, escapeHtml } from './markup.ts';
import type { PostContext } from './post-context.ts';
import type { Form, Slot } from './slots.ts';
import type { TagResult, TagUse } from './tag.ts';
import { readQuote } from './tag-markup.node.ts';

/** A quote with who said it and where, if the tag says so. */
export function quote(tag: TagUse, post: PostContext): TagResult | undefined {
  if (tag.inner === undefined) return undefined;
  const { author, title, url } = readQuote(tag.args);
  if (author === undefined && title === undefined && url === undefined) {
    post.note(tag.at, '{% blockquote %}', 'quote');
    return { kind: 'around', before: undefined, after: undefined, prefix: '> ', hardBreaks: true };
  }
  const target = url === undefined ? undefined : post.link(url);
  const href = target?.kind === 'new' || target?.kind === 'gone' ? target.url : url;
  post.note(tag.at, '{% blockquote %}', 'quote with its source');
  const who = author === undefined ? '' : `<strong>${escapeHtml(author)}</strong>`;
  const words = title ?? (author === undefined ? url : undefined);
  const linked = (text: string) => (href === undefined ? text : `<a${attributes({ href })}>${text}</a>`);
  const where = words === undefined ? '' : `<cite>${linked(escapeHtml(words))}</cite>`;
  const footer =
    where === '' && href !== undefined ? linked(who) : [who, where].filter((part) => part !== '').join(' ');
  const before: Form = {
    md: '<figure class="quote">\n<blockquote>',
    mdx: `<Quote${attributes({ author, title: words, href })}>`,
  };
  const after: Form = { md: `</blockquote>\n<figcaption>${footer}</figcaption>\n</figure>`, mdx: '</Quote>' };
  return { kind: 'around', before: { block: before }, after: { block: after }, hardBreaks: true };
}

/** The text with the words marked that the old page showed beside it. */
export function pullQuote(tag: TagUse, post: PostContext): TagResult | undefined {
  if (tag.inner === undefined) return undefined;
  const [whole = '', words = ''] = /\{"\s*([\s\S]*?)\s*"\}/.exec(tag.inner) ?? [];
  if (whole === '') {
    post.note(tag.at, '{% pullquote %}', 'its text; no words were marked');
    return { kind: 'around', before: undefined, after: undefined };
  }
  const side = /\bleft\b/.test(tag.args) ? 'left' : 'right';
  post.note(tag.at, '{% pullquote %}', `its text, with the words marked: ${words.slice(0, 60)}`);
  const open: Slot = { inline: { md: '<mark>', mdx: side === 'left' ? '<Pulled side="left">' : '<Pulled>' } };
  const close: Slot = { inline: { md: '</mark>', mdx: '</Pulled>' } };
  const at = tag.inner.indexOf(whole);
  const marked = `${tag.inner.slice(0, at)}${post.slots.put(open)}${words}${post.slots.put(close)}${tag.inner.slice(at + whole.length)}`;
  return { kind: 'include', text: marked.replace(/\{"\s*|\s*"\}/g, '') };
}
