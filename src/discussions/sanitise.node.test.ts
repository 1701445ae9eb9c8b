import { expect, test } from 'vitest';
import { sanitiseBody } from './sanitise.node.ts';

const url = 'https://github.com/octo-org/driver-notes/discussions/42#discussioncomment-7';
const safe = (html: string): Promise<string> => sanitiseBody(html, { idPrefix: 'c7-', url });
const block = '<figure class="code"><pre role="group" aria-label="Code" tabindex="0" dir="auto">';
const rel = 'rel="ugc nofollow noopener"';

test.each([
  ['scripts and styles go with their content', '<script>a()</script><style>b{}</style>text', 'text'],
  [
    'handlers, styles, classes and keys go',
    '<p onclick="a()" style="color:red" class="x" tabindex="1" accesskey="s">a</p>',
    '<p dir="auto">a</p>',
  ],
  ['an unknown element leaves its content', '<x-y is="z">a</x-y>', 'a'],
  [
    'an id gets the prefix, and only once',
    '<p id="main">a</p><p id="main">b</p>',
    '<p id="c7-main" dir="auto">a</p><p dir="auto">b</p>',
  ],
  [
    'a link says who wrote it',
    '<a href="https://example.org/" target="_blank" title="x">a</a>',
    `<a href="https://example.org/" ${rel}>a</a>`,
  ],
  [
    'a relative link leads to GitHub',
    '<a href="/octo-org">a</a>',
    `<a href="https://github.com/octo-org" ${rel}>a</a>`,
  ],
  ['a link without scheme uses https', '<a href="//example.org">a</a>', `<a href="https://example.org/" ${rel}>a</a>`],
  [
    'a scheme that is not of the web leaves the words',
    '<a href=" JaVa\tscript:a()">a</a> <a href="mailto:a@example.org">b</a>',
    'a b',
  ],
  ['a name before the host leaves the words', '<a href="https://github.com@evil.example/">a</a>', 'a'],
  ['a link to a place on the page around leaves the words', '<a href="#top">a</a>', 'a'],
  ['a link that nobody can see goes', '<a href="https://example.org/"> </a>', ' '],
  [
    'an image becomes a link',
    '<img src="https://example.org/a.png" alt="a chart">',
    `<a href="https://example.org/a.png" ${rel}>image: a chart</a>`,
  ],
  [
    'an image in a link is told by the link',
    '<a href="https://example.org/"><img src="https://example.org/a.png" alt="b"></a>',
    `<a href="https://example.org/" ${rel}>image: b</a>`,
  ],
  [
    'images side by side stay two words',
    '<img src="https://a.example/"><img src="https://b.example/">',
    `<a href="https://a.example/" ${rel}>image</a> <a href="https://b.example/" ${rel}>image</a>`,
  ],
  [
    'a signed address of an image leads to the remark',
    '<img src="https://private-user-images.githubusercontent.com/1.png?jwt=e" alt="Image">',
    `<a href="${url}" ${rel}>image</a>`,
  ],
  ['a custom emoji is its name', '<img class="emoji" alt=":shipit:" src="https://example.org/s.png">', ':shipit:'],
  [
    'task boxes become signs',
    '<ul><li><input type="checkbox" checked> a</li><li><input type="checkbox"> b</li></ul>',
    '<ul dir="auto"><li dir="auto">☑ a</li><li dir="auto">☐ b</li></ul>',
  ],
  ['other fields go', '<form><input name="password"><textarea>a</textarea><button>b</button></form>', ''],
  [
    'code of an unknown language loses its colours and keeps its text',
    '<pre lang="x"><span class="pl-k">a</span> &lt;b&gt;</pre>',
    `${block}<code><span class="line">a &#x3C;b></span>\n</code></pre></figure>`,
  ],
  [
    'code is coloured by our highlighter, whatever colours came with it',
    '<div class="highlight highlight-source-shell"><pre><span class="pl-k">sudo</span> ls</pre></div>',
    `${block}<code class="language-shell"><span class="line"><span class="t-f">sudo</span> ls</span>\n</code></pre></figure>`,
  ],
  [
    'a language that GitHub could not colour is read from the block',
    '<pre lang="nginx" class="notranslate"><code class="notranslate">x</code></pre>',
    `${block}<code class="language-nginx"><span class="line"><span class="t-k">x</span></span>\n</code></pre></figure>`,
  ],
  [
    'no class and no title of a block come from its author',
    '<pre lang="a b" metastring="title=&quot;x&quot;"><code class="language-go terminal" metastring="title=&quot;x&quot;">x</code></pre>',
    `${block}<code><span class="line">x</span>\n</code></pre></figure>`,
  ],
  [
    'a note keeps its kind',
    '<div class="markdown-alert markdown-alert-tip"><p class="markdown-alert-title"><svg><path/></svg>Tip</p></div>',
    '<div class="note note-tip" role="note" dir="auto"><p class="note-title" dir="auto">Tip</p></div>',
  ],
  ['a class that only looks like ours goes', '<p class="note-title">a</p>', '<p dir="auto">a</p>'],
  [
    'a kind of note that we do not have is dropped from it',
    '<div class="markdown-alert markdown-alert-x">a</div>',
    '<div class="note" role="note" dir="auto">a</div>',
  ],
  [
    'quoted mail goes',
    'a<span class="email-hidden-toggle">…</span><div class="email-hidden-reply">b@example.org</div>',
    'a',
  ],
  [
    'a cell spans no more than a table can have',
    '<table><tbody><tr><td colspan="5">a</td><td rowspan="65534">b</td></tr></tbody></table>',
    '<div class="table-scroll" role="group" aria-label="Table" tabindex="0"><table><tbody><tr><td dir="auto" colspan="5">a</td><td dir="auto">b</td></tr></tbody></table></div>',
  ],
  [
    'a list item in a broken table ends no list item around it',
    '<ul><li><div><table><li>a</li></table></div>b</li></ul>',
    '<ul dir="auto"><li dir="auto"><div dir="auto"></div></li><li dir="auto">a</li><div class="table-scroll" role="group" aria-label="Table" tabindex="0"><table></table></div>b</ul>',
  ],
  [
    'an element that a browser makes two of has one id',
    '<p><b id="x"><object><p>a',
    '<p dir="auto"><b id="c7-x"></b></p><p dir="auto"><b>a</b></p><p></p>',
  ],
  [
    'a number that is none goes',
    '<ol start="x" reversed="y"><li value="4">a</li></ol>',
    '<ol dir="auto" reversed><li dir="auto" value="4">a</li></ol>',
  ],
  [
    'a control that turns the writing ends with its words',
    '<p>a<b>\u202E</b>b</p>',
    '<p dir="auto">a<b>\u202E\u202C</b>b</p>',
  ],
  ['half a character is replaced', 'a\uD800', 'a\uFFFD'],
])('%s', async (_, html, expected) => {
  expect(await safe(html)).toBe(expected);
});

