import type { InfoStatement } from './schema.ts';

export type Warning = Extract<InfoStatement, { kind: 'warning' }>;

/** A warning of the catalogue that stands in a paste. */
export interface FoundWarning {
  warning: Warning;
  parts: Readonly<Record<string, string>>;
  line: number;
}

/** Whether it says that the kernel lacks a limit: advice tells these together, and each in the engine's own words. */
export function isOfLimit(statement: InfoStatement): boolean {
  return statement.kind === 'warning' && statement.about === 'limits' && statement.prints.startsWith('No ');
}

/** What a part may take up: an address, a path, a name. */
const maxPartChars = 120;

/** The warnings of `catalogue` in `lines`, wherever lines were broken, in the order of the catalogue. */
export function warningsIn(lines: readonly string[], catalogue: readonly Warning[]): FoundWarning[] {
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    starts.push(text.length);
    // JSON has line breaks inside a text as \n.
    text += `${line.trim().replace(/(?:\\n|\s)+/g, ' ')} `;
  }
  return catalogue.flatMap((warning) => {
    const found = findTemplate(text, warning.prints);
    if (found === undefined) return [];
    return [{ warning, parts: found.parts, line: starts.findLastIndex((start) => start <= found.at) + 1 }];
  });
}

/** Where `template` with its `<parts>` first stands in `text`. A part has no spaces. */
function findTemplate(text: string, template: string): { at: number; parts: Record<string, string> } | undefined {
  const pieces = template.split(/<([a-z]+)>/);
  const first = pieces[0] ?? '';
  const rest = first.slice(1);
  for (let at = text.indexOf(rest, 1) - 1; at >= 0; at = text.indexOf(rest, at + 2) - 1) {
    const parts: Record<string, string> = {};
    let end = at + first.length;
    // Some releases begin a warning with a capital letter that others begin with a small one.
    let fits = text[at]?.toLowerCase() === first[0]?.toLowerCase();
    for (let piece = 1; fits && piece < pieces.length; piece += 2) {
      const literal = pieces[piece + 1] ?? '';
      const window = text.slice(end, end + maxPartChars + literal.length);
      const length = literal === '' ? window.search(/ |$/) : window.indexOf(literal);
      const part = window.slice(0, Math.max(length, 0));
      fits = length > 0 && !part.includes(' ');
      parts[pieces[piece] ?? ''] = part;
      end += length + literal.length;
    }
    if (fits) return { at, parts };
  }
  return undefined;
}
