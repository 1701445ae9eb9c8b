import { describe, expect, test } from 'vitest';
import { converted, png } from '../../tests/fixtures/old-blog.ts';

const files = { 'source/images/a.png': png };

describe('headings', () => {
  test('go down by one where the old post had one of level 1, in Markdown and in HTML', () => {
    const old = '# One\n\nText.\n\n## Two ##\n\nThree\n=====\n\nFour\n----\n\n<h1 id="x">Five</h1>\n\n<h2>Six</h2>\n';
    const fresh = '## One\n\nText.\n\n### Two ##\n\nThree\n-----\n\n### Four\n\n<h2 id="x">Five</h2>\n\n<h3>Six</h3>\n';
    const { body, report } = converted(old);
    expect(body).toBe(fresh);
    expect(report).toContain('a.markdown:4:1  heading of level 1  level 2, since the page’s title is level 1');
    expect(report).toContain('a.markdown:16:1  <h1>  <h2>');
  });

  test('stay byte for byte where the levels are in order', () => {
    const text = '## One\n\n### Two\n\nThree\n---\n\n<h3>Four</h3>\n';
    expect(converted(text).body).toBe(text);
  });

  test('keep the address that kramdown gave them, whatever their level', () => {
    expect(converted('# 1. Häuser\n\nThe 2nd: day\n------\n').body).toBe(
      '## 1. Häuser [#huser]\n\n### The 2nd: day [#the-2nd-day]\n'.replace(' [#the-2nd-day]', ''),
    );
  });

  test('of two lines that need a sign at their start become one line', () => {
    expect(converted('# A\n\nTwo\nlines\n---\n').body).toBe('## A\n\n### Two lines\n');
  });

  test('that are a picture without words are none', () => {
    const { body, report } = converted('## ![](/images/a.png)\n\n### Words\n', { files });
    expect(body).toBe('<img src="/images/a.png" alt="" />\n\n## Words\n');
    expect(report).toMatch(/! .*a\.markdown:4:1 {2}heading without words/);
  });

  test('that are an address stay', () => {
    expect(converted('## <http://x.example/>\n').body).toBe('## <http://x.example/>\n');
  });

  test('that are a picture with words stay', () => {
    expect(converted('## ![A pool](/images/a.png)\n', { files }).body).toBe('## ![A pool](/images/a.png)\n');
  });

  test('of HTML without words are none', () => {
    expect(converted('<h2><img src="/images/a.png"></h2>\n\n<h3></h3>\n', { files }).body).toBe(
      '<div><img src="/images/a.png" alt="" /></div>\n\n<div></div>\n',
    );
  });
});

describe('links', () => {
  test('that hold a picture without words only are named after its file', () => {
    const { body, report } = converted(
      '[![](/images/a.png)](http://x.example/) <a href="/"><img src="/images/a.png"></a>\n',
      {
        files,
      },
    );
    expect(body).toBe(
      '[![a.png](/images/a.png)](http://x.example/) <a href="/"><img src="/images/a.png" alt="a.png" /></a>\n',
    );
    expect(report).toMatch(/! .*:4:2 {2}!\[image\] {2}picture \/images\/a\.png, named after its file/);
  });

  test('that have words too leave their picture as it is', () => {
    expect(converted('[![](/images/a.png) words](http://x.example/)\n', { files }).body).toContain('alt="" /> words](');
  });

  test('to nothing become their words', () => {
    expect(converted('A [source]() and <a href="">more</a>.\n').body).toBe('A source and <a>more</a>.\n');
  });

  test('lose the blanks around their address', () => {
    expect(converted('A <a href=" http://x.example/ ">page</a>.\n').body).toBe(
      'A <a href="http://x.example/">page</a>.\n',
    );
  });

  test('without anything in them go', () => {
    expect(converted('A <a href="http://x.example/"></a>word.\n').body).toBe('A word.\n');
  });

  test('with brackets in an address that changes keep none of them behind', () => {
    expect(converted('[a](/d_(e)), [b](/f\\(g).\n').body).toBe(
      '[a](http://old.example/d_%28e%29), [b](http://old.example/f%28g).\n',
    );
  });

  test('to the top lead to where each page begins', () => {
    expect(converted('[Up](#top)\n').body).toBe('[Up](#main)\n');
  });
});

test('a picture that names no file is none', () => {
  expect(converted('A ![]() and <img src="">b.\n').body).toBe('A  and b.\n');
});

