import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OldBlog, said, textOf } from '../../tests/fixtures/old-blog.ts';
import { readPresentSite } from './present-site.node.ts';
import { writeFiles } from './write.node.ts';

const files = { png: Buffer.from('89504e470d0a1a0a01', 'hex'), other: Buffer.from('89504e470d0a1a0a02', 'hex') };
let site = '';
let [one, two] = [new OldBlog(), new OldBlog()];

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'site-'));
  [one, two] = [new OldBlog(), new OldBlog()];
  const post = '---\ntitle: Hello\n---\n![A](/images/a.png)\n';
  one.add('_config.yml', 'url: http://one.example\n').add('source/_posts/2012-01-02-hello.markdown', post);
  one.add('source/images/a.png', files.png);
  two.add('_config.yml', 'url: http://two.example\n').add('source/_posts/2013-01-02-hello.markdown', post);
  two.add('source/images/a.png', files.other);
});
afterEach(() => {
  for (const folder of [site, one.folder, two.folder]) rmSync(folder, { recursive: true, force: true });
});

function carry(blog: OldBlog, force = false) {
  const result = blog.imported('octopress', { present: readPresentSite(site, 'content') });
  const outcomes = writeFiles(site, 'content', result.files, { dry: false, force });
  return { result, states: new Set(outcomes.map(({ state }) => state)), report: said(result) };
}

function read(path: string): string {
  return readFileSync(join(site, path), 'latin1');
}

describe('two blogs in one folder', () => {
  test('keep both of two posts with one name, and the report says which has another', () => {
    carry(one);
    const { report } = carry(two);
    expect(read('content/posts/hello.md')).toContain('/blog/2012/01/02/hello/');
    expect(read('content/posts/hello-2013-01-02.md')).toContain('/blog/2013/01/02/hello/');
    expect(report).toContain(
      '! source/_posts/2013-01-02-hello.markdown:2:1  name hello  hello-2013-01-02, because http://one.example source/_posts/2012-01-02-hello.markdown has the other already',
    );
  });

  test('keep both of two pictures with one name', () => {
    carry(one);
    const { report } = carry(two);
    expect(read('public/images/a.png')).toBe(files.png.toString('latin1'));
    expect(read('public/images/a-2.png')).toBe(files.other.toString('latin1'));
    expect(read('content/posts/hello-2013-01-02.md')).toContain('![A](/images/a-2.png)');
    expect(report).toContain('! source/images/a.png:1:1  file  /images/a-2.png, because another blog has');
  });

  test('change nothing when each is imported again', () => {
    carry(one);
    carry(two);
    expect(carry(one).states).toEqual(new Set(['unchanged']));
    expect(carry(two).states).toEqual(new Set(['unchanged']));
  });

  test('never replace each other’s files, whatever they would be called', () => {
    carry(one);
    const result = two.imported(); // as if nothing were known of the site
    const outcomes = writeFiles(site, 'content', result.files, { dry: false, force: false });
    expect(outcomes).toContainEqual({ path: 'content/posts/hello.md', state: 'kept' });
    expect(read('content/posts/hello.md')).toContain('/blog/2012/01/02/hello/');
  });

  test('lead an address that both had to the first, and say so', () => {
    for (const blog of [one, two])
      blog.add(
        '_config.yml',
        `${blog === one ? 'url: http://one.example' : 'url: http://two.example'}\npermalink: /:title/\n`,
      );
    carry(one);
    const { report } = carry(two);
    expect(read('content/posts/hello.md')).toContain('  - /hello/\n');
    expect(read('content/posts/hello-2013-01-02.md')).not.toContain('aliases');
    expect(report).toMatch(/! .*address \/hello\/ {2}nothing: it is already one of content\/posts\/hello\.md/);
  });
});

describe('one blog', () => {
  test('with one name in two years keeps both posts, and the report says which has another name', () => {
    one.add('source/_posts/2014-05-06-hello.markdown', '---\ntitle: Again\n---\nText.\n');
    const result = one.imported();
    expect(textOf(result, 'content/posts/hello.md')).toContain('title: Hello');
    expect(textOf(result, 'content/posts/hello-2014-05-06.md')).toContain('title: Again');
    expect(said(result)).toMatch(/! source\/_posts\/2014-05-06-hello\.markdown:2:1 {2}name hello {2}hello-2014-05-06/);
  });

  test('gives no address away that the site has itself', () => {
    one.add('source/docs/index.markdown', '---\ntitle: Documents\n---\nText.\n');
    one.add('source/_posts/2014-05-06-x.markdown', '---\ntitle: X\npermalink: /posts/y/\n---\nText.\n');
    one.add('source/_posts/2014-05-07-y.markdown', '---\ntitle: Y\n---\nText.\n');
    const result = one.imported();
    expect(textOf(result, 'content/docs/docs.md')).not.toContain('aliases');
    expect(textOf(result, 'content/redirects.yaml')).not.toContain('/rss.xml:');
    expect(textOf(result, 'content/posts/x.md')).not.toContain('aliases');
    expect(said(result)).toMatch(/! .*docs\/index\.markdown:1:1 {2}address \/docs\/ {2}nothing: this site has a page/);
    expect(said(result)).toMatch(/! .*06-x\.markdown:3:1 {2}address \/posts\/y\/ {2}nothing: this site has a page/);
  });

  test('leads on from addresses that a plugin led on from', () => {
    one.add(
      'source/_posts/2014-05-06-x.markdown',
      '---\ntitle: X\nredirect_from:\n  - /old/x/\n  - /x.html\n---\nText.\n',
    );
    expect(textOf(one.imported(), 'content/posts/x.md')).toContain('  - /old/x/\n  - /x.html\n');
  });

  test('gives its post another name where the author has one already', () => {
    mkdirSync(join(site, 'content/posts'), { recursive: true });
    writeFileSync(join(site, 'content/posts/hello.mdx'), 'mine');
    expect(carry(one).report).toMatch(/! .*name hello {2}hello-2012-01-02, because content\/posts\/hello\.mdx has/);
    expect(read('content/posts/hello.mdx')).toBe('mine');
    expect(read('content/posts/hello-2012-01-02.md')).toContain('title: Hello');
    expect(carry(one).states).toEqual(new Set(['unchanged']));
  });

  test('whose record is broken knows its posts by their old addresses, and changes nothing by itself', () => {
    carry(one);
    writeFileSync(join(site, 'content/.imported.json'), '{"files": [');
    writeFileSync(join(site, 'content/posts/hello.md'), `${read('content/posts/hello.md')}Mine.\n`);
    expect(carry(one).states).toContain('kept');
    expect(read('content/posts/hello.md')).toContain('Mine.');
  });
});
