import { describe, expect, test } from 'vitest';
import { converted, png } from '../../tests/fixtures/old-blog.ts';

const files = { 'source/images/a.png': png, 'source/images/my pool.png': png };

function bodyIn(markdown: string, text: string): string {
  return converted(text, { config: `url: http://old.example\nmarkdown: ${markdown}\n`, files }).body;
}

describe('what all old engines read', () => {
  test.each([
    [
      'a gap before the name of a link',
      '[a] [1], [b]\n[1].\n\n[1]: http://x.example/\n',
      '[a][1], [b][1].\n\n[1]: http://x.example/\n',
    ],
    ['a picture whose address has blanks', '![A pool](/images/my pool.png)\n', '![A pool](/images/my%20pool.png)\n'],
    [
      'one in a link whose address has some too',
      '[![A](/images/my pool.png)](/images/my pool.png)\n',
      '[![A](/images/my%20pool.png)](/images/my%20pool.png)\n',
    ],
    [
      'words behind an address that has a name',
      '[a][1] [b][2]\n\n[1]: http://x.example/a b\n[2]: http://x.example/ "c d"\n',
      '[a][1] [b][2]\n\n[1]: http://x.example/a "b"\n[2]: http://x.example/ "c d"\n',
    ],
    ['an address over two lines', '[a](http://x.example/?\nb=c)\n', '[a](http://x.example/?b=c)\n'],
    ['signs at the end of a heading without a gap', '## Words##\n', '## Words\n'],
    [
      'a tag alone on its line',
      '<br />\n*words*\n\n<span>\n## x\n</span>\n',
      '<br /> *words*\n\n<span>\n\n## x\n</span>\n',
    ],
    [
      'a picture without words alone on its line',
      '![](/images/a.png)\n*words*\n',
      '<img src="/images/a.png" alt="" /> *words*\n',
    ],
    [
      'one in a quote, with a break',
      '> ![](/images/a.png)  \n> *words*\n',
      '> <img src="/images/a.png" alt="" /><br />\n> *words*\n',
    ],
    [
      'what follows an item with a wide sign',
      '  1. a\n\n    b\n\n10.  c\n\n    d\n',
      ' 1. a\n\n    b\n\n10. c\n\n    d\n',
    ],
    ['emphasis beside a bracket', '**a（b）**c\n', '<strong>a（b）</strong>c\n'],
    ['a formula that stands alone', '$$\na_1 + b\n$$\n', '```latex\na_1 + b\n```\n'],
    ['a tag that closes itself', '<a name="x"/>words\n', '<a id="x"></a>words\n'],
  ])('%s', (_, old, fresh) => {
    for (const markdown of ['rdiscount', 'redcarpet', 'kramdown']) expect(bodyIn(markdown, old), markdown).toBe(fresh);
  });

  test.each([
    ['names that stand side by side', '[a][1] [b][1], [^1] [b][1]\n\n[1]: http://x.example/\n\n[^1]: Note.\n'],
    ['brackets that name nothing', '[a] [b] and x[0] [1]\n'],
    ['code', '`[a] [1]` and `[a](b c)`\n\n    [a] [1]\n    <br>\n    x\n\n[1]: http://x.example/\n'],
    ['a title', '[a](http://x.example/ "b c") [b](http://x.example/ \'b c\')\n'],
    ['a tag with words on its line', '<b>x</b>\n*words*\n'],
  ])('is not found in %s', (_, text) => {
    for (const markdown of ['rdiscount', 'redcarpet', 'kramdown']) expect(bodyIn(markdown, text), markdown).toBe(text);
  });
});

test('the report names the place of each', () => {
  expect(converted('Text, then [a] [1].\n\n[1]: http://x.example/\n').report).toContain(
    'a.markdown:4:15  [words] [name]  the same link without the gap',
  );
});

