/** The content as the rules see it: read, located, and free of topics. Offsets count UTF-16 code units. */

import type { UsedName } from './free-names.ts';

/** A file that could be read as text. */
export interface Source {
  /** From the project's root, with `/`. */
  path: string;
  /** Without a byte order mark. */
  text: string;
}

/** A point in a file. */
export interface Place {
  source: Source;
  offset: number;
}

/** What a rule found. */
export interface Finding extends Place {
  /** What is wrong, as a full sentence. */
  message: string;
  /** What to write instead, as a full sentence. */
  hint: string;
}

/** Steps from a document's root to one of its values. */
export type DataPath = readonly (string | number)[];

/** The values of a YAML or JSON document or of front matter, which know where they stand. */
export interface Data {
  /** Not yet checked by any schema; undefined if it could not be read. */
  value: unknown;
  /** Offset of the key, or of the list's item, at `path`; of the deepest part of it that exists if it doesn't. */
  keyAt: (path: DataPath) => number;
  /** Offset of the value at `path`, or of the deepest part of it that exists. */
  valueAt: (path: DataPath) => number;
  /** All texts in it and where each begins. */
  texts: readonly { text: string; offset: number }[];
}

/** A link's address, without any change to what is written. */
export interface Target {
  url: string;
  offset: number;
}

/** An image. */
export interface Image {
  /** Empty if there is none; undefined if it is not known before it runs. */
  url: string | undefined;
  offset: number;
  /** Undefined if the attribute is missing; empty in Markdown means the same as missing. */
  alt: string | undefined;
  /** `html` covers tags in Markdown and in MDX, where an empty `alt` is a statement: the image is decoration. */
  syntax: 'markdown' | 'html';
}

/** A block of code, or code in a line of text. */
export interface CodeBlock {
  code: string;
  /** Where it begins, with its fence or backticks. */
  offset: number;
  /** First word after the fence, or what stands in `{:sh}`. */
  language: { name: string; offset: number } | undefined;
  /** The rest of that line. */
  notes: { text: string; offset: number } | undefined;
  /** Whether it stands in a line of text. */
  isInline: boolean;
  /** Whether it is never closed and takes all that follows. */
  isOpen: boolean;
}

/** A tag with the name of a component: one that begins with a capital. */
export interface Component {
  name: string;
  offset: number;
  /** All its attributes; those whose value is not known before it runs have no text. */
  attributes: readonly { name: string; text?: string | undefined }[];
  /** Whether these are all: `{...more}` gives others when it runs. */
  isWhole: boolean;
  /** Whether it is a tag of MDX. In Markdown, nothing is made of it. */
  isMdx: boolean;
}

/** An attribute of a component in MDX whose value is plain text. */
export interface Attribute {
  component: string;
  name: string;
  value: string;
  /** Where the value's text begins. */
  offset: number;
}

/** A stretch of prose. */
export interface Words {
  /** As somebody hears it, who does not see pictures; `…` stands for what is not known before it runs. */
  words: string;
  offset: number;
}

/** A part of HTML that the site's security policy keeps from working. */
export interface BlockedPart {
  /** What it is: an element with what it loads, code or a style in an attribute, or a script, film or sound of another host. */
  kind: 'element' | 'handler' | 'style' | 'script' | 'media';
  /** Of the element or the attribute. */
  name: string;
  offset: number;
}

/** A footnote, or a link by name, of which only one half is there. */
export interface LooseNote {
  /** As it is written: `moby` of `[^moby]` and of `[words][moby]`. */
  name: string;
  /** Where `[^moby]` or `[words][moby]` stands. */
  offset: number;
  /**
   * What is missing: its text, all words of that, the place in the prose that leads to it, a name that no footnote above
   * has, the address of a link, or a name that no other address above has.
   */
  lacks: 'text' | 'words' | 'reference' | 'own name' | 'address' | 'own address';
}

