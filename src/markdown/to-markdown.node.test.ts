import { toString } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from './pipeline.node.ts';
import { toMarkdown } from './to-markdown.node.ts';

const page = 'https://example.org/docs/posts/mind/';
const parser = unified().use(rehypeParse, { fragment: true });

function fromHtml(html: string): string {
  return toMarkdown(parser.parse(html), page).trim();
}

/** What a piece of HTML says, without the blanks and line breaks between. */
function signsOf(html: string): string {
  return toString(parser.parse(html)).replaceAll(/\s/g, '');
}

/** What our pages make of Markdown, turned back. */
async function thereAndBack(source: string): Promise<string> {
  return fromHtml(await renderMarkdown(source));
}

test.each([
  ['a note box', '> [!WARNING]\n> This deletes `data`.\n>\n> All of it.'],
  ['a note box that begins with a list', '> [!NOTE]\n>\n> - first\n> - second'],
  [
    'footnotes under the names that their author gave them',
    'One.[^a] Two.[^überlauf]\n\n[^a]: First.\n\n[^überlauf]: Second.',
  ],
  ['a table with its alignment', '| a | b |\n| - | -: |\n| `x \\| y` | 1 |'],
  [
    'a block of code in its language, blank lines and prompts included',
    '```console\n$ docker info\n\nStorage Driver: aufs\n```',
  ],
  ['code that holds a fence', '````md\n```\ncode\n```\n````'],
  ['tasks', '- [x] done\n- [ ] open'],
  ['a break within a line', 'one\\\ntwo'],
  ['raised and lowered text', 'H<sub>2</sub>O, 2<sup>10</sup>'],
  ['an underscore within a word, without a backslash', 'the d_type of xfs_info, and *one* alone'],
  ['signs that would be markup', '1\\. is no list, \\*nor emphasis\\*, and \\<b> is text'],
])('%s comes back as it was written', async (_, source) => {
  expect(await thereAndBack(source)).toBe(source);
});

test('a heading has its words, and no link to itself', async () => {
  expect(await thereAndBack('## Free the `pool`')).toBe('## Free the `pool`');
});

test('the title of code stands above it', async () => {
  expect(await thereAndBack('```sh title="On the host"\ndf\n```')).toBe('*On the host*\n\n```sh\ndf\n```');
});

test('lines that come and go are a diff', async () => {
  expect(await thereAndBack('```json remove={2} add={3}\n{\n  "a": 1\n  "a": 2\n}\n```')).toBe(
    '```diff\n {\n-  "a": 1\n+  "a": 2\n }\n```',
  );
});

test('a caption of several lines keeps them', () => {
  expect(
    fromHtml(
      '<figure><img src="/a.png" alt="A"><figcaption><p>Steps:</p><ol><li>Read.</li></ol></figcaption></figure>',
    ),
  ).toBe('![A](https://example.org/a.png)\n\nSteps:\n\n1. Read.');
});

test('addresses are absolute, those of the page itself too', () => {
  expect(fromHtml('<a href="/docs/drivers/">d</a> <a href="#compare">c</a> <img src="/a.png" alt="A">')).toBe(
    '[d](https://example.org/docs/drivers/) [c](https://example.org/docs/posts/mind/#compare) ![A](https://example.org/a.png)',
  );
});

test('a comparison is a table under its caption, whose cells are lines', () => {
  const html =
    '<driver-compare><p class="controls"><label><input type="checkbox"> Differences</label><button>Change</button><span role="status"></span></p>' +
    '<table><caption>Two drivers</caption><thead><tr><th>Fact</th><th><a href="/a/">aufs </a></th></tr></thead>' +
    '<tbody><tr class="group"><th colspan="2"> Limits </th></tr><tr><th>Size <small>How large?</small></th><td><p>10 GiB</p><ul><li>at first</li></ul></td></tr></tbody></table></driver-compare>';
  expect(fromHtml(html).split('\n').filter(Boolean)).toEqual([
    '**Two drivers**',
    '| Fact | [aufs](https://example.org/a/) |',
    '| - | - |',
    '| Limits | |',
    '| Size<br>How large? | 10 GiB<br>at first |',
  ]);
});

test('terms of a list of facts stand out from their notes', () => {
  expect(fromHtml('<dl><div><dt> Kind <small>What is it?</small></dt><dd><p>union</p></dd></div></dl>')).toBe(
    '- **Kind** What is it?\n\n  union',
  );
});

test('a term that links to itself stands out without the blanks around it', () => {
  const term = '<dt> <a class="heading-link" href="#kind"> Kind </a> <small>What is it?</small> </dt>';
  expect(fromHtml(`<dl><div>${term}<dd><p>union</p></dd></div></dl>`)).toBe('- **Kind** What is it?\n\n  union');
});

test('links that only our style keeps apart have a blank between them', () => {
  expect(fromHtml('<p><a href="https://a.example/">one </a><a href="https://b.example/">two</a></p>')).toBe(
    '[one](https://a.example/) [two](https://b.example/)',
  );
});

test('remarks of a thread are no list: each has its heading', () => {
  const html =
    '<ol><li><article><h3>Ann</h3><p>Look.</p><ol><li><article><h4>Bo</h4><p>Yes.</p></article></li></ol></article></li></ol>';
  expect(fromHtml(html)).toBe('### Ann\n\nLook.\n\n#### Bo\n\nYes.');
});

test('what can be opened is open, under the words that one would press', () => {
  expect(fromHtml('<details><summary>2 sources</summary><p>Here.</p></details>')).toBe('**2 sources**\n\nHere.');
});

test('controls, drawings, what is not printed and what is hidden are left out', () => {
  const html =
    '<p>kept</p><script>a()</script><style>b{}</style><button>c</button><svg><title>d</title></svg><p hidden>e</p>' +
    '<nav class="no-print">f</nav><span aria-hidden="true">g</span><textarea>h</textarea><!-- i -->';
  expect(fromHtml(html)).toBe('kept');
});

describe('hostile HTML', () => {
  test('stays text where it was text', () => {
    expect(fromHtml('<p>&lt;script&gt;a()&lt;/script&gt;</p>')).toBe('\\<script>a()\\</script>');
  });

  test('with a footnote that nobody can decode stops nothing', () => {
    const html = '<sup><a data-footnote-ref href="#user-content-fn-%">1</a></sup>';
    expect(fromHtml(html)).toBe('[^%]');
  });

  test('with an address that is none stops nothing', () => {
    expect(fromHtml('<a href="http://[">x</a>')).toBe('[x](http://\\[)');
  });
});

test.each(Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'))(
  '%s as text stays text wherever it stands',
  async (sign) => {
    for (const text of [
      `${sign} a`,
      `a ${sign} b`,
      `1${sign} a`,
      `a${sign}`,
      `${sign}a${sign}`,
      `${sign}${sign}${sign}`,
      `${sign}${sign} a ${sign}${sign}`,
      `${sign}-`,
    ]) {
      const written = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      for (const html of [
        `<p>${written}</p>`,
        `<p>a<br>${written}</p>`,
        `<h2>${written}</h2>`,
        `<ul>\n<li>${written}</li>\n</ul>`,
      ]) {
        const again = await renderMarkdown(fromHtml(html));
        expect(signsOf(again)).toBe(signsOf(html));
      }
    }
  },
);

test('addresses that are text stay text', () => {
  for (const [text, written] of [
    ['www.a.b', 'www\\.a.b'],
    ['http://a.b', 'http\\://a.b'],
    ['a@b.c', 'a\\@b.c'],
  ] as const)
    expect(fromHtml(`<p>see ${text} there</p>`)).toBe(`see ${written} there`);
});