describe('what one engine reads', () => {
  test.each([
    ['rdiscount', '** Words ** and **more **.\n', ' **Words**  and **more** .\n'],
    ['rdiscount', '![A](/images/a.png =30x20) x\n', '<img src="/images/a.png" alt="A" width="30" height="20" /> x\n'],
    ['rdiscount', '[a](http://x.example/a_(b\\))\n', '[a](http://x.example/a_\\(b\\))\n'],
    [
      'rdiscount',
      '[a](http://x.example/a_(b) c, [d](http://x.example/d_(e)) [f](http://x.example/g_(h) "i")\n',
      '[a](http://x.example/a_\\(b) c, [d](http://x.example/d_(e)) [f](http://x.example/g_(h) "i")\n',
    ],
    ['rdiscount', '> a\n\n> b\n', '> a\n>\n> b\n'],
    ['kramdown', '> a\n\n> b\n', '> a\n\n> b\n'],
    ['kramdown', '<!-- c --> *words*\n', '<!-- c -->\n\n *words*\n'],
    ['redcarpet', '[a] (http://x.example/)\n', '[a](http://x.example/)\n'],
    ['redcarpet', '** Words **\n', '** Words **\n'],
    ['kramdown', 'a\\\\\nb `c\\\\`\n', 'a  \nb `c\\\\`\n'],
    ['rdiscount', 'a\\\\\nb\n', 'a\\\\\nb\n'],
    ['kramdown', 'a `$$` b $$c$$ d\n\n$$\ne \\\\\nf\n$$\n', 'a `$$` b `c` d\n\n```latex\ne \\\\\nf\n```\n'],
    ['kramdown', 'a\n^\nb\n', 'a\n\nb\n'],
    [
      'rdiscount',
      'a. one\n   more\nb. *two*\n\n    x\n\nText.\n',
      '<ol type="a">\n<li>\n\none\nmore\n\n</li>\n<li>\n\n*two*\n\nx\n\n</li>\n</ol>\n\n\nText.\n',
    ],
    ['rdiscount', 'A. Name said\nso.\n\nb. x\n', 'A. Name said\nso.\n\nb. x\n'],
    ['kramdown', 'a. one\nb. two\n', 'a. one\nb. two\n'],
  ])('%s: %j', (markdown, old, fresh) => {
    expect(bodyIn(markdown, old)).toBe(fresh);
  });
});

describe('a table', () => {
  const table = '| a | b |\n|---+---|\n| 1 | 2 |\n';

  test('whose line of hyphens has a plus or no hyphen is one, in Redcarpet, too', () => {
    const fresh = '| a | b |\n|---|---|\n| 1 | 2 |\n';
    expect(converted(table, { config: 'markdown: redcarpet\n' }).body).toBe(fresh);
    expect(converted(table).body).toBe(fresh);
    expect(converted('| a | b |\n|:--|::|\n| 1 | 2 |\n').body).toBe('| a | b |\n|:--|:-:|\n| 1 | 2 |\n');
  });

  test('without that line is text where the old engine took it for text', () => {
    expect(converted('| a | b |\n| 1 | 2 |\n', { config: 'markdown: redcarpet\n' }).body).toBe(
      '| a | b |\n| 1 | 2 |\n',
    );
  });
});

test('a heading without blank in a quote is one', () => {
  expect(converted('## A\n\n> ###B\n').body).toBe('## A\n\n> ### B\n');
});

test('what follows a lone tag after a heading or a line is Markdown', () => {
  expect(converted('## A\n<br>\n> *b*\n').body).toBe('## A\n<br>\n\n> *b*\n');
});

test.each(['markdown: redcarpet\nredcarpet: { extensions: [hard_wrap] }', 'kramdown: { input: GFM, hard_wrap: true }'])(
  'lines of a paragraph stay lines with %j',
  (config) => {
    const text = 'a\nb\n\n> c\n> d\n\n- e\n- f\n\n## G\n\n    h\n    i\n\n```\nj\nk\n```\n';
    const fresh = text.replace('a\n', 'a  \n').replace('c\n', 'c  \n');
    expect(converted(text, { config: `markdown: kramdown\n${config}\n` }).body).toBe(fresh);
    expect(converted(text).body).toBe(text);
  },
);