test('what was typed into a terminal is told from what it printed', async () => {
  const html = await safe('<div class="highlight highlight-text-shell-session"><pre>$ df -i\nFilesystem</pre></div>');
  expect(html).toContain('<figure class="terminal">');
  expect(html).toContain('<span class="prompt">$ </span>');
  expect(html).toContain('<span class="output">Filesystem</span>');
});

test.each([
  ['source-json-comments', 'jsonc'],
  ['text-html-basic', 'html'],
  ['source-css-scss', 'scss'],
  ['source-c++', 'c++'],
  ['text-html-erb', 'erb'],
  ['source-batchfile', 'bat'],
])("GitHub's scope %s is our language %s", async (scope, language) => {
  const html = await safe(`<div class="highlight highlight-${scope}"><pre>x</pre></div>`);
  expect(html).toContain(`<code class="language-${language}">`);
});

test('a long log keeps its text and costs no colours', async () => {
  const log = 'docker info | grep "Storage Driver"\n'.repeat(1000);
  const html = await safe(`<div class="highlight highlight-source-shell"><pre>${log}</pre></div>`);
  expect(html).not.toContain('class="t-');
  expect(html.split('class="line"').length - 1).toBe(1000);
});

test('a suggested change and a diagram say what they are', async () => {
  const cell = (kind: string, text: string): string =>
    `<tr><td class="blob-code-inner blob-code-${kind}">${text}</td></tr>`;
  const change = await safe(`<table>${cell('deletion', 'vfs')}${cell('addition', 'overlay2')}</table>`);
  expect(change).toContain('<figcaption>Suggested change</figcaption>');
  expect(change).toContain('<span class="t-d">- vfs</span>');
  expect(change).toContain('<span class="t-i">+ overlay2</span>');
  const diagram = await safe('<section data-type="mermaid"><pre lang="mermaid">graph TD;A--&gt;B</pre></section>');
  expect(diagram).toContain('<figcaption>Diagram, as Mermaid code</figcaption>');
});

test('headings begin under the remark and skip no level', async () => {
  expect(await safe('<h1>a</h1><h4>b</h4><h4>c</h4><h2>d</h2><h1>e</h1><h3></h3>')).toBe(
    '<h4 dir="auto">a</h4><h5 dir="auto">b</h5><h5 dir="auto">c</h5><h5 dir="auto">d</h5><h4 dir="auto">e</h4>',
  );
});

test('headings of a reply stand one lower, and none under six', async () => {
  const html = await sanitiseBody('<h1>a</h1><h2>b</h2><h3>c</h3>', { idPrefix: '', url, headingLevel: 5 });
  expect(html).toBe('<h5 dir="auto">a</h5><h6 dir="auto">b</h6><h6 dir="auto">c</h6>');
});

test('footnotes lead to each other inside the remark', async () => {
  const html = await safe(
    '<a href="#user-content-fn-1" id="user-content-fnref-1">1</a><p id="user-content-fn-1">a <a href="#user-content-fnref-1" data-footnote-backref>↩</a></p>',
  );
  expect(html).toContain(`<a id="c7-fnref-1" href="#c7-fn-1" ${rel}>1</a>`);
  expect(html).toContain(`<a aria-label="Back to the text" href="#c7-fnref-1" ${rel}>↩</a>`);
});

test('elements that nest beyond measure are cut off, and the remark says so', async () => {
  const html = await safe('<div>'.repeat(3000) + 'deep' + '</div>'.repeat(3000) + '<p>after</p>');
  expect(html).toMatch(/deep.*<p dir="auto">after<\/p><p class="quiet">This remark is nested very deeply\./);
  expect(html.split('<div').length - 1).toBe(200);
});

test('a tree that is deeper than its source shows becomes plain words', async () => {
  expect(await safe('<svg><style>' + '<g>'.repeat(20_000) + 'words')).toBe(
    '<p dir="auto">words</p><p class="quiet">This remark is shown without its formatting.</p>',
  );
});

test('an element with a thousand attributes keeps none of them', async () => {
  expect(await safe(`<p ${Array.from({ length: 1000 }, (_, n) => `a${String(n)}=1`).join(' ')}>a</p>`)).toBe(
    '<p dir="auto">a</p>',
  );
});
