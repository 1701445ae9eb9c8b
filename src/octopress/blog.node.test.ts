import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importBlog } from './blog.node.ts';
import type { ImportedBlog } from './blog.node.ts';
import type { BlogKind } from './engines.ts';
import { readThreads } from './disqus.node.ts';
import { emptySite } from './present-site.ts';
import { SourceTree } from './source-tree.node.ts';
import { OldBlog, converted, said, textOf } from '../../tests/fixtures/old-blog.ts';

const fixture = resolve('tests/fixtures/octopress/blog');
let old = new OldBlog();
let { folder } = old;

beforeEach(() => {
  old = new OldBlog();
  ({ folder } = old);
});
afterEach(() => old.remove());

function add(path: string, text: string | Buffer): void {
  old.add(path, text);
}

function imported(root = folder, kind: 'octopress' | 'jekyll' = 'octopress'): ImportedBlog {
  return importBlog(SourceTree.open(root), { kind, origin: 'https://new.example', out: 'content/posts' });
}

/** Runs something as a user for whom files can be closed, which they are not for the one who owns the machine. */
function asNobody<Result>(work: () => Result): Result {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

function bodyOf(text: string): string {
  return converted(text).body;
}

describe('a whole blog', () => {
  const blog = imported(fixture);
  const first = textOf(blog, 'content/posts/mind-the-layers.mdx');
  const second = textOf(blog, 'content/posts/second-post.md');

  test('keeps title, date with the site’s zone, tags, description and old address', () => {
    expect(first).toContain('title: Mind the layers & the pool\n');
    expect(first).toContain('date: 2014-07-24T14:30:00+02:00\n');
    expect(first).toContain('tags:\n  - Docker\n  - C++\n');
    expect(first).toContain('description: A pool that is full looks like a full disk.\n');
    expect(first).toContain('aliases:\n  - /blog/2014/07/24/mind-the-layers/\n');
    expect(first).toContain(
      'legacy:\n  comments: true\n  footer: false\n  disqus: http://blog.example.org/blog/2014/07/24/mind-the-layers/\n',
    );
  });

  test('keeps code with its title, its link and its braces', () => {
    expect(first).toContain(
      '```sh title="Look at the pool" link="https://example.org/pool.sh" link-text="the script"\ndocker info | grep {{ pool }}\n```',
    );
    expect(first).toContain('```ruby\nputs "{{ not liquid }}"\n```');
    expect(first).toContain(
      '```sh title="Check (check.sh)" link="/downloads/code/check.sh" link-text="download"\n#!/bin/sh\ndf -i\n```',
    );
  });

  test('keeps pictures that are there, with size and words, and puts a stand-in for the others', () => {
    expect(first).toContain(
      '<img src="/images/pool.png" alt="A pool with three blocks" title="The pool" width="300" height="200" class="left" />',
    );
    expect(first).toContain('[![gone.png](/picture-elsewhere.svg)](http://blog.example.org/images/gone.png)');
    expect(blog.files.map(({ path }) => path)).toContain('public/images/pool.png');
  });

  test('keeps quotes with their source and marks pulled words where they stand', () => {
    expect(first).toContain('<Quote author="A. Reader" title="Letters">\n\nTwo lines  \nof a letter.\n\n</Quote>');
    expect(first).toContain('Some words, <Pulled>and these stand out</Pulled>, and more.');
  });

  test('leads links to the new addresses, and those to a lost heading to its page', () => {
    expect(first).toContain('[the other post](/posts/second-post/), [about](/docs/about/)');
    expect(first).toContain('[the feed](/atom.xml)');
    expect(second).toContain('[Back](/posts/mind-the-layers/)');
  });

  test('escapes braces and angles in .mdx only where they would be read as a program', () => {
    expect(first).toContain('A \\{ brace }, a <b>tag</b> and 3 < 4.');
  });

  test('leaves what nobody knows in a marked block', () => {
    expect(first).toContain(
      '> [!WARNING]\n> Part of the old post that could not be carried over: nobody knows the tag nobody_knows.',
    );
    expect(first).toContain('> {% nobody_knows this %}');
  });

  test('mends front matter that Jekyll could not read, and keeps a link to a page elsewhere', () => {
    expect(second).toContain('title: "Second: with a colon"\n');
    expect(second).toContain('external: https://example.org/article/\n');
    expect(second).toContain('wordpress_id: 12');
  });

  test('turns the extras of kramdown into Markdown of this site', () => {
    expect(second).toContain('# No blank before\n');
    expect(second).toContain('## A heading [#own-id]\n');
    expect(second).not.toContain('toc');
    expect(second).toContain('<dl>\n<dt>\n\nTerm\n\n</dt>\n<dd>\n\nIts meaning\n\n</dd>\n</dl>');
    expect(second).toContain('The <abbr title="Application Programming Interface">API</abbr> word[^1].');
    expect(second).toContain('| | |\n|---|---|\n| a | b |');
  });

  test('makes drafts of drafts and guides of pages, with what Liquid knows put in', () => {
    expect(textOf(blog, 'content/posts/not-yet.md')).toContain('draft: true\n');
    const about = textOf(blog, 'content/docs/about.md');
    expect(about).toContain('aliases:\n  - /about/\n');
    expect(about).toContain('This is A. Writer of Notes on layers. `{{ site.unknown_key }}`');
    expect(about).toContain('A note for you.');
  });

  test('leaves the old addresses of a blog that came before', () => {
    const redirects = { '/other/': '/tags/docker/', '/blog/categories/docker/': '/tags/elsewhere/' };
    const again = importBlog(SourceTree.open(fixture), {
      kind: 'octopress',
      origin: 'https://new.example',
      out: 'content/posts',
      present: { ...emptySite, redirects },
    });
    const text = String(again.files.find(({ path }) => path === 'content/redirects.yaml')?.bytes);
    expect(text).toContain('\n/other/: /tags/docker/\n');
    expect(text).toContain('\n/blog/categories/docker/: /tags/docker/\n');
  });

  test('leads old categories to tags and their feeds to those of the tags', () => {
    const redirects = textOf(blog, 'content/redirects.yaml');
    expect(redirects).toContain('/blog/categories/c-plus-plus/: /tags/c-plus-plus/\n');
    expect(redirects).toContain('/blog/categories/docker/atom.xml: /tags/docker/atom.xml\n');
    expect(redirects).toContain('/blog/archives/: /posts/\n');
  });

  test('names the place of each construct and what needs somebody', () => {
    const report = said(blog);
    expect(report).toContain(
      '  source/_posts/2014-07-24-mind-the-layers.markdown:14:1  {% codeblock %}  code: sh, title, link',
    );
    expect(report).toContain(
      '! source/_posts/2014-07-24-mind-the-layers.markdown:39:1  {% nobody_knows %}  marked block',
    );
    expect(report).toContain('  source/_posts/2014-08-01-second-post.markdown:15:1  {:toc}  nothing');
  });

  test('takes comments of Disqus along, without spam', () => {
    const threads = readThreads(join(fixture, 'disqus.xml'), 'owner/name');
    if (threads.kind === 'failed') throw new Error(threads.reason);
    const withThreads = importBlog(SourceTree.open(fixture), {
      kind: 'octopress',
      origin: 'https://new.example',
      out: 'content/posts',
      threads,
    });
    expect(textOf(withThreads, 'content/posts/mind-the-layers.mdx')).toContain('discussion: 77\n');
    const thread = JSON.parse(textOf(withThreads, 'content/discussions/77.json')) as {
      comments: { author: unknown; replies: unknown[] }[];
    };
    expect(thread.comments).toHaveLength(1);
    expect(thread.comments[0]).toMatchObject({
      author: { kind: 'named', name: 'Reader One' },
      replies: [{ author: { name: 'Reader Two' } }],
    });
    expect(JSON.stringify(thread)).not.toContain('pills');
  });

  test.each(["disqus_identifier: '123 http://old/?p=123'", "dsq_thread_id: '77'"])(
    'finds comments of Disqus by %s',
    (key) => {
      const xml = readFileSync(join(fixture, 'disqus.xml'), 'utf8').replace(/<id>[^<]*</, '<id>123 http://old/?p=123<');
      add('disqus.xml', xml);
      const threads = readThreads(join(old.folder, 'disqus.xml'), 'owner/name');
      if (threads.kind === 'failed') throw new Error(threads.reason);
      add('source/_posts/2014-01-02-a.markdown', `---\ntitle: A\n${key}\n---\nText.\n`);
      expect(textOf(old.imported('octopress', { threads }), 'content/posts/a.md')).toContain('discussion: 77\n');
    },
  );

  test.each<[BlogKind, string, string]>([
    ['octopress', 'url: http://old.example/x\nroot: /x', 'http://old.example/x/a/'],
    ['octopress', 'url: http://old.example\nroot: /x', 'http://old.example/a/'],
    ['jekyll', 'url: http://old.example\nbaseurl: /x', 'http://old.example/x/a/'],
  ])('of %s with %j keeps the name of its threads at Disqus', (kind, place, thread) => {
    add('_config.yml', `${place}\npermalink: /:title/\ndisqus_short_name: d\n`);
    add('source/_posts/2014-01-02-a.markdown', '---\ntitle: A\n---\nText.\n');
    const a = textOf(old.imported(kind), 'content/posts/a.md');
    expect(a).toContain('  - /x/a/\n');
    expect(a).toContain(`  disqus: ${thread}\n`);
  });

  test('is told of in its time, while posts are converted and while their headings are looked for', () => {
    const told: string[] = [];
    add('source/_posts/2014-01-02-a.markdown', '---\ntitle: A\n---\nText.\n');
    add('source/_posts/2014-01-03-b.markdown', '---\ntitle: B\n---\nText.\n');
    old.imported('octopress', { progress: (done, of) => told.push(`${done} of ${of}`) });
    expect(told).toEqual(['1 of 2', '2 of 2', '1 of 2', '2 of 2']);
  });
});

describe('an export of Disqus', () => {
  test('that is too large to be read is refused with its size, and is not read', () => {
    add('export.xml', '<disqus></disqus>');
    truncateSync(join(folder, 'export.xml'), 123_400_000);
    expect(readThreads(join(folder, 'export.xml'), 'owner/name')).toEqual({
      kind: 'failed',
      reason: 'has 123.4 MB, and 100.0 MB is the most.',
    });
  });
});

describe('what the author wrote', () => {
  test('stays byte for byte where nothing has to change', () => {
    const text = 'A *word*,  two blanks -- "quotes"...\n\n\n\n* a list\n* of two\n\n\ttab code { } <b>\n\n> a quote\n';
    expect(bodyOf(text)).toBe(text);
  });

  test('in a fence or a codeblock is never read as Liquid or Markdown', () => {
    expect(bodyOf('```\n{% if x %}\n<b> {{ y }}\n```\n')).toBe('```\n{% if x %}\n<b> {{ y }}\n```\n');
  });

  test('in an HTML block stays HTML although it has blank lines', () => {
    expect(bodyOf('<div>\n\n*a*\n\n*b*\n</div>\nAfter.\n')).toBe('<div>\n*a*\n*b*\n</div>\n\nAfter.\n');
  });

  test('that is a sentence with import is no program in .mdx', () => {
    expect(bodyOf('{% youtube dQw4w9WgXcQ %}\n\nimport it by hand.\n')).toContain('\n\n&#105;mport it by hand.');
  });

  test('in indented code of an .mdx file becomes a fence', () => {
    expect(bodyOf('{% youtube dQw4w9WgXcQ %}\n\n    if { a < b }\n')).toContain('\n```\nif { a < b }\n```\n');
  });

  test('with tags that are never closed stays in .md', () => {
    expect(bodyOf('{% youtube dQw4w9WgXcQ %}\n\n<p>One\n<p>Two\n')).toContain(
      '<p class="still"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Video on YouTube</a></p>',
    );
  });
});

describe('addresses', () => {
  test.each([
    ['pretty', '/x/2014/01/02/a/'],
    ['none', '/x/a.html'],
    ['/:year/:i_month/:title.html', '/2014/1/a.html'],
    [':title', '/a'],
  ])('permalink %s gives %s', (permalink, address) => {
    add('_config.yml', `permalink: ${permalink}\n`);
    add('_posts/2014-01-02-a.md', '---\ntitle: A\ncategories: x\n---\nText.\n');
    expect(textOf(imported(folder, 'jekyll'), 'content/posts/a.md')).toContain(`  - ${address}\n`);
  });
});

describe('pages of the old theme', () => {
  const list = '{% for post in site.posts %}<a href="{{ post.url }}">{{ post.title }}</a>{% endfor %}';
  const words = 'Words of the author. '.repeat(8);

  test('that only list posts go, and those with words of the author stay', () => {
    add('_config.yml', 'url: http://old.example\n');
    add('source/_posts/2011-05-06-pools.markdown', '---\ntitle: Pools\n---\nText.\n');
    add('source/archive.html', `---\ntitle: Archive\n---\n<h1>All posts</h1>${list}\n`);
    add('source/talks.md', `---\ntitle: Talks\n---\n${words}\n\n${list}\n`);
    add('source/liquid.md', `---\ntitle: Liquid\n---\nShort.\n\n{% raw %}\n    ${list}\n{% endraw %}\n`);
    add('source/index.md', `---\ntitle: Home\n---\n${words}\n`);
    const blog = imported();
    const report = said(blog);
    expect(textOf(blog, 'content/docs/talks.md')).toContain('> {% for post in site.posts %}');
    expect(textOf(blog, 'content/docs/liquid.md')).toContain('    {% for post in site.posts %}');
    expect(blog.pages).toBe(2);
    expect(report).toContain('  source/archive.html:1:1  page  nothing: it is a template of the old theme');
    expect(report).toContain('! source/index.md:1:1  page  nothing: this site has a page of its own for it');
    expect(report).toMatch(/! source\/talks\.md:6:1 {2}\{% for %\}/);
  });
});

describe('a tree with traps', () => {
  test('reads nothing outside, and says so', () => {
    const secret = join(dirname(folder), `secret-${process.pid}.txt`);
    writeFileSync(secret, 'wordofthesecret');
    add('_config.yml', 'url: http://old.example\n');
    add(
      'source/_posts/2014-01-02-a.markdown',
      `---\ntitle: A\n---\n{% include_code ../../../../secret-${process.pid}.txt %}\n\n{% render_partial ../../secret-${process.pid}.txt %}\n\n{% include link.txt %}\n\n![x](../../../../secret-${process.pid}.txt)\n`,
    );
    mkdirSync(join(folder, 'source/_includes'), { recursive: true });
    symlinkSync(secret, join(folder, 'source/_includes/link.txt'));
    symlinkSync(dirname(folder), join(folder, 'source/images'));
    const blog = imported();
    rmSync(secret);
    expect(blog.files.map(({ bytes }) => bytes.toString()).join()).not.toContain('wordofthesecret');
    expect(blog.files.every(({ path }) => /^(?:content|public)\//.test(path) && !path.includes('..'))).toBe(true);
    expect(said(blog)).toMatch(/link\.txt.*leads out of the blog/);
  });

  test('a bomb of aliases, a huge post and a loop without end are reported, and the others come over', () => {
    add('_config.yml', 'url: http://old.example\n');
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'
        .split('')
        .map(
          (name, index) =>
            `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefgh'.charAt(index)}`).join()}]`,
        ),
    ].join('\n');
    add('source/_posts/2014-01-01-bomb.markdown', `---\ntitle: Bomb\n${bomb}\n---\nText.\n`);
    add('source/_posts/2014-01-02-huge.markdown', `---\ntitle: Huge\n---\n${'word '.repeat(2_000_000)}`);
    add(
      'source/_posts/2014-01-03-loop.markdown',
      '---\ntitle: Loop\n---\n{% for i in (1..999999999) %}{% for j in (1..999999999) %}x{% endfor %}{% endfor %}\n',
    );
    add('source/_posts/2014-01-04-deep.markdown', `---\ntitle: Deep\n---\n${'>'.repeat(20_000)} x\n`);
    add('source/_posts/2014-01-05-good.markdown', '---\ntitle: Good\n---\nGood.\n');
    add('source/_posts/2014-01-06-circle.markdown', '---\ntitle: Circle\n---\n{% include me.md %}\n');
    add('source/_includes/me.md', 'x {% include me.md %} y\n');
    add('source/_posts/2014-01-07-binary.markdown', Buffer.from([0, 1, 2, 3]));
    const report = said(imported());
    expect(report).toMatch(/huge\.markdown:1:1 {2}post {2}nothing: the file has 10\.0 MB/);
    expect(report).toMatch(/! .*loop\.markdown:4:1 {2}\{% for %\} {2}marked block/);
    expect(report).toMatch(/bomb\.markdown:2:1 {2}front matter {2}it could not be read/);
    expect(report).toMatch(/! .*deep\.markdown/);
    expect(report).toMatch(/! .*circle\.markdown.*in a circle/);
    expect(report).toMatch(/! .*binary\.markdown:1:1 {2}post {2}nothing: the file is no text/);
    expect(textOf(imported(), 'content/posts/good.md')).toContain('Good.');
  });

  test('a post that would take the parser’s time is code, and the others come over', () => {
    add('_config.yml', 'url: http://old.example\n');
    add('source/_posts/2014-01-02-a.markdown', `---\ntitle: A\n---\n${'*a _b '.repeat(90_000)}\n`);
    expect(said(imported())).toMatch(
      /! .*a\.markdown:4:1 {2}text {2}code, because a paragraph of it has more than 20000 stars/,
    );
    add('source/_posts/2014-01-02-a.markdown', `---\ntitle: A\n---\n${'Some words.\n\n'.repeat(50_000)}`);
    add('source/_posts/2014-01-03-b.markdown', '---\ntitle: B\n---\nText.\n');
    const blog = old.imported('octopress', { secondsPerPost: 0.05 });
    expect(textOf(blog, 'content/posts/a.md')).toContain('\n```\nSome words.');
    expect(textOf(blog, 'content/posts/b.md')).toContain('title: B');
    expect(said(blog)).toMatch(/! .*a\.markdown:4:1 {2}text {2}code, because it takes too long to be read/);
  });

  test('elements that would change the whole page are in marked blocks', () => {
    const text = '<base href="http://x.example/">\n\n<meta http-equiv="refresh" content="0;url=http://x.example/">\n';
    const { body, report } = converted(text);
    expect(body).toContain('> <base href="http://x.example/">');
    expect(body).toContain('> <meta http-equiv="refresh" content="0;url=http://x.example/">');
    expect(report.match(/^! .*marked block/gm)).toHaveLength(2);
  });

  test('a post whose front matter or Liquid has no end, or none, comes over and is named', () => {
    add('_config.yml', 'url: http://old.example\n');
    add('source/_posts/2014-01-02-a.markdown', '---\ntitle: A\n\nText.\n');
    add('source/_posts/2014-01-03-b.markdown', '---\ntitle: B\u0007\n---\nText {% wonder\n\nMore.\n');
    add('source/_posts/2014-01-04-c.markdown', '\nlayout: post\ntitle: The third\ntags:\n- x\n\n---\nText: C.\n');
    add('source/_posts/2014-01-05-d-and-e.markdown', 'Note: this is text.\n');
    add('source/d.markdown', 'Note: this is a file.\n');
    const blog = imported();
    for (const name of ['02-a', '04-c'])
      expect(said(blog)).toContain(
        `! source/_posts/2014-01-${name}.markdown:1:1  front matter  a line of \`---\` is missing, so that`,
      );
    expect(textOf(blog, 'content/posts/a.md')).toMatch(/^---\ntitle: A\n[\s\S]*---\n\nText\.\n$/);
    expect(textOf(blog, 'content/posts/c.md')).toMatch(/^---\ntitle: The third\n[\s\S]*---\n\nText: C\.\n$/);
    expect(textOf(blog, 'content/posts/d-and-e.md')).toMatch(
      /^---\ntitle: D and e\n[\s\S]*---\n\nNote: this is text\.\n$/,
    );
    expect(said(blog)).toContain(
      '! source/_posts/2014-01-05-d-and-e.markdown:1:1  post without title  the title D and e',
    );
    expect(blog.pages).toBe(0);
    expect(said(blog)).toContain('! source/_posts/2014-01-03-b.markdown:4:6  {%  text: it has no end');
    expect(textOf(blog, 'content/posts/b.md')).toContain('Text {% wonder\n\nMore.');
  });

  test('a folder and a file that may not be read are named', () => {
    add('source/_posts/2014-01-02-a.markdown', '---\ntitle: A\n---\nText.\n');
    add('source/_posts/2014-01-03-b.markdown', '---\ntitle: B\n---\nText.\n');
    add('source/locked/c.md', '---\ntitle: C\n---\nText.\n');
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'source/_posts/2014-01-03-b.markdown'), 0);
    chmodSync(join(folder, 'source/locked'), 0);
    const report = asNobody(() => said(imported()));
    chmodSync(join(folder, 'source/locked'), 0o755);
    expect(report).toContain('! source/_posts/2014-01-03-b.markdown:1:1  post  nothing: the file may not be read');
    expect(report).toContain('! source/locked:1:1  link  nothing: it may not be read');
  });

  test('addresses that would leave the site are no aliases', () => {
    add('_config.yml', 'url: http://old.example\n');
    add('source/_posts/2014-01-02-a.markdown', '---\ntitle: A\npermalink: /../../etc/x\n---\nText.\n');
    add('source/_posts/2014-01-03-b.markdown', '---\ntitle: B\npermalink: /%2e%2e/%2e%2e/x/\n---\nText.\n');
    add('source/%2e%2e/feed.xml', '---\n---\n<feed>{% for post in site.posts %}{% endfor %}</feed>\n');
    const blog = imported();
    expect(textOf(blog, 'content/posts/a.md')).not.toContain('..');
    expect(textOf(blog, 'content/posts/b.md')).not.toContain('..');
    expect(textOf(blog, 'content/redirects.yaml')).not.toMatch(/\.\.|%2e/);
    expect(said(blog)).toMatch(/! .*b\.markdown:3:1 {2}address \/%2e%2e\/%2e%2e\/x\/ {2}nothing: it is no path/);
  });
});
