import { decoded } from '../site/decoded.ts';
import { isElsewhere } from '../site/urls.ts';
import { withoutIndex } from './addresses.ts';
import type { NewAddresses } from './new-addresses.node.ts';
import type { OldEntry } from './old-posts.node.ts';
import type { LinkTarget, PictureTarget } from './post-context.ts';
import type { PublishedFiles } from './published-files.node.ts';
import type { Settings } from './settings.ts';
import { inSource } from './source-paths.ts';
import { normalise } from './source-tree.node.ts';

/** What came of an old blog, to which its links may lead. */
interface MovedBlog {
  settings: Settings;
  /** Paths of all files from the root of the tree. */
  files: ReadonlySet<string>;
  /** Folder of the source from the root of the tree: `source`, or nothing. */
  base: string;
  /** Scheme and host of the new site. */
  origin: string;
  addresses: NewAddresses;
  published: PublishedFiles;
}

/** Where the links and pictures in the texts of an old blog lead now. */
export class LinkTargets {
  readonly #blog: MovedBlog;

  constructor(blog: MovedBlog) {
    this.#blog = blog;
  }

  /** The new path of the post that `post_url` names. */
  ofPost(name: string): string | undefined {
    const wanted = name.split('/').at(-1) ?? name;
    for (const file of this.#blog.files) {
      if (!file.slice(file.lastIndexOf('/') + 1).startsWith(`${wanted}.`)) continue;
      const path = this.#blog.addresses.pathOfFile(file);
      if (path !== undefined) return path;
    }
    return undefined;
  }

  /** The new path of a file of the source: of an article made of it, or of the file itself. */
  ofFile(path: string): string | undefined {
    const file = inSource(this.#blog.base, path);
    return this.#blog.addresses.pathOfFile(file) ?? this.#blog.published.offer(file);
  }

  /**
   * A path of the old site for an address in an old text, and where it was on the old host; undefined if the address is
   * of another site. Paths without host were below the blog's own folder, whether they name it or not.
   */
  #oldPath(address: string, entry: OldEntry): { path: string; onHost: string; rest: string } | undefined {
    const { url = '', root } = this.#blog.settings;
    const [, written = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address.trim()) ?? [];
    let path: string;
    let from = root;
    if (isElsewhere(written)) {
      const whole = URL.parse(written.startsWith('//') ? `http:${written}` : written);
      const old = URL.parse(url);
      if (whole === null || old === null || bareHost(whole) !== bareHost(old)) return undefined;
      path = whole.pathname;
      from = '';
    } else {
      // Browsers take `/../` at the beginning for the first folder, too.
      path = URL.parse(written, `http://old.invalid${entry.addresses[0] ?? `${root}/`}`)?.pathname ?? `/${written}`;
    }
    path = withoutIndex(decoded(path).replace(/\/{2,}/g, '/'));
    if (`${path}/`.startsWith(`${root}/`)) from = '';
    return { path, onHost: encodeURI(from + path), rest };
  }

  /** Where a link of `entry` leads now. */
  link(address: string, entry: OldEntry): LinkTarget {
    if (address.trim() === '' || address.startsWith('#') || /[\uE000\uE001]/.test(address)) return { kind: 'same' };
    if (/^(?:javascript|vbscript|data):/i.test(address.trim())) return { kind: 'gone', url: undefined };
    const old = this.#oldPath(address, entry);
    if (old === undefined) return { kind: 'same' };
    const { path, onHost, rest } = old;
    // An address that a tag gave is new already, and no post of the old site has it.
    if (this.#blog.addresses.isNew(address, path)) return { kind: 'same' };
    const { root, url } = this.#blog.settings;
    const moved = this.#blog.addresses.find(path);
    if (moved !== undefined) {
      if (this.#blog.addresses.isDraft(moved) && !entry.draft) return { kind: 'gone', url: undefined };
      const fresh = moved + (rest.startsWith('#') && this.#blog.addresses.hasText(moved) ? rest : '');
      return fresh === address ? { kind: 'same' } : { kind: 'new', url: fresh };
    }
    const inside = root !== '' && path.startsWith(`${root}/`) ? path.slice(root.length) : path;
    const offered = this.#blog.published.offer(inSource(this.#blog.base, inside.replace(/^\//, '')));
    if (offered !== undefined) return offered === address ? { kind: 'same' } : { kind: 'new', url: offered };
    // A site that keeps its host has no other place for what does not come along.
    const elsewhere = url !== undefined && bareHost(URL.parse(url)) !== bareHost(URL.parse(this.#blog.origin));
    if (!elsewhere) return { kind: 'gone', url: undefined };
    const host = URL.parse(url)?.origin ?? url;
    return { kind: 'gone', url: `${host}${onHost}${rest}` };
  }

  /** Where a picture of `entry` is now. */
  picture(src: string, entry: OldEntry): PictureTarget {
    const old = /^data:/i.test(src) ? undefined : this.#oldPath(src, entry);
    if (old === undefined) {
      const isAddress = /^(?:https?:)?\/\//i.test(src);
      return {
        kind: 'elsewhere',
        url: isAddress ? src.replace(/^\/\//, 'https://') : undefined,
        reason: 'is on another site',
      };
    }
    const { root, url } = this.#blog.settings;
    const path = root !== '' && old.path.startsWith(`${root}/`) ? old.path.slice(root.length) : old.path;
    const beside = `${entry.file.slice(0, entry.file.lastIndexOf('/') + 1)}${src}`;
    const candidates = [inSource(this.#blog.base, path.replace(/^\//, '')), normalise(beside) ?? ''];
    for (const candidate of candidates) {
      const reason = this.#blog.published.whyNoPicture(candidate);
      if (reason === 'is missing') continue;
      const offered = reason === undefined ? this.#blog.published.offer(candidate) : undefined;
      if (offered !== undefined) return { kind: 'here', path: offered };
      return { kind: 'elsewhere', url: undefined, reason: reason ?? 'may not be published under its name' };
    }
    const host = url === undefined ? undefined : URL.parse(url);
    const isOther = host != null && bareHost(host) !== bareHost(URL.parse(this.#blog.origin));
    return {
      kind: 'elsewhere',
      url: isOther ? `${host.origin}${old.onHost}` : undefined,
      reason: 'is not among the blog’s files',
    };
  }
}

function bareHost(url: URL | null): string | undefined {
  return url?.host.replace(/^www\./, '');
}
