import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { sanitiseBody } from '../../src/discussions/sanitise.node.ts';
import { sharedFile } from './shared-folder.ts';

interface Node {
  databaseId: number;
  url: string;
  bodyHTML: string;
}
interface Expected {
  id: string;
  comment: number;
  mustNot: string[];
  text: string[];
}

const found = sharedFile('inputs/discussions/106-hostile.json', 'the hostile, huge, right-to-left and rich threads');

describe.skipIf(found === undefined)('threads as GitHub delivers them', () => {
  if (found === undefined) return;
  const folder = dirname(found);
  const expected = read('106-hostile.expected.json') as Expected[];
  const hostile = bodies('106-hostile.json');

  function read(name: string): unknown {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  }

  /** The question and all comments of a recorded answer of the API, by number. */
  function bodies(name: string): Map<number, Node> {
    const { data } = read(name) as { data: { repository: { discussion: Node & { comments: { nodes: Node[] } } } } };
    const { discussion } = data.repository;
    return new Map([discussion, ...discussion.comments.nodes].map((node) => [node.databaseId, node]));
  }

  async function safe({ bodyHTML, databaseId, url }: Node): Promise<string> {
    return sanitiseBody(bodyHTML, { idPrefix: `comment-${String(databaseId)}-`, url });
  }

  async function body(name: string, databaseId: number): Promise<string> {
    const node = bodies(name).get(databaseId);
    if (node === undefined) throw new Error(`${name} has no comment ${String(databaseId)}.`);
    return safe(node);
  }

  test('every comment of the hostile thread has its rules', async () => {
    expect(expected.map(({ comment }) => comment)).toEqual([...hostile.keys()].slice(1));
  });

  test.each(expected)('nothing of the attack $id is left, and its words are', async ({ comment, mustNot, text }) => {
    const node = hostile.get(comment);
    if (node === undefined) throw new Error(`There is no comment ${String(comment)}.`);
    const html = await safe(node);
    const tree = parse(html);
    expect(mustNot.filter((rule) => breaks(tree, rule))).toEqual([]);
    expect(wordsInOrder(toString(tree), text)).toEqual(text);
    for (const { properties } of elements(tree))
      expect(allowedNames).toEqual(expect.arrayContaining(Object.keys(properties)));
  });

  test.each(expected)('the comment with the attack $id ends where it ends', async ({ comment }) => {
    const node = hostile.get(comment);
    if (node === undefined) throw new Error(`There is no comment ${String(comment)}.`);
    const page = `<ol><li><article><div>${await safe(node)}</div><p id="end">end</p></article></li></ol><p id="after">after</p>`;
    const tree = parse(page);
    expect(pathTo(tree, 'end')).toEqual(['ol', 'li', 'article', 'p']);
    expect(pathTo(tree, 'after')).toEqual(['p']);
  });

  test('the checks find what they look for in the comments as they came', async () => {
    const broken = expected.filter(({ comment, mustNot }) => {
      const tree = parse(hostile.get(comment)?.bodyHTML ?? '');
      return mustNot.some((rule) => breaks(tree, rule));
    });
    const harmless = expected.filter(({ mustNot }) => mustNot.length === 0);
    // Ten kinds of markup are taken apart by the parser already, or stand where parsed elements don't show them.
    expect(broken.length).toBeGreaterThan(expected.length - harmless.length - 10);
  });

  test('a link that is relative on GitHub leads to GitHub, and one without scheme to https', async () => {
    const links = elements(parse(await body('106-hostile.json', 5322))).filter(({ tagName }) => tagName === 'a');
    expect(links.map(({ properties }) => properties['href'])).toEqual([
      'https://github.com/admin',
      'https://evil.example/',
    ]);
  });

  test('every link to elsewhere tells search engines that a visitor wrote it', async () => {
    for (const node of hostile.values()) {
      for (const { tagName, properties } of elements(parse(await safe(node)))) {
        if (tagName === 'a') expect(properties['rel']).toEqual(['ugc', 'nofollow', 'noopener']);
      }
    }
  });

  test('3,000 elements in each other are shown as far as they go, and the page says so', async () => {
    expect(toString(parse(await body('106-hostile.json', 5369)))).toMatch(/deep.*after deep.*nested very deeply/s);
  });

  test('a huge body is all there: its log, its table, its long word and its quotes', async () => {
    const node = bodies('107-huge-body.json').get(7000107);
    if (node === undefined) throw new Error('The huge body is gone.');
    const before = parse(node.bodyHTML);
    const after = parse(await safe(node));
    const count = (tree: Root, name: string): number => elements(tree).filter(({ tagName }) => tagName === name).length;
    expect(toString(after).replace(/\s+/g, '')).toBe(toString(before).replace(/\s+/g, ''));
    for (const name of ['details', 'tr', 'td', 'th', 'blockquote', 'pre']) {
      expect([name, count(after, name)]).toEqual([name, count(before, name)]);
    }
    expect(pathTo(after, undefined, 'pre')).toContain('details');
    expect(boxOf(after, 'table')).toMatchObject({ className: ['table-scroll'], tabIndex: 0 });
  });

  test('every block of a thread from right to left finds its own direction', async () => {
    for (const node of bodies('108-rtl.json').values()) {
      for (const { tagName, properties } of elements(parse(await safe(node)))) {
        if (tagName === 'p') expect(properties['dir']).toBe('auto');
      }
    }
  });

  test('a control that turns the writing ends with the words it stands in', async () => {
    expect(toString(parse(await body('108-rtl.json', 5374)))).toContain(
      'user\u202Etxt.exe and \u2066isolate\u2069 and \u200Fmark\u202C',
    );
  });

  test('letters, marks and emoji of every script stay as they were written', async () => {
    for (const id of [7000108, 5372, 5373, 5375]) {
      const node = bodies('108-rtl.json').get(id);
      if (node === undefined) throw new Error(`There is no comment ${String(id)}.`);
      expect(toString(parse(await safe(node)))).toBe(toString(parse(node.bodyHTML)));
    }
  });

  describe('a body with everything that GitHub renders', async () => {
    const html = await body('109-rich.json', 7000109);
    const tree = parse(html);
    const words = toString(tree);

    test('lowers its headings without leaving a level out', async () => {
      const headings = elements(tree).filter(({ tagName }) => /^h[1-6]$/.test(tagName));
      expect(headings.map((heading) => [heading.tagName, toString(heading)])).toEqual([
        ['h4', 'A heading of level one'],
        ['h5', 'Then three'],
        ['h5', 'Footnotes'],
      ]);
    });

    test('shows tasks as a list with signs', async () => {
      const items = elements(tree).filter(({ tagName }) => tagName === 'li');
      expect(items.slice(0, 2).map((item) => toString(item))).toEqual(['☑ done', '☐ open']);
    });

    test('keeps mentions, issues, commits and teams as links', async () => {
      const links = new Map(linksOf(tree));
      expect(links.get('@octocat')).toBe('https://github.com/octocat');
      expect(links.get('#12')).toBe('https://github.com/octo-org/driver-notes/issues/12');
      expect(links.get('@octo-org/storage')).toBe('https://github.com/octo-org');
      expect(html).not.toMatch(/hovercard|data-/);
    });

    test('turns an alert into our note', async () => {
      expect(elements(tree).find(({ properties }) => properties['role'] === 'note')?.properties['className']).toEqual([
        'note',
        'note-warning',
      ]);
      expect(words).toContain('Changing the driver hides the images.');
    });

    test('turns images and videos into links, and never keeps a signed address', async () => {
      const links = new Map(linksOf(tree));
      expect(links.get('image: a chart')).toBe('https://img.example/chart.png');
      expect(links.get('image')).toBe('https://github.com/octo-org/driver-notes/discussions/109');
      expect(links.get('image: themed')).toBe('https://img.example/l.png');
      expect(links.get('video')).toBe('https://user-images.githubusercontent.com/1/2.mp4');
      expect(html).not.toMatch(/jwt|<img|<video|camo/);
    });

    test('shows diagrams, suggestions, quoted files and maths as code', async () => {
      const blocks = elements(tree).filter(({ tagName }) => tagName === 'pre');
      expect(blocks.map((block) => toString(block))).toEqual([
        '- vfs\n+ overlay2\n',
        'graph TD;A-->B\n',
        ' func open() { \n',
      ]);
      expect(html).toContain('<code>$a&#x3C;b$</code>');
      expect(html).toContain('<code>#0969DA</code>');
    });

    test('leads from a footnote to its note and back, inside the remark', async () => {
      const ids = elements(tree).map(({ properties }) => properties['id']);
      for (const [name, href] of linksOf(tree).filter(([, address]) => address.startsWith('#'))) {
        expect([name, ids]).toEqual([name, expect.arrayContaining([href.slice(1)])]);
        expect(href).toMatch(/^#comment-7000109-fn/);
      }
    });
  });

  test('quoted mail is dropped with the addresses in it', async () => {
    expect(toString(parse(await body('109-rich.json', 5376)))).toBe('Sent from a mail program');
  });

  test('quotes, numbered lists and tables keep their shape', async () => {
    const tree = parse(await body('109-rich.json', 5377));
    expect(pathTo(tree, undefined, 'blockquote', 'twice')).toEqual(['blockquote', 'blockquote']);
    expect(elements(tree).find(({ tagName }) => tagName === 'ol')?.properties['start']).toBe(4);
    expect(boxOf(tree, 'table')).toMatchObject({ className: ['table-scroll'] });
  });
});

/** Everything that an element of a remark may carry. */
const allowedNames =
  'align ariaLabel className colSpan dir href id open rel reversed role rowSpan scope start tabIndex value'.split(' ');

function parse(html: string): Root {
  return unified().use(rehypeParse, { fragment: true }).parse(html);
}

function elements(tree: Root): Element[] {
  const all: Element[] = [];
  visit(tree, 'element', (element) => void all.push(element));
  return all;
}

function linksOf(tree: Root): [text: string, href: string][] {
  return elements(tree)
    .filter(({ tagName }) => tagName === 'a')
    .map((link) => [toString(link), String(link.properties['href'])]);
}

/** Names of the elements around the first one with this id, or of this name and text, and its own. */
function pathTo(tree: Root, id: string | undefined, name?: string, text?: string): string[] {
  const search = (parent: Root | Element, path: string[]): string[] | undefined => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const here = [...path, child.tagName];
      if (id !== undefined && child.properties['id'] === id) return here;
      if (id === undefined && child.tagName === name && (text === undefined || toString(child) === text)) return here;
      const deeper = search(child, here);
      if (deeper !== undefined) return deeper;
    }
    return undefined;
  };
  return search(tree, []) ?? [];
}

