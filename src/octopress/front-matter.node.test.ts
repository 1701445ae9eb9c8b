import { describe, expect, test } from 'vitest';
import { readFrontMatter } from './front-matter.node.ts';

function read(yaml: string) {
  const front = readFrontMatter(`---\n${yaml}\n---\nText.\n`);
  if (front === undefined) throw new Error('There is no front matter.');
  return front;
}

describe('front matter', () => {
  test('gives values, their places and what was typed', () => {
    const front = read('title: A\ndate: 2013-01-05 09:30:00 +0100\npublished: no');
    expect(front.values).toMatchObject({ title: 'A', published: false });
    expect(front.typed('date')).toBe('2013-01-05 09:30:00 +0100');
    expect(front.offsetOf('date')).toBe('---\ntitle: A\n'.length);
    expect(front.body).toBe('---\ntitle: A\ndate: 2013-01-05 09:30:00 +0100\npublished: no\n---\n'.length);
  });

  test('of a key that is there twice has the last value', () => {
    expect(read('title: A\ntitle: B').values['title']).toBe('B');
  });

  test('with a quoted text that goes on in the first column is read as Jekyll did', () => {
    const front = read('title: "The pool,\nPart II"\ncategories:\n- Docker');
    expect(front.values).toEqual({ title: 'The pool, Part II', categories: ['Docker'] });
    expect(front.offsetOf('categories')).toBe('---\ntitle: "The pool,\nPart II"\n'.length);
    expect(front.repairs).toEqual([]);
  });

  test('with a colon, a sign or tabs is mended, and says so', () => {
    for (const yaml of ['title: A: b', 'title: @home', 'title:\tA\ntags:\n\t- x', 'title: "A" b']) {
      const { values, repairs } = read(yaml);
      expect(values['title'], yaml).toMatch(/A|home/);
      expect(repairs, yaml).toHaveLength(1);
    }
  });

  test('that is no YAML gives its plain lines, and somebody must look', () => {
    const { values, repairs } = read('title: A\ntags: [a, b\n  - x: {');
    expect(values).toMatchObject({ title: 'A', tags: 'a, b' });
    expect(repairs).toEqual([{ offset: 4, what: 'it is no YAML; only its plain lines were read', person: true }]);
  });

  test('that is a bomb is not unpacked', () => {
    const bomb = [
      'a: &a [x,x]',
      ...Array.from({ length: 60 }, (_, index) => `k${index}: [${'*a,'.repeat(60)}*a]`),
    ].join('\n');
    const { values, repairs } = read(`title: A\n${bomb}`);
    expect(values['title']).toBe('A');
    expect(repairs[0]?.person).toBe(true);
    expect(JSON.stringify(values).length).toBeLessThan(100_000);
  });

  test('may be empty', () => {
    expect(readFrontMatter('---\n---\nText.\n')?.values).toEqual({});
  });

  test.each(['Text.\n', '---\ntitle: A\n\nText.\n', 'Text\n---\ntitle: A\n---\n'])('%j has none', (text) => {
    expect(readFrontMatter(text)).toBeUndefined();
  });
});
