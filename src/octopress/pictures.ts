import { attributes, escapeMarkdown, linkAddress } from './markup.ts';
import type { PostContext } from './post-context.ts';
import type { Form, Slot } from './slots.ts';

/** A picture as an old post shows it. */
export interface Picture {
  src: string;
  alt?: string | undefined;
  title?: string | undefined;
  width?: string | undefined;
  height?: string | undefined;
  classes?: readonly string[];
  /** Whether it stands in a link, which can hold no other. */
  inLink?: boolean;
  /** Whether that link has nothing else to say where it leads. */
  isAlone?: boolean;
}

/** What stands in for pictures that are not among the blog's files: pages load nothing from elsewhere. */
const standIn = '/picture-elsewhere.svg';

/** The new markup of a picture, as Markdown and as HTML, with what to say about it. */
export function showPicture(
  picture: Picture,
  post: PostContext,
  at: number,
  was: string,
): { markdown: string; html: string } {
  const { src, title, width, height, classes = [], inLink = false, isAlone = false } = picture;
  if (src.trim() === '') {
    post.note(at, was, 'nothing: it names no file', true);
    return { markdown: '', html: '' };
  }
  const target = post.picture(src);
  const typed = picture.alt?.trim() ?? '';
  const named = typed === '' && isAlone ? fileName(src) : typed;
  if (target.kind === 'here') {
    const said =
      typed !== ''
        ? ''
        : isAlone
          ? ', named after its file, because the link would have no words: write better ones into alt'
          : ', which has no text for those who don’t see it: write one into alt';
    post.note(at, was, `picture ${target.path}${said}`, typed === '');
    const html = imageTag({ src: target.path, alt: named, title, width, height, classes });
    const plain = width === undefined && height === undefined && classes.length === 0 && named !== '';
    return { html, markdown: plain ? markdownImage(named, target.path, title) : html };
  }
  const name = named === '' ? fileName(src) : named;
  const { url, reason } = target;
  post.note(
    at,
    was,
    `a stand-in${url === undefined || inLink ? '' : ` that links to ${url}`}, because the picture ${reason}`,
    true,
  );
  const html = imageTag({
    src: standIn,
    alt: name,
    title: undefined,
    width: undefined,
    height: undefined,
    classes: [],
  });
  const markdown = markdownImage(name, standIn, undefined);
  if (url === undefined || inLink) return { html, markdown };
  return { html: `<a${attributes({ href: url })}>${html}</a>`, markdown: `[${markdown}](${linkAddress(url)})` };
}

function fileName(src: string): string {
  const name =
    src
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  return name === '' ? src : name;
}

/** A picture that stands in a line or alone. */
export function pictureSlot(picture: Picture, post: PostContext, at: number, was: string): Slot {
  const { markdown, html } = showPicture(picture, post, at, was);
  return { inline: { md: markdown, mdx: markdown }, html };
}

/** A caption in the forms of the two kinds of file, and as plain words. */
export interface Caption {
  md: string;
  mdx: string;
  words: string;
}

/** A picture with a visible caption; in a line it is the picture, then the caption. */
export function figureSlot(picture: Picture, caption: Caption, post: PostContext, at: number, was: string): Slot {
  const { markdown, html } = showPicture({ ...picture, alt: caption.words, title: undefined }, post, at, was);
  const side = picture.classes?.find((name) => name === 'left' || name === 'right');
  const target = post.picture(picture.src);
  const figure = `<figure${attributes({ class: side })}>${html}<figcaption>${caption.md}</figcaption></figure>`;
  const { width, height } = picture;
  const elsewhere = target.kind === 'here' ? {} : { href: target.url, alt: caption.words };
  const values = { src: target.kind === 'here' ? target.path : standIn, ...elsewhere, width, height, side };
  const block: Form = { md: figure, mdx: `<Figure${attributes(values)}>${caption.mdx}</Figure>` };
  return { block, inline: { md: `${markdown} ${caption.md}`, mdx: `${markdown} ${caption.mdx}` }, html: figure };
}

function imageTag(values: {
  src: string;
  alt: string;
  title: string | undefined;
  width: string | undefined;
  height: string | undefined;
  classes: readonly string[];
}): string {
  const { classes, ...rest } = values;
  return `<img${attributes({ ...rest, class: classes.length === 0 ? undefined : classes.join(' ') })} />`;
}

function markdownImage(alt: string, src: string, title: string | undefined): string {
  const words = title === undefined || title === '' ? '' : ` "${title.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;
  return `![${escapeMarkdown(alt.replace(/\s+/g, ' '))}](${linkAddress(src)}${words})`;
}
