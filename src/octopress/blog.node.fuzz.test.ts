import fc from 'fast-check';
import { expect, test } from 'vitest';
import { converted } from '../../tests/fixtures/old-blog.ts';
import { patience, tried } from '../../tests/fixtures/tried.ts';
import { readBody } from '../content-check/body.node.ts';

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '{% img left /a.png 10 20 "t" "a" %}',
      '{% codeblock a.rb lang:ruby %}',
      '{% endcodeblock %}',
      '{% raw %}',
      '{% endraw %}',
    ],
    ...[
      '{% blockquote A http://a.example B %}',
      '{% endblockquote %}',
      '{% pullquote %}',
      '{" a "}',
      '{% endpullquote %}',
    ],
    ...[
      '{% include_code a.rb %}',
      '{% gist 1 %}',
      '{% if a %}',
      '{% else %}',
      '{% endif %}',
      '{{ page.title',
      '}}',
      '{%',
      '%}',
    ],
    ...[
      '{% youtube a %}',
      '{% highlight ruby linenos %}',
      '{% endhighlight %}',
      '{% post_url 2014-01-01-b %}',
      '{% unknown %}',
    ],
    ...[
      '```',
      '~~~',
      '``` ruby a.rb http://a.example b',
      '<!-- more -->',
      '<!--',
      '-->',
      '[^1]',
      '[^1]: a',
      '{: .a #b}',
      '* TOC\n{:toc}',
    ],
    ...[
      '<div markdown="1">',
      '</div>',
      '<table><tr><td>',
      '<script>a()</script>',
      '<b',
      '<a href="x">',
      '&nbsp;',
      '<br>',
      '{',
      '}',
      '\\',
    ],
    ...[
      '| a | b |\n|---|---|\n',
      '    code',
      '\t',
      '> ',
      '- ',
      '1. ',
      '# ',
      '$$x$$',
      '*[HTML]: b',
      'Term\n: What it is',
      '---',
      '***',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const post = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ', '\n', '\n\n', '\r\n')), { maxLength: 16 })
  .map((pieces) => pieces.flat().join(''));

test('whatever an old post holds, it becomes a page that this site can read', patience, () => {
  fc.assert(
    fc.property(post, fc.constantFrom('kramdown', 'rdiscount', 'redcarpet'), (text, dialect) => {
      const { body, name } = converted(text, { config: `url: http://old.example\nmarkdown: ${dialect}\n` });
      const syntax = name.endsWith('.mdx') ? 'mdx' : 'md';
      expect([syntax, readBody(body, 0, syntax).issues]).toEqual([syntax, []]);
    }),
    tried(60),
  );
});

const setting = fc.oneof(
  fc.constantFrom(
    'title: ',
    'date: 2014-01-02',
    'categories: [',
    ']',
    '- a',
    ': ',
    '"',
    '&a ',
    '*a',
    '!ruby/object:A',
    '---',
    '\t',
    '{',
    '  ',
  ),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const settings = fc.array(setting, { maxLength: 10 }).map((lines) => lines.join('\n'));

test('whatever stands in its settings, a blog is taken over and the rest is reported', patience, () => {
  fc.assert(
    fc.property(settings, settings, (config, frontMatter) => {
      const files = { 'source/_posts/2014-01-03-b.markdown': `---\n${frontMatter}\n---\nText.\n` };
      const { body, report } = converted('Text.', { config, files });
      expect(body).toContain('Text.');
      expect(report).not.toMatch(/undefined|\[object/);
    }),
    tried(60),
  );
});