function boxOf(tree: Root, name: string): Element['properties'] | undefined {
  return elements(tree).find(({ children }) =>
    children.some((child) => child.type === 'element' && child.tagName === name),
  )?.properties;
}

/** The words that are found one after the other; all of them if nothing is missing. */
function wordsInOrder(text: string, words: readonly string[]): string[] {
  let at = 0;
  return words.filter((word) => {
    const place = text.indexOf(word, at);
    if (place !== -1) at = place + word.length;
    return place !== -1;
  });
}

/** Whether the parsed comment breaks a rule such as `el:script`; the README of the shared threads explains the kinds. */
function breaks(tree: Root, rule: string): boolean {
  const kind = rule.slice(0, rule.indexOf(':'));
  const value = rule.slice(rule.indexOf(':') + 1);
  const all = elements(tree);
  const attributes = all.flatMap(({ tagName, properties }) =>
    Object.entries(properties).map(([name, content]) => ({ tagName, name, content: String(content) })),
  );
  const lower = (name: string): string => name.toLowerCase().replace(/[^a-z0-9:@*]/g, '');
  switch (kind) {
    case 'el':
      return all.some(({ tagName }) => tagName === value);
    case 'attr':
      return attributes.some(({ name }) => (value === 'on*' ? /^on/i.test(name) : lower(name) === lower(value)));
    case 'scheme':
      // Browsers leave out blanks and controls before they read the scheme.
      return attributes.some(({ content }) =>
        content
          .replace(/[\0-\x20]/g, '')
          .toLowerCase()
          .startsWith(`${value}:`),
      );
    case 'id':
      return attributes.some(({ name, content }) => name === 'id' && content === value);
    case 'class':
      return all.some(({ properties }) => [properties['className']].flat().includes(value));
    case 'net':
      return (
        attributes.some(
          ({ tagName, name, content }) => content.includes(value) && !(tagName === 'a' && name === 'href'), // a link loads nothing by itself
        ) || all.some((element) => element.tagName === 'style' && toString(element).includes(value))
      );
    case 'text':
      return toString(tree).includes(value);
    default:
      throw new Error(`The rule ${rule} is of a kind that this test does not know.`);
  }
}
