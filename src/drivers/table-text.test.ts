import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../markdown/pipeline.node.ts';
import { toCsv, toMarkdown } from './table-text.ts';

describe('in Markdown', () => {
  /** The rows that a reader of the rendered table sees. */
  async function rowsOf(markdown: string): Promise<string[][]> {
    const rows: string[][] = [];
    const tree = unified()
      .use(rehypeParse, { fragment: true })
      .parse(await renderMarkdown(markdown));
    visit(tree, 'element', ({ tagName, children }: Element) => {
      if (tagName === 'tr')
        rows.push(children.filter(({ type }) => type === 'element').map((cell) => toString(cell as Element)));
    });
    return rows;
  }

  test('the first row is the head', () => {
    expect(
      toMarkdown([
        ['Fact', 'aufs'],
        ['Kind', 'union'],
      ]),
    ).toBe('| Fact | aufs |\n| --- | --- |\n| Kind | union |\n');
  });

  test.each(['a | b', '|', 'a\\', '\\|', 'a \\\\| b', '<script>alert(1)</script>', '<b', 'C:\\ProgramData\\docker'])(
    'the cell %j is read as it was written',
    async (text) => {
      const table = [
        ['Fact', 'aufs'],
        [text, 'after'],
      ];
      expect(await rowsOf(toMarkdown(table))).toEqual(table);
    },
  );

  test('line breaks and other blanks inside a cell become one space', () => {
    expect(toMarkdown([['one\ntwo\r\nthree\t four '], []])).toBe('| one two three four |\n| --- |\n|  |\n');
  });

  test('an empty cell keeps its place', async () => {
    const table = [
      ['Fact', 'aufs', 'zfs'],
      ['Kind', '', 'cow'],
    ];
    expect(await rowsOf(toMarkdown(table))).toEqual(table);
  });
});

describe('in CSV', () => {
  test('rows end as RFC 4180 says, the last one too', () => {
    expect(toCsv([['a', 'b'], ['1']])).toBe('a,b\r\n1\r\n');
  });

  test.each([
    ['plain text; with a semicolon', 'plain text; with a semicolon'],
    ['ext4, xfs', '"ext4, xfs"'],
    ['called "legacy"', '"called ""legacy"""'],
    ['one\ntwo', '"one\ntwo"'],
    ['one\rtwo', '"one\rtwo"'],
    ['', ''],
  ])('the cell %j is written %j', (text, cell) => {
    expect(toCsv([[text]])).toBe(`${cell}\r\n`);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('the cell %j is no formula', (text) => {
    const cell = toCsv([[text]]).replace(/^"/, '');
    expect(cell.startsWith(`'${text}`)).toBe(true);
  });

  test('a formula with a comma is quoted around its apostrophe', () => {
    expect(toCsv([['=HYPERLINK("https://example.org","a")']])).toBe(`"'=HYPERLINK(""https://example.org"",""a"")"\r\n`);
  });

  test('signs inside a cell stay as they are', () => {
    expect(toCsv([['1 + 1 = 2 @ -1']])).toBe('1 + 1 = 2 @ -1\r\n');
  });
});
