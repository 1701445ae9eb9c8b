/** Elements that never have content, so they never nest. */
const voidElements = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);

/** Elements whose content is text up to their own end tag, whatever it looks like. */
const rawTextElements = new Set('iframe noembed noframes plaintext script style textarea title xmp'.split(' '));

/** Elements that end where the next one of the same name begins. */
const endedByTheirOwn = new Set('dd dt li option p td th tr'.split(' '));

/**
 * `html` in which no element stands in more than `depth` others, and whether tags had to go for that; their text and
 * all that is not nested stays. Every tag that is left open is closed, and end tags that end nothing go. It takes
 * one pass over the source: parsers and sanitisers work recursively, so a tree would come too late.
 * It decides nothing about safety; whatever it misreads, the parser reads again.
 */
export function limitNesting(html: string, depth: number): { html: string; cut: boolean } {
  const open: string[] = [];
  const dropped: string[] = [];
  const out: string[] = [];
  let cut = false;
  let at = 0;
  while (at < html.length) {
    const tag = nextTag(html, at);
    out.push(html.slice(at, tag.start));
    at = tag.end;
    const source = html.slice(tag.start, tag.end);
    if (tag.kind === 'other' || (tag.kind === 'start' && voidElements.has(tag.name))) {
      out.push(source);
    } else if (tag.kind === 'start') {
      if (open.at(-1) === tag.name && endedByTheirOwn.has(tag.name)) open.pop();
      if (open.length < depth) {
        open.push(tag.name);
        out.push(source);
      } else {
        dropped.push(tag.name);
        cut = true;
      }
      if (rawTextElements.has(tag.name)) {
        const end = endOfRawText(html, at, tag.name);
        if (dropped.length === 0) out.push(html.slice(at, end));
        at = end;
      }
    } else if (dropped.length > 0) {
      if (dropped.at(-1) === tag.name) dropped.pop();
    } else {
      const place = open.lastIndexOf(tag.name);
      if (place !== -1) out.push(...endTags(open.splice(place)));
    }
  }
  out.push(...endTags(open));
  return { html: out.join(''), cut };
}

function endTags(names: readonly string[]): string[] {
  return names.toReversed().map((name) => `</${name}>`);
}

interface Tag {
  kind: 'start' | 'end' | 'other';
  /** Name in lower case; empty for what is no tag. */
  name: string;
  start: number;
  /** Place after the last character; nothing but text lies between two tags. */
  end: number;
}

/** The next tag or comment from `from` on, or an empty one at the end of the source. */
function nextTag(html: string, from: number): Tag {
  const opening = /<(?:!|\?|(\/?)([a-z][^\s/>]*)|\/)/gi;
  opening.lastIndex = from;
  const found = opening.exec(html);
  if (found === null) return { kind: 'other', name: '', start: html.length, end: html.length };
  const [text, slash, name] = found;
  const start = found.index;
  const inside = start + text.length;
  if (name !== undefined) {
    return { kind: slash === '/' ? 'end' : 'start', name: name.toLowerCase(), start, end: endOfTag(html, inside) };
  }
  return { kind: 'other', name: '', start, end: endOfComment(html, start) };
}

/** The place after the `>` that is no part of a quoted attribute value. */
function endOfTag(html: string, from: number): number {
  // After the equals sign and only there a quote begins a value.
  const part = /=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$))|>/g;
  part.lastIndex = from;
  for (let found = part.exec(html); found !== null; found = part.exec(html)) {
    if (found[0] === '>') return part.lastIndex;
  }
  return html.length;
}

/** A comment ends as browsers end it: `-->`, `--!>`, or at once in `<!-->`; other oddities at the next `>`. */
function endOfComment(html: string, start: number): number {
  if (!html.startsWith('<!--', start)) return after(html, '>', start);
  if (html.startsWith('<!-->', start)) return start + 5;
  if (html.startsWith('<!--->', start)) return start + 6;
  const end = /--!?>/g;
  end.lastIndex = start + 4;
  return end.exec(html) === null ? html.length : end.lastIndex;
}

function endOfRawText(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  return name === 'plaintext' ? html.length : (end.exec(html)?.index ?? html.length);
}

function after(html: string, mark: string, from: number): number {
  const place = html.indexOf(mark, from);
  return place === -1 ? html.length : place + mark.length;
}
