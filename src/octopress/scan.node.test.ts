import { describe, expect, test } from 'vitest';
import { scan } from './scan.node.ts';
import type { Part } from './scan.node.ts';

function shape(text: string, endsFencesEarly = true): string {
  const show = (part: Part): string => {
    switch (part.kind) {
      case 'tag':
        return `<${part.name} ${part.args}>`;
      case 'block':
        return `[${part.name} ${part.args}|${part.children.map(show).join('')}]`;
      case 'fence':
        return `(${part.info}|${part.code})`;
      default:
        return part.kind === 'text' ? text.slice(part.from, part.to) : `${part.kind}:${text.slice(part.from, part.to)}`;
    }
  };
  return scan(text, endsFencesEarly).map(show).join('');
}

describe('the parts of a text', () => {
  test.each([
    ['a {% img /x.png %} b', 'a <img /x.png> b'],
    ['{% blockquote A %}x{% endblockquote %}', '[blockquote A|x]'],
    ['{% a %}{% b %}x{% endb %}{% enda %}', '[a |[b |x]]'],
    ['{% a %}{% b %}x{% enda %}', '[a |<b >x]'],
    ['{% codeblock %}{% img %}{% endcodeblock %}', '[codeblock |]'],
    ['{% raw %}{{ x }}{% endraw %}', '[raw |{{ x }}]'],
    ['{% codeblock %} open', '<codeblock > open'],
    ['x {{ y }} z', 'x output:{{ y }} z'],
    ['``` ruby\n{% x %}\n```\n', '(ruby|{% x %}\n)\n'],
    ['``` ruby\nopen', '``` ruby\nopen'],
    ['a {% b', 'a broken:{% b'],
    ['{%- a -%}', '<a >'],
  ])('%j are %j', (text, parts) => {
    expect(shape(text)).toBe(parts);
  });

  test('have a fence that Octopress ended at the next backticks, and Jekyll at backticks alone', () => {
    const text = '```md\na\n```sh\nb\n```\n';
    expect(shape(text)).toBe('(md|a\n)\nb\n```\n');
    expect(shape(text, false)).toBe('(md|a\n```sh\nb\n)\n');
  });

  test('have no gaps, whatever is open', () => {
    const text = '{% a %} {{ {% raw %} ``` {% endb %} }} {% } x %} {% endraw';
    let at = 0;
    for (const { from, to } of scan(text, true)) {
      expect(from).toBe(at);
      at = to;
    }
    expect(at).toBe(text.length);
  });
});
