import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { BuiltSite, attribute, elementsOf, hasClass, textOf } from '../built-site.ts';

const site = new BuiltSite();
const renderer = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw);
const views = site.pages().flatMap(({ path, html }) => {
  const [link] = elementsOf(html, (element) => attribute(element, 'type') === 'text/markdown');
  return link === undefined ? [] : [{ path, html, address: String(attribute(link, 'href')) }];
});

/** The elements that a Markdown program makes of a view, without its front matter. */
function rendered(markdown: string): Root {
  return renderer.runSync(renderer.parse(markdown.replace(/^---\n.*?\n---\n/s, '')));
}

/** What only the page needs; what is not printed is not in the view either. */
function isForThePageOnly(element: Element): boolean {
  return (
    'button dialog input label legend noscript script select style svg template textarea'
      .split(' ')
      .includes(element.tagName) ||
    attribute(element, 'role') === 'status' ||
    attribute(element, 'ariaHidden') === 'true' ||
    element.properties['hidden'] === true ||
    element.properties['dataFootnoteBackref'] !== undefined ||
    hasClass(element, 'no-print') ||
    hasClass(element, 'data-footnote-backref')
  );
}

/** Elements that may begin or end in the middle of a word. */
const withinWords = new Set('b code em i mark span strong sub sup var'.split(' '));

/** The letters and digits of an element, sorted by word: notes stand elsewhere in a view, and blanks fall differently. */
function words(root: Element | Root): string[] {
  const texts: string[] = [];
  const collect = (node: Element | Root): void => {
    // A link to an error's page may end in the middle of a word of code.
    if (node.type === 'element' && node.tagName === 'pre') {
      texts.push(textOf(node), ' ');
      return;
    }
    for (const child of node.children) {
      if (child.type === 'text') texts.push(child.value);
      // The words of a task stand in the label of its box.
      const isTask = node.type === 'element' && hasClass(node, 'task-list-item');
      if (child.type === 'element' && (isTask || !isForThePageOnly(child))) collect(child);
    }
    if (node.type === 'root' || !withinWords.has(node.tagName)) texts.push(' ');
  };
  collect(root);
  return (texts.join('').match(/[\p{L}\p{N}]+/gu) ?? []).toSorted();
}

test('every page with an address names its Markdown, and the sitemap leads to none of it', () => {
  const named = site.pages().filter(({ html }) => html.includes('<link rel="canonical"'));
  expect(views.map(({ path }) => path)).toEqual(named.map(({ path }) => path));
  expect(site.sitemap().filter((url) => url.endsWith('.md'))).toEqual([]);
});

describe.each(views)('the Markdown of $path', ({ path, html, address }) => {
  const markdown = site.text(address.slice(1));

  test('has the words of the page, comments included', () => {
    const [main] = elementsOf(html, ({ tagName }) => tagName === 'main');
    if (main === undefined) throw new Error(`${path} has no main.`);
    // The headings of notes come from the program that shows them.
    const headings = /^(?:footnotes?|note|tip|important|warning|caution)$/i;
    const found = words(rendered(markdown)).filter((word) => !headings.test(word));
    expect(found).toEqual(words(main).filter((word) => !headings.test(word)));
  });

  test('has absolute addresses only', () => {
    const addresses = elementsOf(rendered(markdown)).flatMap((element) =>
      ['href', 'src'].flatMap((name) => attribute(element, name) ?? []),
    );
    // What begins with # leads to a note of the same text.
    expect(addresses.filter((url) => !/^(?:https?:|mailto:|#user-content-fn)/.test(url))).toEqual([]);
  });

  test('is on the page as a link that works without script, unless the page is a mere list', () => {
    const links = elementsOf(html, ({ tagName }) => tagName === 'copy-markdown').flatMap((element) =>
      elementsOf(element, ({ tagName }) => tagName === 'a'),
    );
    const isText = /^\/(?:posts|docs|errors|drivers)\/(?!choose\/)[^/]+\/$/.test(path);
    expect(links.map((link) => attribute(link, 'href'))).toEqual(isText ? [address] : []);
  });
});

test('tables, boxes, notes and terminals are what programs know them as', () => {
  const markdown = site.text('posts/mind-the-storage-driver.md');
  expect(markdown).toMatch(/^\| Fact \| \[Docker aufs\]\(https:/m);
  expect(markdown).toMatch(/^```console\n\$ sudo docker\.io info\nContainers: 0\n/m);
  expect(markdown).toMatch(/\.\[\^post\]/);
  expect(markdown).toMatch(/^\[\^post\]: /m);
  expect(markdown).toMatch(/^## Discussion\n[\s\S]*^### octocat$/m);
  expect(site.text('errors/no-space-left-on-device.md')).toMatch(/^> \[!WARNING\]\n> /m);
});

test('the list for programs leads to every article, guide, error and driver, and the whole text has them all', () => {
  const list = site.text('llms.txt');
  const whole = site.text('llms-full.txt');
  const addresses = [...list.matchAll(/^- \[.*?\]\((\S+)\): \S/gm)].map(([, url]) => new URL(String(url)).pathname);
  const texts = views.filter(({ html }) => html.includes('<copy-markdown'));
  expect(addresses.toSorted()).toEqual(texts.map(({ address }) => address).toSorted());
  expect(whole.match(/^url: /gm)).toHaveLength(texts.length);
});
