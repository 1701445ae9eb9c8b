/** An `{% img %}` or `{% imgcap %}`. */
export interface PictureTag {
  classes: string[];
  src: string;
  width?: string;
  height?: string;
  /** Title, or the caption of `imgcap`. */
  title?: string;
  alt?: string;
}

/** The parts of an `img` tag: words before the address are classes, then up to two numbers, then title and text. */
export function readPicture(markup: string): PictureTag | undefined {
  const words = markup.trim().split(/\s+/);
  const at = words.findIndex(
    (word) => /^https?:/.test(word) || word.includes('/') || /\.(?:png|jpe?g|gif|svg|webp)$/i.test(word),
  );
  const src = words[at];
  if (src === undefined) return undefined;
  const classes = words.slice(0, at);
  let rest = markup.trim();
  for (const word of words.slice(0, at + 1)) rest = rest.slice(rest.indexOf(word) + word.length);
  const [sizes = '', width, height] = /^\s+(\d+%?)(?:px)?(?:\s+(\d+%?)(?:px)?)?(?=\s|$)/.exec(rest) ?? [];
  rest = rest.slice(sizes.length).trim();
  const [, , title, , alt] = /^(["'])(.*?)\1\s+(["'])(.*?)\3$/s.exec(rest) ?? [];
  const single = /^(["'])(.*)\1$/s.exec(rest)?.[2] ?? rest;
  return {
    classes,
    src,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(title !== undefined && alt !== undefined
      ? { title, alt }
      : single === ''
        ? {}
        : { title: single, alt: single }),
  };
}

/** A `{% video %}`. */
export interface VideoTag {
  sources: string[];
  poster?: string;
}

/** Addresses of the video's files and of its poster; sizes are left out, since no player is shown. */
export function readVideo(markup: string): VideoTag | undefined {
  const words = markup
    .trim()
    .split(/\s+/)
    .filter((word) => !/^\d+%?$/.test(word));
  const poster = words.find((word) => /\.(?:png|jpe?g|gif|webp)(?:\?.*)?$/i.test(word));
  const sources = words.filter((word) => word !== poster && /^(?:https?:\/\/|\/)/.test(word));
  return sources.length === 0 ? undefined : { sources, ...(poster !== undefined && { poster }) };
}

/** Who is quoted and where. */
export interface QuoteTag {
  author?: string;
  title?: string;
  url?: string;
}

/** The four forms of a `blockquote` tag: author, address and title; author and address; author, title; author. */
export function readQuote(markup: string): QuoteTag {
  const text = markup.trim();
  if (text === '') return {};
  const [, author = '', url, title = ''] = /^(\S.*?)?\s*\b(https?:\/\/\S+)(?:\s+(.+))?$/s.exec(text) ?? [];
  if (url !== undefined) {
    const who = author.trim().replace(/,$/, '');
    if (who === '' && title === '') return { author: shortAddress(url), url };
    return { ...(who !== '' && { author: who }), url, title: title === '' ? shortAddress(url) : title.trim() };
  }
  const comma = /^([^,]+),([^,]+)$/.exec(text);
  if (comma !== null) return { author: String(comma[1]).trim(), title: String(comma[2]).trim() };
  return { author: text };
}

/** An address without scheme, cut at a slash before its 32nd character, as Octopress shows it under a quote. */
function shortAddress(url: string): string {
  const address = url.replace(/^https?:\/\//, '');
  const parts = address.split('/');
  let short = '';
  for (const part of parts) {
    const longer = short === '' ? part : `${short}/${part}`;
    if (short !== '' && longer.length >= 32) return `${short}/…`;
    short = longer;
  }
  return short;
}

/** A page elsewhere that an old post showed in a frame. */
export interface Frame {
  url: string;
  /** What it is, for the link: `Video on YouTube`. */
  label: string;
}

/** What `{% iframe_embed KIND ID %}` puts before an ID, by the plug-in `iframe_embed.rb`. */
const embedStarts = new Map([
  ['youtube', 'https://www.youtube.com/embed/'],
  ['vimeo', 'https://player.vimeo.com/video/'],
  ['google', 'https://docs.google.com/present/embed?id='],
  ['slideshare', 'https://www.slideshare.net/slideshow/embed_code/'],
  ['instagram', 'https://instagram.com/p/'],
  ['generic', 'http://'],
]);

/** The page behind an embedding tag and its words; undefined if they name none. */
export function readFrame(name: string, markup: string): Frame | undefined {
  const [id = '', embedded = ''] = markup
    .trim()
    .replace(/^["']|["']$/g, '')
    .split(/\s+/);
  if (!/^[\w./:?=&%-]+$/.test(id)) return undefined;
  switch (name) {
    case 'youtube':
      return frameOf(/^https?:/.test(id) ? id : `https://www.youtube.com/watch?v=${id}`);
    case 'vimeo':
      return frameOf(/^https?:/.test(id) ? id : `https://vimeo.com/${id}`);
    case 'jsfiddle':
      return frameOf(`https://jsfiddle.net/${id.replace(/\/$/, '')}/`);
    case 'iframe_embed': {
      const start = embedStarts.get(id);
      return start !== undefined && /^[\w./:?=&%-]+$/.test(embedded) ? frameOf(start + embedded) : undefined;
    }
    default:
      return undefined;
  }
}

/** The page that readers can open instead of the frame at `address`. */
export function frameOf(address: string): Frame | undefined {
  const url = URL.parse(address.startsWith('//') ? `https:${address}` : address);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.replace(/^www\./, '');
  const video =
    /(?:youtube(?:-nocookie)?\.com\/(?:embed|v)\/|youtu\.be\/)([\w-]+)/.exec(url.href)?.[1] ??
    (host === 'youtube.com' ? url.searchParams.get('v') : undefined);
  if (video != null) {
    const start = /[?&#](?:t|start)=(\d[\dhms]*)/.exec(url.href)?.[1];
    const from = start === undefined ? '' : `&t=${start}`;
    return { url: `https://www.youtube.com/watch?v=${video}${from}`, label: 'Video on YouTube' };
  }
  const vimeo = /vimeo\.com\/(?:video\/)?(\d+)/.exec(url.href)?.[1];
  if (vimeo !== undefined) return { url: `https://vimeo.com/${vimeo}`, label: 'Video on Vimeo' };
  const fiddle = /jsfiddle\.net\/(.+?)\/(?:embedded\/.*)?$/.exec(url.href)?.[1];
  if (fiddle !== undefined) return { url: `https://jsfiddle.net/${fiddle}/`, label: 'Example on JSFiddle' };
  return { url: url.href, label: `Page on ${host}` };
}

/** The page behind a script that drew something of another site into the old page; undefined if it drew nothing we know. */
export function scriptFrame(address: string, slides: string | undefined): Frame | undefined {
  const url = URL.parse(address.startsWith('//') ? `https:${address}` : address);
  const host = url?.hostname.replace(/^www\./, '');
  const deck =
    host === 'speakerdeck.com' ? (/^\/embed\/([\da-f]+)\.js$/.exec(url?.pathname ?? '')?.[1] ?? slides) : undefined;
  if (deck !== undefined && /^[\da-f]+$/.test(deck))
    return { url: `https://speakerdeck.com/player/${deck}`, label: 'Slides on Speaker Deck' };
  const recording = host === 'asciinema.org' ? /^\/a\/(\w+)\.js$/.exec(url?.pathname ?? '')?.[1] : undefined;
  if (recording !== undefined) return { url: `https://asciinema.org/a/${recording}`, label: 'Recording on asciinema' };
  const fiddle = host === 'jsfiddle.net' ? /^\/(.+?)\/embed\//.exec(url?.pathname ?? '')?.[1] : undefined;
  return fiddle === undefined ? undefined : frameOf(`https://jsfiddle.net/${fiddle}/`);
}

/** `octocat/1234567 setup.sh`: the address of a gist, its id and the file in it. */
export function readGist(markup: string): { id: string; file?: string; url: string } | undefined {
  const [typed = '', file] = markup.trim().split(/\s+/);
  const id = /^(?:https?:\/\/gist\.github\.com\/)?((?:[\w-]+\/)?[\da-f]+)(?:\.js)?$/i.exec(typed)?.[1];
  if (id === undefined) return undefined;
  const anchor = file === undefined ? '' : `#file-${file.replace(/[^\w]+/g, '-').toLowerCase()}`;
  return { id, ...(file !== undefined && { file }), url: `https://gist.github.com/${id}${anchor}` };
}
