import { slug as githubSlug } from 'github-slugger';
import { readBody } from '../content-check/body.node.ts';
import type { Body } from '../content-check/content.ts';
import { decoded } from '../site/decoded.ts';
import { pageStart } from './markup.ts';
import type { NoteAt, OldEntry } from './old-posts.node.ts';

/** A post or page as it is written. */
export interface Written {
  entry: OldEntry;
  syntax: 'md' | 'mdx';
  text: string;
}

/** Links whose page is there and whose heading is not lead to the page: the site's check would stop at them. */
export function withoutLostAnchors(
  written: readonly Written[],
  newPath: (entry: OldEntry) => string,
  note: NoteAt,
  progress?: (done: number, of: number) => void,
): Written[] {
  const byPath = new Map(written.map((file) => [newPath(file.entry), file]));
  // Of a body only these are kept: with the words of thousands of posts there would be no memory left.
  const bodies = new Map<string, Pick<Body, 'links' | 'anchors'> | undefined>();
  // Reading a text again takes as long as all the rest, so that only those with such links and their goals are read.
  const bodyAt = (path: string): Pick<Body, 'links' | 'anchors'> | undefined => {
    const file = byPath.get(path);
    if (file !== undefined && !bodies.has(path)) {
      const { body } = readBody(file.text, file.text.indexOf('\n---\n', 4) + 5, file.syntax);
      bodies.set(path, body && { links: body.links, anchors: body.anchors });
    }
    return bodies.get(path);
  };
  return written.map((file, index) => {
    progress?.(index + 1, written.length);
    let { text } = file;
    const own = newPath(file.entry);
    const mayBeLost = [...text.matchAll(/(?:\]\(<?|href=["']|\]:\s*<?)(\/[^\s)"'#]*)?#([^\s)"'>]*)/g)].some(
      ([, path = own, anchor = '']) => !hasHeading(byPath.get(path)?.text ?? '', anchor),
    );
    if (!mayBeLost) return file;
    const links = (bodyAt(own)?.links ?? []).toSorted((a, b) => b.offset - a.offset);
    for (const { url, offset } of links) {
      const [, path = '', anchor = ''] = /^([^#?]*)#(.+)$/.exec(url) ?? [];
      if (anchor === '' || !text.startsWith(url, offset)) continue;
      const known = bodyAt(path === '' ? own : path)?.anchors;
      if (known === undefined || known.has(decoded(anchor)) || known.has(anchor) || anchor === 'main') continue;
      const fresh = path === '' ? pageStart : path;
      text = text.slice(0, offset) + fresh + text.slice(offset + url.length);
      note(
        file.entry.file,
        file.entry.text,
        Math.max(0, file.entry.text.indexOf(`#${anchor}`)),
        `link to #${anchor}`,
        anchor === 'top' ? fresh : `${fresh}: the page has no such heading`,
        anchor !== 'top',
      );
    }
    return { ...file, text };
  });
}

/** Whether a line of the text is a heading with that id, as far as can be seen without reading Markdown. */
function hasHeading(text: string, anchor: string): boolean {
  return [...text.matchAll(/^#{1,6} +(.+?)[ #]*$/gm)].some(([, words = '']) => githubSlug(words) === anchor);
}
