import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import type { Element, Nodes } from 'hast';
import { toString } from 'hast-util-to-string';
import { HtmlValidate } from 'html-validate';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { isKnownLanguage, knownLanguages } from './highlight.node.ts';
import { markdownProcessor, renderMarkdown } from './pipeline.node.ts';

/** The elements with this tag or `.class`, in order. */
async function find(markdown: string, what: string): Promise<Element[]> {
  const tree = unified()
    .use(rehypeParse, { fragment: true })
    .parse(await renderMarkdown(markdown));
  return elementsOf(tree, what);
}

function elementsOf(tree: Nodes, what: string): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (node) => {
    const classes = node.properties.className;
    if (what.startsWith('.') ? Array.isArray(classes) && classes.includes(what.slice(1)) : node.tagName === what) {
      found.push(node);
    }
  });
  return found;
}

async function texts(markdown: string, what: string): Promise<string[]> {
  return (await find(markdown, what)).map((node) => toString(node));
}

test('headings have ids as on GitHub, and a second one of the same words has its own', async () => {
  expect((await find('# A b\n\n## A b\n\n### C `d`', 'a')).map(({ properties }) => properties.href)).toEqual([
    '#a-b-1',
    '#c-d',
  ]);
  expect((await find('# A b', 'h1'))[0]?.properties.id).toBe('a-b');
});

test('a heading may name its id, which then is not in its words and not given twice', async () => {
  const headings = await find('## Free\n\n## Make room [#free]', 'h2');
  expect(headings.map(({ properties }) => properties.id)).toEqual(['free-1', 'free']);
  expect(headings.map((heading) => toString(heading))).toEqual(['Free', 'Make room']);
});

test('a heading takes no id that the page around it or a comparison in it has', async () => {
  const headings = await find('## Discussion\n\n## Main\n\n## Compare', 'h2');
  expect(headings.map(({ properties }) => properties.id)).toEqual(['discussion-1', 'main-1', 'compare-1']);
});

test('an issue number in brackets at the end of a heading is no id', async () => {
  expect(await texts('## Fixed [#4321]', 'h2')).toEqual(['Fixed [#4321]']);
});

test('a heading that holds a link gets an id only', async () => {
  expect(await find('## See [this](/x/)', '.heading-link')).toEqual([]);
  expect((await find('## See [this](/x/)', 'h2'))[0]?.properties.id).toBe('see-this');
});

test('a heading without letters still has an id', async () => {
  expect((await find('## 🐳', 'h2'))[0]?.properties.id).toBe('section');
});

test('a heading written as HTML is treated like the others', async () => {
  expect((await find('<h2>Raw</h2>', 'a'))[0]?.properties.href).toBe('#raw');
});

test("Astro's list of headings has the same ids and clean words", async () => {
  const processor = await createMarkdownProcessor({ ...markdownProcessor().options, syntaxHighlight: false } as object);
  const text = '# A\n\n## A\n\n## Pool `x` [#pool]\n\n## ${A} is {a}, not `${a}`\n\n```sh\nls\n```';
  const { code, metadata } = await processor.render(text);
  expect(metadata.headings.map(({ slug, text }) => [slug, text])).toEqual([
    ['a', 'A'],
    ['a-1', 'A'],
    ['pool', 'Pool x'],
    ['a-is-a-not-a', '${A} is {a}, not ${a}'],
  ]);
  expect(code).toBe(await renderMarkdown(text));
});

test('.mdx goes through the same plugins', async () => {
  const processor = markdownProcessor();
  const renderer = await processor.createMdxRenderer?.(
    { syntaxHighlight: false } as never,
    { srcDir: new URL('file:///src/') } as never,
  );
  const source =
    '## Free [#free]\n\n> [!TIP]\n> Yes\n\n```console title="n1" mark={1}\n\n$ ls\n```\n\n<Box>\n\n| a |\n| - |\n| 1 |\n\n</Box>\n';
  const { code } = (await renderer?.process(source, '/x.mdx', {})) ?? { code: '' };
  for (const part of ['heading-link', 'note note-tip', 'terminal', 'Terminal: n1', 'table-scroll', 'Table: Free']) {
    expect(code).toContain(part);
  }
  expect(code).toMatch(/"line marked"/);
  expect(code).not.toContain('metastring');
});

