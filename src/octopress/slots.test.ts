import { describe, expect, test } from 'vitest';
import { Slots } from './slots.ts';

const film = {
  block: { md: '<p>Film</p>', mdx: '<Still />' },
  inline: { md: '[Film](/f)', mdx: '[Film](/f)' },
  html: '<a>Film</a>',
};

function filled(text: (sign: string) => string, syntax: 'md' | 'mdx' = 'mdx'): string {
  const slots = new Slots();
  return slots.fill(text(slots.put(film)), syntax);
}

describe('a new text', () => {
  test('alone on its line is a block with blank lines around it', () => {
    expect(filled((sign) => `Before.\n${sign}\nAfter.\n`)).toBe('Before.\n\n<Still />\n\nAfter.\n');
    expect(filled((sign) => `Before.\n\n${sign}\n`, 'md')).toBe('Before.\n\n<p>Film</p>\n');
  });

  test('in a line is a piece of it', () => {
    expect(filled((sign) => `See ${sign} now.`)).toBe('See [Film](/f) now.');
  });

  test('in a quote or a list stays in it', () => {
    expect(filled((sign) => `> a\n> ${sign}\n> b\n`)).toBe('> a\n>\n> <Still />\n>\n> b\n');
    expect(filled((sign) => `- ${sign}\n- b\n`)).toContain('- <Still />\n');
  });

  test('in HTML is HTML', () => {
    const slots = new Slots();
    const text = `<div>${slots.put(film)}</div>`;
    slots.markHtml(text);
    expect(slots.fill(text, 'mdx')).toBe('<div><a>Film</a></div>');
    expect(slots.fillHtml(text)).toBe('<div><a>Film</a></div>');
  });

  test('that holds itself ends', () => {
    const slots = new Slots();
    const sign = slots.put({ inline: { md: 'x', mdx: 'x' } });
    slots.put({ inline: { md: sign, mdx: sign } });
    const [first, last] = ['\uE000', '\uE001'];
    const circle = new Slots();
    circle.put({ inline: { md: `${first}0${last}`, mdx: '' } });
    expect(circle.fill(`a ${first}0${last}b`, 'md')).toBe('a b');
  });

  test('that nobody kept is nothing', () => {
    expect(new Slots().fill('a\uE0007\uE001b', 'md')).toBe('ab');
  });
});

test('only a text that differs in .mdx needs components', () => {
  const slots = new Slots();
  slots.put({ inline: { md: 'a', mdx: 'a' } });
  expect(slots.needComponents).toBe(false);
  slots.put(film);
  expect(slots.needComponents).toBe(true);
});
