import fc from 'fast-check';
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { attacks } from '../../tests/fixtures/threads.ts';
import { patience, tried } from '../../tests/fixtures/tried.ts';
import { readJson } from '../content-check/yaml.node.ts';
import { sanitiseBody } from './sanitise.node.ts';
import { discussionSchema } from './schema.ts';
import type { ThreadRemark } from './thread.ts';
import { renderThread } from './thread.node.ts';

const url = 'https://github.com/octo-org/driver-notes/discussions/42#discussioncomment-7';
const parser = unified().use(rehypeParse);

const name = fc.constantFrom(
  ...'a b p li ul ol table tr td th tbody caption template svg math mi mtext mglyph style script title textarea noscript'.split(
    ' ',
  ),
  ...'iframe form input button select option plaintext xmp listing frameset html body head base details summary x-y pre code'.split(
    ' ',
  ),
  ...'foreignObject desc annotation-xml img object embed link meta isindex image h1 nobr'.split(' '),
);
const value = fc.oneof(
  fc.constantFrom(
    'javascript:a()',
    'java\tscript:a()',
    'data:text/html,a',
    '//x',
    '#user-content-a',
    'a()',
    'x" onload=a()',
    '\0',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const attribute = fc
  .tuple(
    fc.constantFrom(
      ...'href src id name class style onclick onerror srcdoc xlink:href is slot tabindex dir lang'.split(' '),
    ),
    value,
  )
  .map(([key, text]) => ` ${key}="${text}"`);
const piece = fc.oneof(
  fc.tuple(name, fc.array(attribute, { maxLength: 3 })).map(([tag, attributes]) => `<${tag}${attributes.join('')}>`),
  name.map((tag) => `</${tag}>`),
  fc.constantFrom(
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<!doctype html>',
    '<',
    '</',
    '&lt;script>',
    '&#x3c;',
    '"',
    "'",
    '\0',
  ),
  fc.constantFrom(...Object.values(attacks).filter((attack) => attack.length < 2000)),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const html = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

const harmful =
  /^(?:script|style|iframe|form|input|button|select|textarea|object|embed|link|meta|base|img|svg|math|template|title|noscript|plaintext|xmp|html|head|body)$/;

/** What in a page with `inside` in a box would run, load, or reach out of the box; nothing if it is harmless. */
function harm(inside: string, prefix = 'c7-'): string[] {
  const tree: Root = parser.parse(`<!doctype html><title>a</title><div id="box">${inside}</div><p id="after">z</p>`);
  const found: string[] = [];
  const boxes: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element.properties['id'] === 'box') boxes.push(element);
  });
  const [box] = boxes;
  if (box === undefined) return ['no box'];
  visit(box, 'element', (element) => {
    const { tagName, properties } = element;
    if (element === box) return;
    if (harmful.test(tagName)) found.push(`<${tagName}>`);
    if (properties['id'] === 'after') found.push('the page around is inside');
    for (const [key, text] of Object.entries(properties)) {
      if (/^on|^style$|^src|^name$|^is$|^slot$/i.test(key)) found.push(key);
      if (key === 'id' && !String(text).startsWith(prefix)) found.push(`id ${String(text)}`);
      const isOurs = String(text).startsWith(`#${prefix}`) || /^https?:\/\//.test(String(text));
      if (key === 'href' && !isOurs) found.push(`href ${String(text)}`);
    }
  });
  const orders: string[] = [];
  visit(tree, 'element', ({ children }) => {
    orders.push(children.map((child) => (child.type === 'element' ? String(child.properties['id']) : '')).join());
  });
  return orders.includes('box,after') ? found : [...found, 'the page behind is not where it was'];
}

test('the look for harm finds it', () => {
  expect(harm('<p>a <a href="https://a.example/">b</a>')).toEqual([]);
  expect(harm('</div><script>a()</script>')).toContain('the page behind is not where it was');
  expect(harm('<b onclick="a()"><img src="x">')).toEqual(['onClick', '<img>', 'src']);
});

test('whatever a remark is made of, nothing in it runs, loads or reaches beyond it', patience, async () => {
  await fc.assert(
    fc.asyncProperty(html, async (body) => {
      expect(harm(await sanitiseBody(body, { idPrefix: 'c7-', url }))).toEqual([]);
    }),
    tried(300),
  );
});

const person = fc.oneof(
  fc.record({
    kind: fc.constant('account'),
    login: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    url: fc.constantFrom('https://github.com/a', 'https://a.example/"onload="b'),
  }),
  fc.constant({ kind: 'deleted' }),
);
const day = fc.constant('2025-03-03T08:07:00Z');
const remark = fc.record({
  id: fc.string({ minLength: 1, maxLength: 6 }),
  url: fc.constantFrom(url, 'https://example.org/', 'https://github.com/a/b/discussions/1#"onload="a()'),
  author: person,
  createdAt: day,
  state: fc.constantFrom({ kind: 'shown' }, { kind: 'deleted' }, { kind: 'minimised', reason: '<b>' }),
  body: html,
});
const snapshot = fc.record({
  number: fc.constant(42),
  url: fc.constant(url),
  title: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  repository: fc.constant('octo-org/driver-notes'),
  category: fc.string({ minLength: 1, maxLength: 10 }),
  author: person,
  createdAt: day,
  body: html,
  locked: fc.boolean(),
  comments: fc.array(
    fc.tuple(remark, fc.array(remark, { maxLength: 2 })).map(([comment, replies]) => ({ ...comment, replies })),
    { maxLength: 3 },
  ),
  snapshotAt: day,
});

test('a snapshot is refused with its faults, or shown without harm', patience, async () => {
  await fc.assert(
    fc.asyncProperty(snapshot, fc.jsonValue(), fc.nat(40), async (whole, other, at) => {
      const keys = Object.keys(whole);
      const spoilt = { ...whole, ...(at < keys.length ? { [keys[at] ?? '']: other } : {}) };
      const { data } = readJson(JSON.stringify(spoilt));
      const result = discussionSchema.safeParse(data.value);
      if (!result.success) {
        expect(result.error.issues.length).toBeGreaterThan(0);
        return;
      }
      const thread = await renderThread(result.data);
      const shown: ThreadRemark[] = thread.comments.flatMap((comment) => [comment, ...comment.replies]);
      if (thread.question !== undefined) shown.push(thread.question);
      for (const { content, anchor } of shown) {
        if ('html' in content) expect(harm(content.html, `${anchor}-`)).toEqual([]);
      }
    }),
    tried(60),
  );
});