test('a terminal block tells prompt, command and output apart', async () => {
  const block = '```console\n$ docker info\nStorage Driver: zfs\n```';
  expect(await texts(block, '.prompt')).toEqual(['$ ']);
  expect(await texts(block, '.command')).toEqual(['docker info']);
  expect(await texts(block, '.output')).toEqual(['Storage Driver: zfs']);
});

test('what stands in a code element is what the author wrote, letter by letter', async () => {
  const source = '\n$ a \\\n> b\t<i>&amp;</i>\n\nout  \n';
  for (const language of ['console', 'html', 'nonsense', '']) {
    expect(await texts(`\`\`\`${language}\n${source}\`\`\`\n\n<b>x</b>`, 'code')).toEqual([source]);
  }
});

test('a marked line is a mark and has its class; a marked part is a mark in its line', async () => {
  const block = '```console mark={1} mark="zfs"\n$ docker info\nDriver: zfs\n```';
  expect(await texts(block, 'mark')).toEqual(['$ docker info', 'zfs']);
  expect(await texts(block, '.marked')).toEqual(['$ docker info']);
  expect(await texts(block, '.part-marked')).toEqual(['Driver: zfs']);
});

test('added and removed lines are ins and del, and a line is marked beside them', async () => {
  const block = '```json add={3} remove={2} mark={1}\n{\n"a": 1\n"a": 2\n}\n```';
  expect(await texts(block, 'ins')).toEqual(['"a": 2']);
  expect(await texts(block, 'del')).toEqual(['"a": 1']);
  expect(await texts(block, '.marked')).toEqual(['{']);
  expect(await texts(block, 'code')).toEqual(['{\n"a": 1\n"a": 2\n}\n']);
});

test('an empty line in a heredoc is part of its command, and one in an output is not', async () => {
  const block = '```console\n# cat <<EOF\n\nEOF\nout\n\nout\n```';
  expect(await texts(block, '.command')).toEqual(['cat <<EOF', '', 'EOF']);
  expect(await texts(block, '.output')).toEqual(['out', 'out']);
});

test('the middle of a long output is put away behind its number of lines; what its author marked stays', async () => {
  const output = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n');
  const block = `\`\`\`console title="n1" mark="line 30"\n$ a\n${output}\n$ b\nend\n\`\`\``;
  expect(await texts(block, 'summary')).toEqual(['22 more lines of output']);
  const away = await texts(block, 'details');
  expect(away.join()).toMatch(/line 6\n[^]*line 27\n$/);
  expect((await texts(block, 'code')).join('')).toBe(`$ a\n${output}\n$ b\nend\n`);
  expect((await find(block, 'pre')).every(({ properties }) => properties.ariaLabel === 'Terminal: n1')).toBe(true);
  expect(await texts(block.replace('console', 'yaml'), 'details')).toEqual([]);
});

