/** No more of a line than this may be what tools put before each. */
const longestLead = 160;

/**
 * `text` with blanks for what its lines have before them as the line above does, but for numbers: `web-1  | `,
 * `#12 4.51 `, `Nov 28 10:11:12 host1 dockerd[812]: `. A message that was cut into lines goes on behind that. All else
 * stands where it did. Takes time in proportion to the text.
 */
export function withoutLeads(text: string): string {
  let above = '';
  return text
    .split('\n')
    .map((line) => {
      const length = sharedLead(above, line);
      above = line;
      return length > 0 ? ' '.repeat(length) + line.slice(length) : line;
    })
    .join('\n');
}

/** What a lead ends with: a sign or a pair of them, also with a colon or a colour behind it, a time, or the number of a line. */
const leadEnd =
  // eslint-disable-next-line no-control-regex -- this is the character that is meant
  /(?:(?:[|>]|\[[^[\]]*\]|\([^()]*\)):?(?:\u001B?\[\d*m)?|(?<!\S)(?:\d[\d.:,TZ+-]*[.:][\d.:,TZ+-]*|\d\d[OE])|^\s*#?\d+)[ \t]$/;

/** A question of Docker Desktop's diagnosis: what stands before says whether it is a failure. */
const question = /^DD\d/;

/** How much both lines begin with, up to the last end of a lead. */
function sharedLead(above: string, line: string): number {
  let end = 0;
  let other = 0;
  for (let at = 0; at < Math.min(line.length, longestLead); at++) {
    if (isDigit(line, at) && isDigit(above, other)) {
      while (isDigit(line, at + 1)) at += 1;
      while (isDigit(above, other + 1)) other += 1;
    } else if (line.charAt(at) !== above.charAt(other)) {
      break;
    }
    other += 1;
    const isEnd = /[ \t]/.test(line.charAt(at)) && leadEnd.test(line.slice(0, at + 1));
    if (isEnd && !question.test(line.slice(at + 1, at + 4))) end = at + 1;
  }
  // Of signs alone nothing is read.
  return /[a-z\d]/i.test(line.slice(0, end)) ? end : 0;
}

function isDigit(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at));
}
