import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.node.ts';

describe('the settings of an old blog', () => {
  test('are those of its engine where nothing is said', () => {
    const { settings, issues } = readSettings(undefined, 'octopress');
    expect(settings).toMatchObject({ permalink: '/blog/:year/:month/:day/:title/', markdown: 'rdiscount', root: '' });
    expect(readSettings('', 'jekyll').settings).toMatchObject({ permalink: 'date', markdown: 'kramdown' });
    expect(issues).toEqual([]);
  });

  test('are read, with addresses without last slash', () => {
    const text =
      'url: http://x.example/\nbaseurl: /notes/\nmarkdown: redcarpet2\ncategory_dir: /topics/\ntimezone: Europe/Berlin\n';
    expect(readSettings(text, 'jekyll').settings).toMatchObject({
      url: 'http://x.example',
      root: '/notes',
      markdown: 'redcarpet',
      categoryFolder: 'topics',
      timezone: 'Europe/Berlin',
    });
  });

  test('name collections, defaults and the addresses of both', () => {
    const text = [
      'collections:',
      '  guides: { output: true, permalink: /g/:name/ }',
      '  data: { output: false }',
      '  posts: { permalink: /p/:title/ }',
      'defaults:',
      '  - { scope: { path: a/b, type: posts }, values: { permalink: /x/, layout: post } }',
      '  - { scope: { path: "" }, values: { author: A } }',
    ].join('\n');
    const { settings } = readSettings(text, 'jekyll');
    expect(settings.permalink).toBe('/p/:title/');
    expect([...settings.collections]).toEqual([
      ['guides', { isShown: true, permalink: '/g/:name/' }],
      ['data', { isShown: false, permalink: undefined }],
    ]);
    expect(settings.defaults).toEqual([
      { path: '', type: undefined, values: { author: 'A' } },
      { path: 'a/b', type: 'posts', values: { permalink: '/x/' } },
    ]);
  });

  test.each([
    ['timezone: Mars/Base', /Mars\/Base is unknown/],
    ['a: [1\nurl: http://x.example', /no YAML in all its parts/],
    [`a: &a [${'x,'.repeat(9)}x]\nb: [${'*a,'.repeat(80)}*a]`, /can not be read/],
  ])('with %j say what is wrong', (text, issue) => {
    expect(readSettings(text, 'octopress').issues.join()).toMatch(issue);
  });

  test.each(['just words', '- a\n- b', '', 'null'])('that are %j are none', (text) => {
    expect(readSettings(text, 'octopress').settings.values).toEqual({});
  });
});