test('a message that the site knows is linked in outputs and plain texts, and nowhere else', async () => {
  const findKnown = (text: string) =>
    [...text.matchAll(/no space/g)].map(({ index }) => ({ from: index, to: index + 8, href: '/errors/full/' }));
  const { options } = markdownProcessor({ base: '/docs/', findKnown });
  const processor = await createMarkdownProcessor({ ...options, syntaxHighlight: false } as object);
  const { code } = await processor.render(
    '```console mark="space"\n$ echo no space\nE: no space\n```\n\n```text\nno space\n```\n\n```sh\nno space\n```',
  );
  expect(code.match(/<a href="\/docs\/errors\/full\/">.*?<\/a>/g)).toEqual([
    '<a href="/docs/errors/full/">no <mark>space</mark></a>',
    '<a href="/docs/errors/full/">no space</a>',
  ]);
  expect(code.match(/class="line[^"]*known"/g)).toHaveLength(2);
});

test('code in a line of text that names its language is coloured, and the name is gone', async () => {
  expect(await renderMarkdown('`docker info{:sh}` and `ls{:console}`')).toBe(
    '<p><code><span class="t-f">docker</span> info</code> and <code><span class="t-f">ls</span></code></p>',
  );
  expect((await find('## Run `ls -l{:sh}`', 'h2'))[0]?.properties.id).toBe('run-ls--l');
});

test('an option is never parted from its dashes, longer code may go on in the next line', async () => {
  expect(await renderMarkdown('`--privileged`, `-m`, `run --storage-opt size=1G`')).toBe(
    '<p><code class="option">--privileged</code>, <code>-m</code>, <code>run <span class="option">--storage-opt</span> size=1G</code></p>',
  );
});

test.for(['`a{:klingon}`', '`{:sh}`', '`a{sh}`', '`a{:sh} b`'])('%s is code as it stands', async (code) => {
  expect(await renderMarkdown(code)).toBe(`<p><code>${code.slice(1, -1)}</code></p>`);
});

test('a file that mostly holds settings already is not written over: its title says to add to it', async () => {
  const titled = (title: string) => texts(`\`\`\`json title="${title}"\n{}\n\`\`\``, 'figcaption');
  for (const title of ['/etc/docker/daemon.json', '/etc/docker/daemon.json, Docker 29'])
    expect(await titled(title)).toEqual([`${title}, added to what is there`]);
  for (const title of ['/etc/docker/daemon.json, as packaged', '/etc/crio/crio.conf.d/10-tmp.conf'])
    expect(await titled(title)).toEqual([title]);
});

test('HTML in a title is text', async () => {
  const block = '```sh title="<img src=x onerror=alert(1)>"\nls\n```';
  expect(await texts(block, 'figcaption')).toEqual(['<img src=x onerror=alert(1)>']);
  expect(await find(block, 'img')).toEqual([]);
});

test('colours are classes; no style attribute is written', async () => {
  const html = await renderMarkdown('```js\nconst a = "x"; // c\n```');
  expect(html).toContain('<span class="t-k">const</span>');
  expect(html).toContain('<span class="t-s">"x"</span>');
  expect(html).toContain('<span class="t-c">// c</span>');
  expect(html).not.toContain('style=');
});

test('an unknown language is shown as plain text', async () => {
  expect(await texts('```klingon\nqo\n```', '.line')).toEqual(['qo']);
});

test('names of languages are known with their aliases, whatever their case', () => {
  for (const name of ['bash', 'sh', 'yaml', 'YML', 'console', 'text', 'dockerfile'])
    expect(isKnownLanguage(name)).toBe(true);
  for (const name of ['klingon', '', 'constructor', '__proto__']) expect(isKnownLanguage(name)).toBe(false);
  expect(knownLanguages()).toContain('console');
});

test('a fence that is not closed holds the rest', async () => {
  expect(await texts('```sh\nls\n## no heading', '.line')).toEqual(['ls', '## no heading']);
});

test('a fence in a list stays in its item', async () => {
  const [item] = await find('1. Do:\n\n   ```console\n   # ls\n   ```\n2. Next', 'li');
  expect(elementsOf(item as Element, '.prompt').map((node) => toString(node))).toEqual(['# ']);
});

test('ten thousand lines of code are rendered within ten seconds', async () => {
  const start = performance.now();
  expect(await find(`\`\`\`sh\n${'echo "$HOME" | wc\n'.repeat(10_000)}\`\`\``, '.line')).toHaveLength(10_000);
  expect(performance.now() - start).toBeLessThan(10_000);
}, 20_000);

test('a table scrolls in a named group, its headers have a scope, an empty corner is a cell above names of rows', async () => {
  const table = '## Sizes\n\n|  | MB |\n| - | -: |\n| a | 1 |';
  expect((await find(table, '.table-scroll'))[0]?.properties).toEqual({
    className: ['table-scroll'],
    role: 'group',
    ariaLabel: 'Table: Sizes',
    tabIndex: 0,
  });
  expect((await find(table, 'th')).map(({ properties }) => properties)).toEqual([
    { className: ['align-end'], scope: 'col' },
    { scope: 'row' },
  ]);
  expect((await find(table.replace('|  |', '| Name |'), 'th')).map(({ properties }) => properties.scope)).toEqual([
    'col',
    'col',
  ]);
  expect((await find(table.slice(10), '.table-scroll'))[0]?.properties.ariaLabel).toBe('Table');
});

test.for(['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION', 'warning'])('[!%s] makes a note box', async (name) => {
  const kind = name.toLowerCase();
  const [box] = await find(`> [!${name}]\n> Text *here*.`, '.note');
  expect(box?.properties).toEqual({ className: ['note', `note-${kind}`], role: 'note' });
  expect(toString(box as Element).trim()).toBe(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}\nText here.`);
});

test.for([
  '> [!NOTE] same line',
  '> [!NOTE]',
  '> [!OTHER]\n> x',
  '> [!NOTE]*x*',
  '- > [!NOTE]\n  > x',
  '> > [!NOTE]\n> > x',
])('%j stays a quote, as on GitHub', async (markdown) => {
  expect(await find(markdown, '.note')).toEqual([]);
  expect(await find(markdown, 'blockquote')).not.toEqual([]);
});

test('a task has its words as the label of its checkbox; a list below stays outside', async () => {
  expect(await texts('- [x] Move *data*\n  - [ ] Later', 'label')).toEqual([' Move data', ' Later']);
  expect(await texts('- [x] A\n\n  Second paragraph', 'label')).toEqual([' A']);
});

test('two footnotes in a row have a comma between them, and two with words between have none', async () => {
  const html = await renderMarkdown('One.[^a][^b] Two.[^a]\n\n[^a]: A\n\n[^b]: B\n');
  const [sentence = ''] = html.split('</p>');
  expect(sentence.replace(/<[^>]*>/g, '')).toBe('One.1, 2 Two.1');
});

test('footnotes end under a heading that is seen, with ways back on the line of their last word', async () => {
  const html = await renderMarkdown('Text[^a].\n\n[^a]: Source.');
  expect(html).toContain('Source.\u00A0<a href="#user-content-fnref-a"');
  expect(html).toContain('<h2 id="footnote-label"><a class="heading-link" href="#footnote-label">Footnotes</a></h2>');
  expect(html).toContain('aria-label="Back to reference 1"');
});

test('quotes and dashes stay as typed', async () => {
  expect(await renderMarkdown(`"no space" -- it's`)).toBe(`<p>"no space" -- it's</p>`);
});

test('links of the site get its base', async () => {
  const { options } = markdownProcessor({ base: '/docs/' });
  const processor = await createMarkdownProcessor({ ...options, syntaxHighlight: false } as object);
  expect((await processor.render('[x](/drivers/)')).code).toBe('<p><a href="/docs/drivers/">x</a></p>');
});

test('the HTML is valid', async () => {
  const markdown =
    '## A\n\n> [!NOTE]\n> x\n\n```console title="n" mark={1} mark="y"\n$ ls\ny\n```\n\n```js\na\n```\n\n| | b |\n|-|-:|\n| 1 | 2 |\n\n- [x] a\n- [ ] b\n\nx[^1]\n\n[^1]: y';
  const report = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(
    await renderMarkdown(markdown),
  );
  expect(
    report.results.flatMap(({ messages }) => messages).map(({ ruleId, message }) => `${ruleId}: ${message}`),
  ).toEqual([]);
});
