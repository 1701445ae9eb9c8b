import { describe, expect, test } from 'vitest';
import { fenced, languageFor, outdentFence, readCodeOptions, trimCode } from './code-options.ts';

describe('the words of a code block', () => {
  test.each([
    ['lang:ruby', false, { mark: [], language: 'ruby' }],
    ['Look at it lang:sh', false, { mark: [], language: 'sh', title: 'Look at it' }],
    [
      'time.rb http://x.example/t.rb the source',
      false,
      { mark: [], language: 'rb', title: 'time.rb', url: 'http://x.example/t.rb', linkText: 'the source' },
    ],
    [
      'start:5 mark:6,8-9 linenos:false',
      false,
      {
        mark: [
          { from: 6, to: 6 },
          { from: 8, to: 9 },
        ],
        start: 5,
        numbers: false,
      },
    ],
    ['range:3-7', false, { mark: [], range: { from: 3, to: 7 } }],
    ['start:3 end:7', false, { mark: [], start: 3, range: { from: 3, to: 7 } }],
    ['ruby "A title" /t.rb', true, { mark: [], language: 'ruby', title: 'A title', url: '/t.rb' }],
    ['title:"A title"', true, { mark: [], title: 'A title' }],
    ['{.js}', true, { mark: [], language: 'js' }],
    ['mark:9-2,x', false, { mark: [] }],
    ['', true, { mark: [] }],
  ])('%s, with the language first: %s', (words, first, options) => {
    expect(readCodeOptions(words, first)).toEqual(options);
  });
});

describe('a fence', () => {
  test('has its notes, with marks counted from its own first line', () => {
    const options = {
      mark: [
        { from: 6, to: 7 },
        { from: 50, to: 51 },
      ],
      start: 5,
      title: 'A "b"',
      url: '/x',
    };
    expect(fenced('a\nb\nc', 'sh', options)).toBe('```sh title=\'A "b"\' link="/x" mark={2-3} start={5}\na\nb\nc\n```');
  });

  test('is longer than any in its code', () => {
    expect(fenced('````\nx', undefined, { mark: [] })).toBe('`````\n````\nx\n`````');
  });

  test('is made of tildes if a note holds a backtick', () => {
    expect(fenced('x', 'sh', { mark: [], title: 'a `b`' })).toMatch(/^~~~sh title="a `b`"\nx\n~~~$/);
  });

  test('with a quotation mark of each kind in its title has no mark that ends it', () => {
    expect(fenced('x', 'sh', { mark: [], title: `a 'b' "c"` })).toContain(`title="a 'b' ”c”"`);
  });
});

test.each([
  ['C++', 'cpp'],
  ['language-js', 'js'],
  ['objc', 'objective-c'],
  ['terminal', 'console'],
  ['klingon', undefined],
])('the language %s is %s', (name, language) => {
  const known = new Set(['cpp', 'js', 'objective-c', 'console']);
  expect(languageFor(name, (candidate) => known.has(candidate))).toBe(language);
});

test('code loses blank lines at its ends and blanks at the ends of its lines', () => {
  expect(trimCode('\n\n  a  \n\nb\t\n\n')).toBe('  a\n\nb');
});

test.each([
  ['    a\n      b\nc', 'a\n  b\nc'],
  ['\ta\n\t\tb', 'a\n\tb'],
  ['a\n    b', 'a\n    b'],
])('a fence that holds %j shows %j', (code, shown) => {
  expect(outdentFence(code)).toBe(shown);
});
