import type { NoteAt } from './old-posts.node.ts';
import type { PresentSite } from './present-site.ts';
import type { Settings } from './settings.ts';
import { relativeTo } from './source-paths.ts';
import { normalise } from './source-tree.node.ts';
import type { FileBytes, SourceTree } from './source-tree.node.ts';
import { hashOf } from './write.node.ts';

const maxAssetBytes = 20_000_000; // a picture or download; more belongs to another kind of host
/** What is led to by itself: documents, sounds, films and what is packed. A picture without its page is not missed. */
const loneEnding =
  /\.(?:pdf|ps|epub|mobi|docx?|xlsx?|pptx?|key|odt|odp|ods|mp3|ogg|wav|m4a|mp4|m4v|mov|avi|webm|zip|gz|tgz|bz2|xz|7z|rar|tar|jar|dmg|exe|deb|rpm|iso)$/i;
/** The first bytes of PNG, JPEG, GIF, WebP and BMP. Browsers look at these, so that many a JPEG is called `.png`. */
const pictureStart = /^(?:89504e47|ffd8ff|47494638|52494646|424d)/;

/** What files of an old blog are published from, and what tells of them. */
interface BlogFiles {
  tree: SourceTree;
  /** Paths of all files from the root of the tree. */
  files: ReadonlySet<string>;
  /** Folder of the source from the root of the tree: `source`, or nothing. */
  base: string;
  settings: Settings;
  present: PresentSite;
  /** How the record names a file of this blog. */
  fromOf: (file: string) => string;
  note: NoteAt;
}

/** Pictures and downloads of an old blog that its pages ask for: each is published once, under a name that is free. */
export class PublishedFiles {
  readonly #blog: BlogFiles;
  readonly #offered = new Map<string, { path: string; bytes: Buffer }>();
  readonly #pictures = new Map<string, string | undefined>();

  constructor(blog: BlogFiles) {
    this.#blog = blog;
  }

  /** What is published: by its path in the source, the path below `public/` and the bytes. */
  get all(): ReadonlyMap<string, { path: string; bytes: Buffer }> {
    return this.#offered;
  }

  /** Why a file of the source is no picture that can be published; undefined if it is one. */
  whyNoPicture(path: string): string | undefined {
    const known = this.#pictures.get(path);
    if (known !== undefined || this.#pictures.has(path)) return known;
    const read = path === '' ? { kind: 'missing' as const } : this.#blog.tree.read(path, maxAssetBytes);
    const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
    let reason = whyNoFile(read);
    if (read.kind === 'found' && reason === undefined) {
      const isPicture =
        /^(?:svg|avif|bmp|ico)$/.test(ending) ||
        (/^(?:png|jpe?g|gif|webp)$/.test(ending) && pictureStart.test(read.bytes.subarray(0, 4).toString('hex')));
      if (!isPicture) reason = 'is no picture';
    }
    this.#pictures.set(path, reason);
    return reason;
  }

  /** Files that the old site published and nothing here asks for: others may lead to them. */
  get unasked(): string[] {
    const { files, base } = this.#blog;
    return [...files].filter((file) => {
      const inside = relativeTo(file, base);
      return (
        (base === '' || file.startsWith(`${base}/`)) &&
        !this.#offered.has(file) &&
        loneEnding.test(inside) &&
        !/(?:^|\/)[._]/.test(inside)
      );
    });
  }

  /** Has a file of the source published, and gives its new address; undefined if it is missing or must not be. */
  offer(path: string): string | undefined {
    const inside = normalise(path);
    if (inside === undefined || !this.#blog.files.has(inside)) return undefined;
    const below =
      this.#blog.base !== '' && inside.startsWith(`${this.#blog.base}/`)
        ? inside.slice(this.#blog.base.length + 1)
        : this.#blog.base === ''
          ? inside
          : undefined;
    const target = below ?? (inside.startsWith('_posts/') ? inside : undefined);
    if (target === undefined) return undefined;
    const name = target.replace(/(?:^|\/)_posts\//, '/posts/').replace(/^\//, '');
    if (
      /(?:^|\/)[._]/.test(name) ||
      (/\.(?:html?|xhtml|markdown|md|mkd|textile|rb|ya?ml|php|cgi|xml)$/i.test(name) &&
        !/^(?:downloads|code)\//.test(name) &&
        !name.startsWith(this.#blog.settings.codeFolder))
    )
      return undefined;
    if (!this.#offered.has(inside)) {
      const read = this.#blog.tree.read(inside, maxAssetBytes);
      const reason = whyNoFile(read);
      if (read.kind !== 'found' || reason !== undefined) {
        this.#blog.note(inside, '', 0, 'file', `nothing: it ${reason ?? ''}`, true);
        return undefined;
      }
      this.#offered.set(inside, { path: this.#freeName(name, inside, read.bytes), bytes: read.bytes });
    }
    const offered = this.#offered.get(inside)?.path ?? name;
    return `/${offered.split('/').map(encodeURIComponent).join('/')}`;
  }

  /** The name of a file in `public/`, or another one if that is a different file of another blog. */
  #freeName(name: string, file: string, bytes: Buffer): string {
    const isOthers = (candidate: string): boolean => {
      const written = this.#blog.present.written.get(`public/${candidate}`);
      return written !== undefined && written.from !== this.#blog.fromOf(file) && written.hash !== hashOf(bytes);
    };
    let free = name;
    for (let count = 2; isOthers(free); count += 1) free = name.replace(/(\.\w+)?$/, `-${count}$1`);
    if (free !== name)
      this.#blog.note(file, '', 0, 'file', `/${free}, because another blog has a different one of that name`, true);
    return free;
  }
}

/** Why there is no file to publish, as a phrase; undefined if there is one. */
function whyNoFile(read: FileBytes): string | undefined {
  if (read.kind === 'refused') return read.reason;
  if (read.kind === 'missing') return 'is missing';
  const isPointer = read.bytes.subarray(0, 30).toString('latin1').startsWith('version https://git-lfs');
  return isPointer
    ? 'is only a pointer of Git LFS: run `git lfs pull` in the old blog, and import it again'
    : undefined;
}