/** Signs of Markdown of which nothing became what they are for. */
export interface UnreadMarkup {
  kind:
    | 'blank before the address'
    | 'blank in the address'
    | 'brackets the wrong way round'
    | 'stars'
    | 'backtick'
    | 'heading'
    | 'table'
    | 'cell'
    | 'lines of a table'
    | 'attributes'
    | 'note in a line'
    | 'unknown tag'
    | 'open tag'
    | 'open comment'
    | 'empty note'
    | 'nested note';
  offset: number;
}

/** A heading, in Markdown or HTML. */
export interface Heading extends Words {
  level: number;
  /** The id to which links lead; undefined in JSX without `id`. */
  anchor: string | undefined;
}

/** What the prose of a file says and refers to. */
export interface Body {
  headings: readonly Heading[];
  /** As they are written, with one blank for each run of blanks and line ends. */
  paragraphs: readonly Words[];
  /** What links are called. */
  linkWords: readonly Words[];
  links: readonly Target[];
  images: readonly Image[];
  code: readonly CodeBlock[];
  components: readonly Component[];
  attributes: readonly Attribute[];
  /** What MDX imports. */
  imports: readonly Target[];
  /** Names that code in MDX uses, components among them, and that the file neither makes nor imports. */
  freeNames: readonly UsedName[];
  looseNotes: readonly LooseNote[];
  unread: readonly UnreadMarkup[];
  blocked: readonly BlockedPart[];
  /** Scripts whose code stands in the page itself. */
  inlineScripts: readonly { offset: number }[];
  /** The names of all footnotes that have a text. */
  notes: readonly string[];
  /** Ids of headings and of tags, to which links may lead. */
  anchors: ReadonlySet<string>;
}

/** One file of a collection that could be read. */
export interface Entry {
  collection: string;
  /** Its name in the collection, and the last part of its address. */
  id: string;
  source: Source;
  data: Data;
  /** What the schema made of the data; undefined if it objected. */
  value: unknown;
  /** Undefined for data files, and for prose that could not be parsed. */
  body: Body | undefined;
}

/** The name of an entry, written down somewhere else. */
export interface Reference extends Place {
  name: string;
  /** The collection in which it should be. */
  collection: string;
}

/** An address of the site. */
export interface Page {
  /** The file of content that it shows; undefined for pages that are made from many. */
  file: string | undefined;
  /** Undefined if nobody can tell, because its file has a problem of its own. */
  anchors: ReadonlySet<string> | undefined;
  /** True if readers will not see it. */
  draft: boolean;
}

/** A link together with the file that holds it and the page on which it will stand. */
export interface Link extends Target {
  source: Source;
  /** Path of that page; undefined if the link stands on every page, as navigation does. */
  page: string | undefined;
  /** Whether readers will not see it. */
  draft: boolean;
}

/** Everything that rules look at. */
export interface Content {
  /** The day of the check, `2026-11-24`. */
  today: string;
  entries: readonly Entry[];
  /** Names by collection. A collection that can't be read is left out, and nothing is said about references to it. */
  names: ReadonlyMap<string, ReadonlySet<string>>;
  references: readonly Reference[];
  links: readonly Link[];
  /** By path without base: `/posts/a/`. */
  pages: ReadonlyMap<string, Page>;
  /** Paths from the project's root of all files in `content/` and `public/`. */
  files: ReadonlySet<string>;
  folders: readonly Folder[];
  /** Paths of the files that an import wrote, whose words are those of another time. */
  imported: ReadonlySet<string>;
}

/** Where the files of a collection are. */
export interface Folder {
  collection: string;
  /** From the project's root; a file if that one holds the whole collection. */
  path: string;
  /** Endings without dot that its files may have. */
  endings: readonly string[];
  /** Whether the site can do without any entry. */
  mayBeEmpty: boolean;
}

/** A check of the content. */
export interface Rule {
  /** Printed with each problem: `unknown-driver`. */
  name: string;
  /** What it holds the content to, as a sentence. */
  description: string;
  /** Whether the build goes on in spite of what it finds: `imported` if it does so in files that an import wrote. */
  warns?: 'always' | 'imported';
  check: (content: Content) => Finding[];
}
