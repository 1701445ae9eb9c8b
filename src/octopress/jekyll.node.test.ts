import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OldBlog, png, said, textOf } from '../../tests/fixtures/old-blog.ts';

let blog = new OldBlog();

beforeEach(() => {
  blog = new OldBlog();
  blog.add(
    '_config.yml',
    [
      'url: https://jay.example',
      'permalink: pretty',
      'collections: { guides: { output: true }, notes: { output: true, permalink: "/n/:name/" }, data: {} }',
      'defaults:',
      '  - { scope: { path: "", type: posts }, values: { author: Jay, layout: post } }',
      '  - { scope: { path: _posts/old }, values: { permalink: "/archive/:title.html" } }',
    ].join('\n'),
  );
});
afterEach(() => blog.remove());

function post(text: string, front = 'title: A'): string {
  blog.add('_posts/2014-01-02-a.md', `---\n${front}\n---\n${text}`);
  const whole = textOf(blog.imported('jekyll'), 'content/posts/a.md');
  return whole.slice(whole.indexOf('\n---\n', 4) + 6);
}

describe('a blog of Jekyll', () => {
  test('has its collections as guides, and says which has no pages', () => {
    blog.add('_guides/one/two.md', '---\ntitle: Two\n---\nText.\n');
    blog.add('_notes/soup.md', '---\ntitle: Soup\n---\nText.\n').add('_data/x.md', '---\ntitle: X\n---\nText.\n');
    blog.add('_posts/2014-01-02-a.md', '---\ntitle: A\n---\n[Soup](/n/soup/)\n');
    const result = blog.imported('jekyll');
    expect(textOf(result, 'content/docs/guides-one-two.md')).toContain('  - /guides/one/two/\n');
    expect(textOf(result, 'content/docs/notes-soup.md')).toContain('  - /n/soup/\n');
    expect(textOf(result, 'content/posts/a.md')).toContain('[Soup](/docs/notes-soup/)');
    expect(said(result)).toContain('! _data/x.md:1:1  file  nothing: the collection data has no pages');
  });

  test('gives its files what their folder gives them', () => {
    blog.add('_posts/old/2010-01-02-b.md', '---\ntitle: B\n---\nText.\n');
    const b = textOf(blog.imported('jekyll'), 'content/posts/b.md');
    expect(b).toContain('author: Jay\n');
    expect(b).toContain('aliases:\n  - /archive/b.html\n');
  });

  test('has the address that slug makes, and that of the file’s name', () => {
    blog.add('_posts/2014-01-02-a.md', '---\ntitle: A\nslug: my-own\n---\nText.\n');
    expect(textOf(blog.imported('jekyll'), 'content/posts/a.md')).toContain(
      '  - /2014/01/02/my-own/\n  - /2014/01/02/a/\n',
    );
  });

  test('of Jekyll Bootstrap shows nothing of what each post takes in first, and knows the folders that it named', () => {
    blog.add('_includes/JB/setup', '{% capture jbcache %}{{ page.theme.name }}{% endcapture %}');
    blog.add('images/a.png', png);
    expect(post('{% include JB/setup %}\n\n![A]({{ BASE_PATH }}/images/a.png) {{ ASSET_PATH }}\n')).toBe(
      '![A](/images/a.png) `{{ ASSET_PATH }}`\n',
    );
    blog.add('_config.yml', 'JB: { BASE_PATH: false, ASSET_PATH: /theme }\n');
    expect(post('{% include JB/setup %}\n[Home]({{ HOME_PATH }}) {{ ASSET_PATH }}\n')).toBe('[Home](/) /theme\n');
  });

  test('has no posts from folders in which Jekyll looked for none, and says so', () => {
    blog.add('_old/_posts/2010-01-02-b.md', '---\ntitle: B\n---\nText.\n');
    blog.add('work/_posts/2010-01-03-c.md', '---\ntitle: C\n---\nText.\n');
    blog.add('_posts/_dead/2010-01-04-d.md', '---\ntitle: D\n---\nText.\n');
    blog.add('_posts/2010/_e/2010-01-05-e.md', '---\ntitle: E\n---\nText.\n');
    const result = blog.imported('jekyll');
    expect(result.posts).toBe(2);
    for (const file of ['_old/_posts/2010-01-02-b.md', '_posts/_dead/2010-01-04-d.md'])
      expect(said(result)).toContain(`! ${file}:1:1  file  nothing: it lies in a folder with a sign such as _`);
  });

  test('leads on from the addresses of pages that only led to another', () => {
    blog.add('_posts/2014-01-02-a.md', '---\ntitle: A\n---\nText.\n');
    blog.add('old.html', '---\nredirect_to: /2014/01/02/a/\n---\n');
    blog.add('gone.html', '---\nredirect_to: [https://other.example/]\n---\n');
    const result = blog.imported('jekyll');
    expect(textOf(result, 'content/redirects.yaml')).toMatch(/^\/old\/: \/posts\/a\/$/m);
    expect(result.pages).toBe(0);
    expect(said(result)).toContain(
      '! gone.html:2:1  page that leads on  nothing: it only led to https://other.example/, which does not come along',
    );
  });

  test('leads on from old addresses without their first slash, below the folder of the old site', () => {
    blog.add('_config.yml', 'url: https://jay.example\nbaseurl: /blog\n');
    blog.add('_posts/2014-01-02-a.md', '---\ntitle: A\nredirect_from: [old/x/, /y/]\nalias: z.html\n---\nText.\n');
    const a = textOf(blog.imported('jekyll'), 'content/posts/a.md');
    for (const address of ['/blog/old/x/', '/blog/y/', '/blog/z.html']) expect(a).toContain(`  - ${address}\n`);
  });

  test('does not publish the pages that it excluded, and says so', () => {
    blog
      .add('_config.yml', 'exclude: [secret/, notes.md, "t*p/*.md"]\n')
      .add('_posts/2014-01-02-a.md', '---\ntitle: A\n---\n');
    for (const path of ['secret/p.md', 'notes.md', 'tmp/x/q.md', 'secrets.md'])
      blog.add(path, '---\ntitle: P\n---\nText.\n');
    const result = blog.imported('jekyll');
    expect(result.pages).toBe(1);
    expect(textOf(result, 'content/docs/secrets.md')).toContain('Text.');
    expect(said(result)).toContain('  tmp/x/q.md:1:1  file  nothing: _config.yml excludes it');
  });

  test('names downloads that no page asks for, since others may lead to them', () => {
    blog.add('talks/a.pdf', 'PDF').add('talks/b.pdf', 'PDF').add('_work/c.zip', 'PK');
    blog.add('_posts/2014-01-02-a.md', '---\ntitle: A\n---\n[b](/talks/b.pdf)\n');
    const report = said(blog.imported('jekyll'));
    expect(report).toContain('! talks/a.pdf:1:1  file  nothing: no page that comes along asks for it');
    expect(report).not.toMatch(/b\.pdf:1:1|c\.zip/);
  });

  test('that names no zone answers at the day of its author and at that of a server in UTC', () => {
    const aliases = (config: string): string[] => {
      blog.add('_config.yml', config);
      blog.add('_posts/2014-01-02-a.md', '---\ntitle: A\ndate: 2014-01-02 21:30:00 -0800\n---\nText.\n');
      return textOf(blog.imported('jekyll'), 'content/posts/a.md').match(/(?<=- )\/2014.*/g) ?? [];
    };
    expect(aliases('permalink: pretty\n')).toEqual(['/2014/01/02/a/', '/2014/01/03/a/']);
    expect(aliases('permalink: pretty\ntimezone: America/Los_Angeles\n')).toEqual(['/2014/01/02/a/']);
  });

  test('shows what its files of data hold, and marks what asks for one that can not be read', () => {
    blog.add('_data/talks/old.yml', '- { name: B, day: 2013-02-01 }\n- { name: A, day: 2013-01-05 }\n');
    blog
      .add('_data/me.json', '{ "name": "Jay" }')
      .add('_data/books.csv', 'name\nX\n')
      .add('_data/__proto__/x.yml', 'a: 1\n');
    expect(
      post(
        '{% assign talks = site.data.talks.old | sort: "day" %}{% for t in talks %}\n- {{ t.name }}, {{ t.day | date: "%d %b" }}{% endfor %}\n\n{{ site.data.me.name }}\n',
      ),
    ).toBe('- A, 05 Jan\n- B, 01 Feb\n\nJay\n');
    expect(post('{% for b in site.data.books %}{{ b.name }}{% endfor %}\n')).toContain('[!WARNING]');
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  test('does not ask what a file needs that is taken in only if something is so, and it is not', () => {
    blog.add('_includes/f.html', '{{ include.src }}\n');
    expect(post('{% if page.none %}{% include f.html src=site.posts.first.url %}{% else %}B{% endif %}\n')).toBe('B\n');
    expect(said(blog.imported('jekyll'))).not.toMatch(/^!/m);
  });

  test('shows what a loop takes in with its own values, and marks it whole where a tag asks for one of them', () => {
    blog.add('_config.yml', 'talks: [{ name: A }, { name: B }]\n');
    blog.add('_includes/talk.html', '- {{ talk.name }}{% if talk.name == "A" %}!{% endif %}\n');
    blog.add('_includes/named.html', '- {{ include.name }}\n');
    expect(post('{% for talk in site.talks %}\n{% include talk.html %}{% endfor %}\n')).toBe('- A!\n- B\n');
    const text = post('{% for talk in site.talks %}{% include named.html name=talk.name %}{% endfor %}\n');
    expect(text).toMatch(
      /^> \[!WARNING\][^]*> \{% for talk in site\.talks %\}\{% include named\.html name=talk\.name %\}/,
    );
    expect(said(blog.imported('jekyll')).match(/^! /gm)).toHaveLength(1);
  });

  test('says which zone of a date nobody knows', () => {
    blog.add('_posts/2014-01-02-a.md', '---\ntitle: A\ndate: 2014-01-02 09:30 XYZ\n---\nText.\n');
    expect(said(blog.imported('jekyll'))).toContain(
      '! _posts/2014-01-02-a.md:3:1  date in the zone XYZ, which is not known',
    );
  });

  test('has posts whose title leads to another site', () => {
    expect(post('', 'title: A\nredirect_to: https://other.example/a')).toBe('\n');
    expect(textOf(blog.imported('jekyll'), 'content/posts/a.md')).toContain('\nexternal: https://other.example/a\n');
  });

  test('leads link to the article or file that it names, and reports what is not there', () => {
    blog.add('_guides/one.md', '---\ntitle: One\n---\nText.\n').add('assets/a.png', png);
    expect(post('[a]({% link _guides/one.md %}) [b]({% link assets/a.png %}) [c]({% link nope.md %})\n')).toBe(
      '[a](/docs/guides-one/) [b](/assets/a.png) [c](#main)\n',
    );
    expect(said(blog.imported('jekyll'))).toMatch(/! .*a\.md:4:65 {2}\{% link %\}/);
  });

  test('takes in includes with their words, and files beside the post, but none from outside', () => {
    blog.add('_includes/note.html', '<div class="n {{ include.kind }}">{{ include.words | markdownify }}</div>\n');
    blog.add('_posts/parts/p.md', 'A part of {{ page.title }}.\n');
    const text = post(
      '{% include note.html kind="x" words="Some **bold**" %}\n\n{% include_relative parts/p.md %}\n\n{% include_relative ../../../etc/passwd %}\n',
    );
    expect(text).toContain('<div class="n x"><p>Some <strong>bold</strong></p></div>\n\nA part of A.\n');
    expect(text).toContain('> Part of the old post that could not be carried over: the file ');
  });

  test('takes in includes with values that have a name, and with nothing where none is given', () => {
    blog.add(
      '_includes/f.html',
      '[{{ include.src }}|{{ include.words }}{% if include.small or include.none %}!{% endif %}]\n',
    );
    expect(post('{% include f.html src=page.title words="a \\"b\\"" small=false %}\n')).toBe('[A|a "b"]\n');
    expect(post('{% include f.html src=site.posts.first.url %}\n')).toBe('[|]\n');
    expect(said(blog.imported('jekyll'))).toContain(
      '! _posts/2014-01-02-a.md:4:1  src=site.posts.first.url  nothing: its value',
    );
  });

  test('has headings with the addresses that GitHub gives them, unless kramdown was to read in its own way', () => {
    expect(post('## 1. Häuser\n')).toBe('## 1. Häuser\n');
    blog.add('_config.yml', 'kramdown: { input: kramdown }\n');
    expect(post('## 1. Häuser\n')).toBe('## 1. Häuser [#huser]\n');
  });

  test('keeps the marks of lines of highlight', () => {
    expect(post('{% highlight sh hl_lines="1 3" %}\na\nb\nc\n{% endhighlight %}\n')).toBe(
      '```sh mark={1,3}\na\nb\nc\n```\n',
    );
  });

  test('shows code of highlight without raw', () => {
    expect(post('{% highlight html linenos %}\n{% raw %}<b>{{ a }}</b>{% endraw %}\n{% endhighlight %}\n')).toBe(
      '```html start={1}\n<b>{{ a }}</b>\n```\n',
    );
  });

  test('never shows the day of the import', () => {
    expect(post('In {{ "now" | date: "%Y" }}.\n')).toBe('In `{{ "now" | date: "%Y" }}`.\n');
  });
});

describe('files that are no good', () => {
  test('a name in percent signs, a long one and a day that does not exist', () => {
    blog.add(`_posts/2014-01-02-%E4%BD%A0.md`, '---\ntitle: A\n---\nText.\n');
    blog.add(`_posts/2014-01-03-${'長'.repeat(75)}.md`, '---\ntitle: B\n---\nText.\n');
    blog.add('_posts/2014-02-30-c.md', '---\ntitle: C\n---\nText.\n');
    const result = blog.imported('jekyll');
    expect(textOf(result, 'content/posts/你.md')).toContain('  - /2014/01/02/你/\n');
    expect(Math.max(...result.files.map(({ path }) => Buffer.byteLength(path)))).toBeLessThan(255);
    expect(said(result)).toContain(
      '! _posts/2014-02-30-c.md:1:1  post without date  date: 1970-01-01: write the real one',
    );
  });

  test('an address that no file can have is reported', () => {
    blog.add('_posts/2014-01-02-a.md', '---\ntitle: A\npermalink: /c#/a/\n---\nText.\n');
    blog.add('_posts/2014-01-03-b.md', '---\ntitle: B\npermalink: /100%/\n---\nText.\n');
    expect(said(blog.imported('jekyll'))).toContain(
      '! _posts/2014-01-03-b.md:3:1  address /100%/  nothing: it is no path',
    );
    expect(said(blog.imported('jekyll'))).toContain(
      '! _posts/2014-01-02-a.md:3:1  address /c#/a/  nothing: it is no path',
    );
  });

  test('a post whose settings are no YAML stays a draft if they say so', () => {
    blog.add('_posts/2014-01-02-a.md', '---\ntitle: A: "b\ntags: [x, y\npublished: false\n---\nText.\n');
    expect(textOf(blog.imported('jekyll'), 'content/posts/a.md')).toContain('draft: true\n');
  });

  test('signs that stand for new texts in the importer are none in a post', () => {
    expect(post('A \uE0000\uE001 ![x](http://x.example/y.png) B\n')).toMatch(/^A 0 \[!\[x\]/);
  });

  test('a text that would take the parser’s time is code, and somebody must look', () => {
    blog.add('_posts/2014-01-02-a.md', `---\ntitle: A\n---\n${'a\n=\n'.repeat(3_000)}`);
    blog.add('_posts/2014-01-03-b.md', `---\ntitle: B\n---\n${'<a href="/x">'.repeat(3_000)}`);
    const result = blog.imported('jekyll');
    expect(textOf(result, 'content/posts/a.md')).toContain('---\n\n```\na\n=\n');
    expect(said(result)).toMatch(/! .*a\.md:4:1 {2}text {2}code, because it has more than 2000 headings/);
    expect(said(result)).toMatch(/! .*b\.md:4:1 {2}text {2}code, because a paragraph of it has more than 2000 tags/);
  });
});
