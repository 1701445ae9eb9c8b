// Quotes in quotes and lists in lists are calls of calls to CommonMark's parser; sixty of them are no text.
const tooDeep = /^(?:[ \t]*(?:>|[-*+][ \t]+(?=[-*+>\w]))){60}|\[{600}|(?:\*_|_\*){300}/m;

// The parser's time grows with the square of these; a book has less.
const mostHeadings = 2_000;
const mostQuotes = 2_000;
const mostTagsInParagraph = 2_000;
const mostSignsInParagraph = 20_000; // stars, lines and brackets

/** Why a text can't be read: its quotes or lists are nested too deeply, or it is an attack on the parser's time. */
export function whyUnreadable(text: string): string | undefined {
  if (tooDeep.test(text)) return 'its quotes or lists are nested too deeply to be read';
  if (text.length < mostHeadings) return undefined;
  if ((text.match(/^(?:#{1,6}(?:\s|$)|[=-]+[ \t]*$)/gm)?.length ?? 0) > mostHeadings)
    return `it has more than ${mostHeadings} headings`;
  if ((text.match(/^[ \t]*\n[ \t]*>/gm)?.length ?? 0) > mostQuotes) return `it has more than ${mostQuotes} quotes`;
  for (const paragraph of text.split(/\n[ \t]*\n/)) {
    if (
      paragraph.length > mostTagsInParagraph * 3 &&
      (paragraph.match(/<[A-Za-z/!?]/g)?.length ?? 0) > mostTagsInParagraph
    )
      if (!/^ {0,3}<\/?(?:div|table|ul|ol|dl|pre|p|section|figure)\b/i.test(paragraph))
        return `a paragraph of it has more than ${mostTagsInParagraph} tags`;
    if (paragraph.length > mostSignsInParagraph && (paragraph.match(/[*_[\]]/g)?.length ?? 0) > mostSignsInParagraph)
      return `a paragraph of it has more than ${mostSignsInParagraph} stars, lines and brackets`;
  }
  return undefined;
}
