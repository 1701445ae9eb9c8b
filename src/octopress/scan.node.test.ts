import { describe, expect, test } from 'vitest';
import { scan } from './scan.node.ts';
import type { Part } from './scan.node.ts';

function shape(text: string): string {
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
  return scan(text).map(show).join('');
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

  test('have no gaps, whatever is open', () => {
    const text = '{% a %} {{ {% raw %} ``` {% endb %} }} {% } x %} {% endraw';
    let at = 0;
    for (const { from, to } of scan(text)) {
      expect(from).toBe(at);
      at = to;
    }
    expect(at).toBe(text.length);
  });
});
