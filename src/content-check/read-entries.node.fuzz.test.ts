import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check, post } from '../../tests/fixtures/content-tree.ts';
import { patience, tried } from '../../tests/fixtures/tried.ts';

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '---',
      '\n',
      ': ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '<<: *a',
      '!!binary ',
      '!a ',
      '|',
      '>-',
      '? ',
      '# ',
      '"',
      "'",
      '\t',
      '%YAML 9',
    ],
    ...[
      'name: a',
      'facts:',
      '  copy_up:',
      '    value: ',
      'date: 2014-99-99',
      'title: T',
      'tags: [a]',
      'discussion: -1',
      '__proto__: 1',
      '.inf',
      '0x',
    ],
    ...[
      '<Compare drivers="',
      '" />',
      '{1 +',
      '</b>',
      '<b>',
      'import a from "a"',
      'export const b = 1',
      '[a](/b/)',
      '![]()',
      '[^1]',
      '```',
      '<!--',
      '&#0;',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom('', '', '\n', ' ')), { maxLength: 14 })
  .map((pieces) => pieces.flat().join(''));
const places = [
  'content/posts/a.md',
  'content/posts/a.mdx',
  'content/errors/a.mdx',
  'content/drivers/docker-a.yaml',
  'content/engines/a.yaml',
  'content/facts.yaml',
  'content/distributions.yaml',
  'content/docker-info.yaml',
  'content/redirects.yaml',
  'content/published.yaml',
  'content/discussions/7.json',
];

test(
  'whatever a file of content holds, each problem has a place in a file and says what is wrong',
  patience,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), text, fc.boolean(), async (path, body, hasFrontMatter) => {
        const whole = hasFrontMatter && /mdx?$/.test(path) ? post(body) : body;
        const { problems, warnings } = await check({ [path]: whole });
        for (const { file, line, column, rule, message, hint } of [...problems, ...warnings]) {
          expect(file).toMatch(/^content\//);
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(rule).toMatch(/^[a-z-]+$/);
          expect(message).not.toBe('');
          expect(hint).not.toMatch(/undefined|\[object/);
        }
      }),
      tried(60),
    );
  },
);
