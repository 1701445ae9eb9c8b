import { expect, test } from 'vitest';
import { feedHtml } from './feed-html.node.ts';

const page = 'https://example.org/docs/posts/mind/';

test('addresses become absolute, those of the page itself too', () => {
  expect(feedHtml('<p><a href="/docs/drivers/">d</a> <a href="#fn">1</a></p>', page)).toBe(
    '<p><a href="https://example.org/docs/drivers/">d</a> <a href="https://example.org/docs/posts/mind/#fn">1</a></p>',
  );
});

test('script, style and controls are gone, and what only our style needs leaves its text', () => {
  const html =
    '<style>p{}</style><script>x</script><driver-compare><p class="c"><label><input type="checkbox"> Differences</label></p>' +
    '<div role="region" tabindex="0"><table><tr><th scope="row">Kind</th><td>union</td></tr></table></div></driver-compare>';
  expect(feedHtml(html, page)).toBe(
    '<p></p><table><tbody><tr><th scope="row">Kind</th><td>union</td></tr></tbody></table>',
  );
});

test('a terminal block is a plain block of code with its prompt', () => {
  const html =
    '<figure class="terminal"><pre tabindex="0"><code><span class="line"><span class="prompt">$ </span><span class="command">docker info</span></span>\n</code></pre></figure>';
  expect(feedHtml(html, page)).toBe('<pre><code>$ docker info\n</code></pre>');
});

test('a note in a cell has a line of its own', () => {
  expect(feedHtml('<table><tbody><tr><th>Size <small>How large?</small></th></tr></tbody></table>', page)).toBe(
    '<table><tbody><tr><th>Size <small><br>How large?</small></th></tr></tbody></table>',
  );
});

test('an address that is none does not stop the feed', () => {
  expect(feedHtml('<a href="http://[">x</a>', page)).toBe('<a>x</a>');
});

test('a box of a note is a quote, its title and a caption stand out, and links side by side are apart', () => {
  const html =
    '<div class="note note-warning" role="note"><p class="note-title">Warning</p><p>Text</p></div>' +
    '<figure><figcaption>On the host</figcaption><pre>df</pre></figure><p><a href="https://a.example/">1</a><a href="https://b.example/">2</a></p>';
  expect(feedHtml(html, page)).toBe(
    '<blockquote><p><strong>Warning</strong></p><p>Text</p></blockquote><p><em>On the host</em></p><pre>df</pre>' +
      '<p><a href="https://a.example/">1</a> <a href="https://b.example/">2</a></p>',
  );
});

test('a film keeps its files and a picture only its image', () => {
  const html =
    '<video controls poster="/a.png"><source src="a.webm" type="video/webm"><track src="/a.vtt" kind="captions" srclang="en"></video>' +
    '<picture><source srcset="/b.avif"><img src="/b.png" alt="B" loading="lazy"></picture>';
  expect(feedHtml(html, page)).toBe(
    '<video controls poster="https://example.org/a.png"><source src="https://example.org/docs/posts/mind/a.webm" type="video/webm">' +
      '<track src="https://example.org/a.vtt" kind="captions" srclang="en"></video><img src="https://example.org/b.png" alt="B">',
  );
});

test('lists go on with their numbers, words keep their language, and what was open stays open', () => {
  const html =
    '<ol start="3"><li value="5">a</li></ol><p>A <span class="x" lang="de">Schicht</span></p><details open><summary>S</summary></details>';
  expect(feedHtml(html, page)).toBe(html.replace(' class="x"', ''));
});

test('a list of tasks keeps its words, and says which are done', () => {
  const task = (done: string, words: string): string =>
    `<li class="task-list-item"><label><input type="checkbox" ${done} disabled> ${words}</label></li>`;
  expect(feedHtml(`<ul>${task('checked', 'Back up')}${task('', 'Stop <code>docker</code>')}</ul>`, page)).toBe(
    '<ul><li>☑ Back up</li><li>☐ Stop <code>docker</code></li></ul>',
  );
});
