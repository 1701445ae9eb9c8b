import { afterEach, beforeEach, expect, test } from 'vitest';
import { OldBlog, png, textOf } from '../../tests/fixtures/old-blog.ts';

let old = new OldBlog();

beforeEach(() => {
  old = new OldBlog();
});
afterEach(() => old.remove());

test('links and feeds that are older than the blog lead to the post of that day and name, and to the feed of what they were about', () => {
  old.add('_config.yml', 'url: http://old.example\nsubscribe_rss: /feed/\n');
  old.add('source/_posts/2011-05-06-pools.markdown', '---\ntitle: Pools\ncategories: Docker\n---\nText.\n');
  old.add(
    'source/_posts/2011-05-07-layers.markdown',
    '---\ntitle: Layers\n---\n[Pools](/Docker/2011/05/06/pools.html), [no](/2011/05/07/pools.html).\n',
  );
  old.add('source/docker.xml', "---\n---\n<feed>{% for post in site.categories['Docker'] %}{% endfor %}</feed>\n");
  old.add('source/news/index.xml', '---\n---\n<rss>{% for post in site.posts %}{% endfor %}</rss>\n');
  old.add('source/sitemap.xml', '---\n---\n<urlset>{% for post in site.posts %}{% endfor %}</urlset>\n');
  const blog = old.imported();
  expect(textOf(blog, 'content/posts/layers.md')).toContain(
    '[Pools](/posts/pools/), [no](http://old.example/2011/05/07/pools.html).',
  );
  const redirects = textOf(blog, 'content/redirects.yaml');
  expect(redirects).toContain('\n/docker.xml: /tags/docker/atom.xml\n');
  expect(redirects).toContain('\n/feed/: /atom.xml\n');
  expect(redirects).toContain('\n/news/: /atom.xml\n/news/index.xml: /atom.xml\n');
  expect(redirects).not.toContain('sitemap');
});

test('pictures and links that climb above the first folder stay in it, as in browsers', () => {
  old.add('_config.yml', 'url: http://old.example\n').add('source/figs/a.png', png);
  old.add('source/_posts/2011-05-06-a.markdown', '---\ntitle: A\n---\n![x](/../figs/a.png) [y](/../../y%20z.html)\n');
  expect(textOf(old.imported(), 'content/posts/a.md')).toContain(
    '![x](/figs/a.png) [y](http://old.example/y%20z.html)',
  );
});

test('links to the old host outside the blog’s folder stay, and paths without host were in it', () => {
  old.add('_config.yml', 'url: http://old.example/blog\nroot: /blog\n');
  old.add('source/_posts/2011-05-06-a.markdown', '---\ntitle: A\n---\n[x](http://old.example/x.html), [y](/y.html).\n');
  expect(textOf(old.imported(), 'content/posts/a.md')).toContain(
    '[x](http://old.example/x.html), [y](http://old.example/blog/y.html).',
  );
});

test('a link to a heading of the home page or of a list leads to the page, and one to a heading of a post to that', () => {
  old.add('source/_posts/2011-05-06-pools.markdown', '---\ntitle: Pools\ncategories: Docker\n---\n## Thin\n');
  old.add(
    'source/_posts/2011-05-07-layers.markdown',
    '---\ntitle: Layers\n---\n[A](/index.html#start), [B](/blog/categories/docker/#b), [C](/blog/2011/05/06/pools/#thin).\n',
  );
  expect(textOf(old.imported(), 'content/posts/layers.md')).toContain(
    '[A](/), [B](/tags/docker/), [C](/posts/pools/#thin).',
  );
});