describe('tags that nobody knows', () => {
  test('stay as code in a sentence, also behind a bracket or an apostrophe', () => {
    const { body } = converted("d'{% wp Agnes %} ({% wp Obel %})\n");
    expect(body).toBe("d'`{% wp Agnes %}` (`{% wp Obel %}`)\n");
  });

  test('make a quote of the sentences between them, and code of data', () => {
    const { body, report } = converted(
      'A\n\n{% aside note %}\nAsides *look* like this.\n{% endaside %}\n\n{% graph %}\ndigraph G { a -> b }\n{% endgraph %}\n\n{% shot /a.png %}A pool.{% endshot %}\n',
    );
    expect(body).toMatch(/^A\n\n> Asides \*look\* like this\.\n\n> \[!WARNING\]/);
    expect(body.match(/\[!WARNING\]/g)).toHaveLength(2);
    expect(report).toMatch(/! .*:6:1 {2}\{% aside %\} {2}its text as a quote: nobody knows/);
  });

  test('leave nothing behind in an address', () => {
    expect(converted('[a]({% wp x %}) [b](/c/{% wp x %}) <a href="{% wp x %}">d</a>\n').body).toMatch(
      /^\[a\]\(#main\) \[b\]\(\S*#main\) <a href="#main">d<\/a>\n$/,
    );
  });

  test('go where they are an end without a beginning', () => {
    const { body, report } = converted('A {% endraw %}`b`.\n');
    expect(body).toBe('A `b`.\n');
    expect(report).toMatch(/! .*:4:3 {2}\{% endraw %\} {2}nothing: no tag before it is open/);
  });

  test('are said to be of the plugin that made them', () => {
    const plugin = "Liquid::Template.register_tag('wp', Jekyll::Wikipedia)\n";
    expect(converted('{% wp x %}\n', { files: { 'plugins/wiki.rb': plugin } }).report).toContain(
      '{% wp %}  marked block: nobody knows the tag wp; plugins/wiki.rb made it',
    );
  });
});

describe('a gist', () => {
  // Named as plugins/gist_tag.rb of Octopress 2 does: the gist, the file, and a digest of both.
  const files = {
    '.gist-cache/5601234-a.rb-6512bd43d9caa6e02c990b0a82652dca.cache': 'puts 1\n',
    '.gist-cache/5601234-b.rb-c20ad4d76fe97759aa27a0c99bff6710.cache': 'puts 2\n',
    '.gist-cache/5609999-b.rb-c51ce410c124a10e0db5e4b97fc2af39.cache': 'puts 3\n',
  };

  test('is the file that the blog kept of it', () => {
    expect(converted('{% gist 5601234 b.rb %}\n', { files }).body).toMatch(/^```rb title="b.rb".*\nputs 2\n```/);
  });

  test('of which nothing was kept is a link', () => {
    const { body, report } = converted('{% gist 5600000 b.rb %}\n', { files });
    expect(body).toBe('[Gist 5600000: b.rb](https://gist.github.com/5600000#file-b-rb)\n');
    expect(report).toContain('{% gist %}  link to https://gist.github.com/5600000#file-b-rb');
  });
});

describe('scripts of others', () => {
  test('that showed slides or a recording become links', () => {
    expect(
      converted(
        '<script async class="speakerdeck-embed" data-id="4f9eca7c59" src="//speakerdeck.com/assets/embed.js"></script>\n\n' +
          '<script src="https://asciinema.org/a/510632.js" id="asciicast-510632" async></script>\n',
      ).body,
    ).toMatch(/https:\/\/speakerdeck\.com\/player\/4f9eca7c59"[^]*https:\/\/asciinema\.org\/a\/510632"/);
  });

  test('that showed nothing of the author’s go, and all others are marked', () => {
    const { body, report } = converted(
      'A\n\n<script async src="//platform.twitter.com/widgets.js"></script>\n<script>\n(adsbygoogle = window.adsbygoogle || []).push({});\n</script>\n\nB\n\n<script>alert(1)</script>\n',
    );
    expect(body).toMatch(/^A\n+B\n\n> \[!WARNING\]/);
    expect(report.match(/^!.*/gm)).toHaveLength(1);
  });
});

describe('pictures whose address has a name', () => {
  test('are shown like those with their address in place', () => {
    const { body, report } = converted(
      '![A pool][pool] ![][pool] ![gone]\n\n[pool]: /images/a.png "The pool"\n[gone]: /images/gone.png\n',
      { files },
    );
    expect(body).toBe(
      '![A pool](/images/a.png "The pool") <img src="/images/a.png" alt="" title="The pool" /> ' +
        '[![gone](/picture-elsewhere.svg)](http://old.example/images/gone.png)\n\n' +
        '[pool]: /images/a.png "The pool"\n[gone]: http://old.example/images/gone.png\n',
    );
    expect(report.match(/^!.*/gm)).toEqual([
      expect.stringMatching(/a\.markdown:4:17 {2}!\[image\] {2}picture \/images\/a\.png, which has no text/),
      expect.stringMatching(/a\.markdown:4:27 {2}!\[image\] {2}a stand-in that links to http:\/\/old\.example/),
    ]);
  });
});

describe('HTML that is no longer any', () => {
  test('becomes what stands for it today, and loses what only said how it looks', () => {
    const { body, report } = converted(
      '<center><font color="red">A</font> <strike>b</strike></center>\n\n<table border="1"><tr><td width="3">c</td></tr></table>\n',
    );
    expect(body).toBe('<div><span>A</span> <s>b</s></div>\n\n<table><tr><td>c</td></tr></table>\n');
    expect(report).toContain('a.markdown:4:1  <center>  <div>');
    expect(report).toContain('a.markdown:6:1  <table border>  the element without it');
  });

  test('and never was is text, or goes if it has an end', () => {
    const { body, report } = converted('A vector<int> of <foo>b</foo>.\n');
    expect(body).toBe('A vector&lt;int&gt; of b.\n');
    expect(report).toMatch(/! .*a\.markdown:4:9 {2}<int> {2}text/);
  });

  test('is text where it would take in all that follows, because it has no end', () => {
    const { body, report } = converted('The <script> and the <title> of a page.\n\nMore.\n');
    expect(body).toBe('The &lt;script&gt; and the &lt;title&gt; of a page.\n\nMore.\n');
    expect(report).toContain('a.markdown:4:5  <script>  text: the element has no end');
  });

  test('stays one block where nothing is left of a line', () => {
    const old = '<div>\n  <p>\n    <a href="/x"></a>\n  </p>\n    <p>B</p>\n</div>\n';
    expect(converted(old).body).toBe('<div>\n  <p>\n  </p>\n    <p>B</p>\n</div>\n');
  });

  test('breaks a line at the end of a break, as browsers do', () => {
    expect(converted('A</br>\nB\n').body).toBe('A<br>\nB\n');
  });

  test('has each id once', () => {
    expect(converted('<a name="x"></a>A <b id="x">b</b>\n').body).toBe('<a id="x"></a>A <b>b</b>\n');
  });

  test('leaves drawings as they are', () => {
    const svg =
      '<svg width="3" viewBox="0 0 1 1"><linearGradient id="g"></linearGradient><path d="M0" width="2"></path></svg>\n';
    expect(converted(svg).body).toBe(svg);
    expect(converted(`${svg}\n{% youtube dQw4w9WgXcQ %}\n`).body).toContain('<linearGradient id="g">');
  });
});

test('code in an element keeps its language, title and link', () => {
  expect(converted('<div>\n``` ruby A <b> http://x.example/ file\nputs 1\nputs 2\n```\n</div>\n').body).toBe(
    '<div>\n<p>A &lt;b&gt; <a href="http://x.example/">file</a></p><pre><code class="language-ruby">puts 1&#10;puts 2</code></pre>\n</div>\n',
  );
});

describe('scripts and frames', () => {
  test('that are indented after a blank line in an element are no code, and those in a block of code are', () => {
    const { body, report } = converted(
      '<div>\n\t<p>A</p>\n\n\t<script>b()</script>\n</div>\n\n    <script>c()</script>\n',
    );
    expect(body).toBe(
      '<div>\n\t<p>A</p>\n\t<code>&lt;script&gt;b()&lt;/script&gt;</code>\n</div>\n\n    <script>c()</script>\n',
    );
    expect(report).toContain('! source/_posts/2014-01-02-a.markdown:7:2  <script>  marked block');
  });
});

describe('in .mdx', () => {
  const film = '{% youtube dQw4w9WgXcQ %}\n\n';
  const still = '<Still href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" label="Video on YouTube" />\n\n';

  test('a frame whose address has entities leads to the address that they mean', () => {
    const { body } = converted('<iframe src="https://other.example/show?a=1&amp;b=2"></iframe>\n');
    expect(body).toContain('href="https://other.example/show?a=1&amp;b=2"');
  });

  test('a paragraph that follows a frame on its line is no paragraph in a paragraph', () => {
    expect(converted(`${film}<iframe src="https://player.vimeo.com/video/7"></iframe><p>By <b>B</b>.</p>\n`).body).toBe(
      `${still}<Still href="https://vimeo.com/7" label="Video on Vimeo" />\n\n<p>By <b>B</b>.</p>\n`,
    );
  });

  test('words on their own lines in an element are no paragraph', () => {
    expect(converted(`${film}<p><a href="http://x.example/">\nWords\n</a></p>\n`).body).toBe(
      `${still}<p><a href="http://x.example/"> Words </a></p>\n`,
    );
  });

  test('HTML in a quote keeps its place there', () => {
    expect(converted(`${film}> <div>\n> <b>a { b</b>\n> </div>\n`).body).toBe(
      `${still}> <div> <b>a \\{ b</b> </div>\n`.replace(
        '<div> <b>a \\{ b</b> </div>',
        '<div>\n> <b>a \\{ b</b>\n> </div>',
      ),
    );
  });

  test('a block in a paragraph of HTML makes it none', () => {
    expect(converted(`${film}<p>{% imgcap /images/a.png A caption %}</p>\n`, { files }).body).toContain(
      '<div><figure><img src="/images/a.png" alt="A caption" /><figcaption>A caption</figcaption></figure></div>',
    );
  });
});
