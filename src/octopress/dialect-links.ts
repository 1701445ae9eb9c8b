import { codeTest } from './lines.ts';
import { attributes } from './markup.ts';
import type { Edit, Tracked } from './pieces.ts';
import type { PostContext } from './post-context.ts';

const mostWords = 500; // characters of the words of a link; of more, nobody reads a link

/** Links and pictures as the old engines read them and CommonMark does not, in CommonMark's words. */
export function settleLinks(tracked: Tracked, post: PostContext): Tracked {
  const { text } = tracked;
  const { markdown } = post.settings;
  const isCode = codeTest(text);
  const found = [
    ...said(namedLinks(text), '[words] [name]', 'the same link without the gap'),
    ...said(spacedAddresses(text), '[words](an address)', 'the same address in angles'),
    ...said(bareTitles(text), '[name]: address words', 'the same address, and the words as its title'),
    ...said(brokenAddresses(text), '[words](an address over two lines)', 'the same address in one'),
    ...(markdown === 'redcarpet'
      ? said(gapsBeforeAddresses(text), '[words] (address)', 'the same link without the gap')
      : []),
    ...(markdown === 'rdiscount' ? said(sizedPictures(text), '![words](address =1x1)', 'picture of that size') : []),
    ...(markdown === 'rdiscount' ? said(openBrackets(text), '[words](a(b)', 'the same address') : []),
    ...(markdown === 'rdiscount' || markdown === 'kramdown'
      ? said(escapedBrackets(text), '[words](a(b\\))', 'the same address')
      : []),
  ];
  const edits: Edit[] = [];
  for (const { edit, was, became } of found.toSorted((a, b) => a.edit.from - b.edit.from)) {
    if (isCode(edit.from) || edit.from < (edits.at(-1)?.to ?? 0)) continue;
    edits.push(edit);
    post.note(tracked.sourceOf(edit.from), was, became);
  }
  return tracked.edited(edits);
}

function said(edits: readonly Edit[], was: string, became: string): { edit: Edit; was: string; became: string }[] {
  return edits.map((edit) => ({ edit, was, became }));
}

/** `[words] [name]`, also with the line's end in between: CommonMark allows nothing there. */
function namedLinks(text: string): Edit[] {
  const labelOf = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();
  const labels = new Set([...text.matchAll(/^ {0,3}\[([^\]\n]+)\]:[ \t]*\S/gm)].map(([, name = '']) => labelOf(name)));
  if (labels.size === 0) return [];
  const pairs = text.matchAll(/\]( |[ \t]?\n[ \t]?)\[([^[\]\n]+)\](?![([])/g);
  return [...pairs].flatMap(({ index, 0: whole, 1: gap = '', 2: name = '' }) => {
    const defines = gap.includes('\n') && text[index + whole.length] === ':';
    if (defines || !labels.has(labelOf(name)) || !closesWords(text, index)) return [];
    return [{ from: index + 1, to: index + 1 + gap.length, text: '' }];
  });
}

/** Whether the bracket at `end` closes the words of a link, and not its name or that of a footnote. */
function closesWords(text: string, end: number): boolean {
  let depth = 1;
  for (let at = end - 1; at >= Math.max(0, end - mostWords); at -= 1) {
    if (text[at] === ']') depth += 1;
    else if (text[at] === '[') depth -= 1;
    if (depth === 0) return at < end - 1 && text[at - 1] !== ']' && text[at + 1] !== '^';
  }
  return false;
}

/** `[words](an address)`: an address with blanks needs angles. The words may be a picture. */
function spacedAddresses(text: string): Edit[] {
  const links = text.matchAll(
    /(?<=(?:\[[^[\]\n]{0,500}|\([^()\n]{0,2000}\))\]\()[^\s()<>"'=][^()<>"'\n=]{0,2000}(?=(?:"[^"\n]{0,500}"[ \t]*)?\))/g,
  );
  return [...links].flatMap(({ index: from, 0: rest }) => {
    const address = rest.trimEnd();
    return /[ \t]/.test(address) ? [{ from, to: from + address.length, text: `<${address}>` }] : [];
  });
}

/** `[name]: address words`: the old engines took the address only; the words are a title that has no quotes. */
function bareTitles(text: string): Edit[] {
  const form = /^( {0,3}\[[^\]^\n][^\]\n]*\]:[ \t]*https?:[^\s<>]+[ \t]+)([^\s"'(\\][^"\\\n]{0,500}?)[ \t]*$/gm;
  return [...text.matchAll(form)].map(({ index, 1: before = '', 2: words = '' }) => {
    const from = index + before.length;
    return { from, to: from + words.length, text: `"${words}"` };
  });
}

/** `[words](an` with the rest of the address on the next line. */
function brokenAddresses(text: string): Edit[] {
  return [...text.matchAll(/(\]\(https?:[^\s()<>"]{1,2000})\n(?=[^\s()<>"]{1,2000}\))/g)].map(
    ({ index, 0: whole, 1: before = '' }) => ({ from: index + before.length, to: index + whole.length, text: '' }),
  );
}

/** `[words](a_(b)`: what opens the bracket of the address and is never closed is no opening. */
function openBrackets(text: string): Edit[] {
  const form = /\]\([^\s()\\]{1,2000}(?=\([^\s()\\]{0,2000}\)(?![^\s)]{0,2000}\)|[ \t]+["']))/g;
  return [...text.matchAll(form)].map(({ index, 0: before }) => {
    const from = index + before.length;
    return { from, to: from, text: '\\' };
  });
}

/** `[words] (address)` */
function gapsBeforeAddresses(text: string): Edit[] {
  return [...text.matchAll(/(\[[^[\]\n]*\]) (?=\([^\s()]{1,2000}\))/g)].map(({ index, 1: words = '' }) => {
    const from = index + words.length;
    return { from, to: from + 1, text: '' };
  });
}

/** `![words](address =100x50)` */
function sizedPictures(text: string): Edit[] {
  const form = /!\[([^[\]\n]*)\]\(([^\s()]{1,2000})[ \t]{1,9}=(\d+)x(\d+)(?:[ \t]{1,9}"([^"\n]{0,500})")?[ \t]*\)/g;
  return [...text.matchAll(form)].map(({ index, 0: whole, 1: alt, 2: src, 3: width, 4: height, 5: title }) => ({
    from: index,
    to: index + whole.length,
    text: `<img${attributes({ src, alt, title, width, height })} />`,
  }));
}

/** `[words](a_(b\))`: what opens the bracket is as little an opening as its end is an end. */
function escapedBrackets(text: string): Edit[] {
  return [...text.matchAll(/\]\([^\s()\\]*(?=\([^\s()\\]*\\\))/g)].map(({ index, 0: before }) => {
    const from = index + before.length;
    return { from, to: from, text: '\\' };
  });
}
