import prettier from 'prettier';
import { resolve } from 'node:path';
import stylelint from 'stylelint';
import { describe, expect, test } from 'vitest';

async function complaints(code: string, file: string): Promise<string> {
  const { results } = await stylelint.lint({ code, codeFilename: resolve(file) });
  return results.flatMap(({ warnings }) => warnings.map(({ text }) => text)).join('\n');
}

describe('a style sheet', { timeout: 60_000 }, () => {
  test.each([
    ['a physical margin', 'margin-left: 1rem', "Use the logical property instead of 'margin-left'"],
    ['a physical border', 'border-top: 0', "Use the logical property instead of 'border-top'"],
    ['a physical place', 'left: 0', "Use the logical property instead of 'left'"],
    ['a physical size', 'max-width: 1rem', "Use the logical property instead of 'max-width'"],
    ['four physical sides', 'padding: 0 0 0 clamp(1rem, var(--space-3), 2rem)', '-block and -inline in place of four'],
    ['a physical alignment', 'text-align: left', 'Use the logical value'],
    ['a hex colour', 'color: #fff', 'Use a token, such as var(--ink)'],
    ['a named colour', 'color: red', 'Use a token, such as var(--ink)'],
    ['a colour function', 'color: oklch(50% 0 0deg)', 'Use a token, such as var(--ink)'],
    ['a loud rule', 'color: var(--ink) !important', 'Use a later layer'],
    ['an unasked motion', 'transition: opacity 1s', 'Put it inside @media (prefers-reduced-motion: no-preference)'],
    ['a property that is none', 'colour: inherit', 'property-no-unknown'],
  ])('with %s is told what to do instead', async (_, declaration, message) => {
    expect(await complaints(`.example {\n  ${declaration};\n}\n`, 'src/styles/base.css')).toContain(message);
  });

  test('with an id is told to use a class', async () => {
    expect(await complaints('#main {\n  margin: 0;\n}\n', 'src/styles/base.css')).toContain('Use a class');
  });

  test('may move things where the reader did not ask for stillness', async () => {
    const code = '@media (prefers-reduced-motion: no-preference) {\n  a {\n    transition: opacity 1s;\n  }\n}\n';
    expect(await complaints(code, 'src/styles/base.css')).toBe('');
  });

  test('holds colours where their contrast is checked', async () => {
    expect(await complaints(':root {\n  --ink: oklch(20% 0 0deg);\n}\n', 'src/styles/tokens.css')).toBe('');
  });

  test('inside a component is read too', async () => {
    const code = '<p>x</p>\n\n<style>\n  p {\n    margin-left: 1rem;\n  }\n</style>\n';
    expect(await complaints(code, 'src/site/Example.astro')).toContain('margin-left');
  });
});

describe('a file', () => {
  const isFormatted = async (file: string, code: string): Promise<boolean> =>
    prettier.check(code, { ...(await prettier.resolveConfig(file)), filepath: file });

  test.each([
    ['src/site/example.ts', "const a = 'b';\n", 'const a = "b"\n'],
    ['src/site/Example.astro', "---\nconst a = 'b';\n---\n\n<p>{a}</p>\n", '---\nconst a="b"\n---\n<p>{a}</p>\n'],
    ['src/styles/base.css', 'a {\n  color: inherit;\n}\n', 'a{color:inherit}'],
  ])('such as %s has one format', async (file, good, bad) => {
    expect(await isFormatted(file, good)).toBe(true);
    expect(await isFormatted(file, bad)).toBe(false);
  });

  test('of an author is left as it was written', async () => {
    expect(await isFormatted('content/posts/example.md', '*  one\n*  two\n')).toBe(true);
  });
});
