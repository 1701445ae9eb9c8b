import { FileSystemConfigLoader, HtmlValidate, esmResolver } from 'html-validate';
import { describe, expect, test } from 'vitest';

const validator = new HtmlValidate(new FileSystemConfigLoader([esmResolver()]));

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Example</title></head><body><main><h1>Example</h1>${body}</main></body></html>`;

async function complaints(body: string): Promise<string> {
  const { results } = await validator.validateString(page(body), `${process.cwd()}/dist/example/index.html`);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)).join('\n');
}

describe('a page', () => {
  test.each([
    ['an inline style', '<p style="color: red">x</p>', 'no-inline-style: Inline style is not allowed'],
    ['an image without text', '<img src="/a.png">', 'missing required "alt" attribute'],
    ['a heading too deep', '<h3>x</h3>', 'expected <h2> but got <h3>'],
    ['an id twice', '<p id="a">x</p><p id="a">y</p>', 'Duplicate ID "a"'],
    ['a block in a paragraph', '<span><div>x</div></span>', 'not permitted as content under <span>'],
    ['a label for nothing', '<label for="gone">x</label>', 'no-missing-references'],
    ['an element left open', '<section><h2>x</h2>', 'close-order'],
  ])('with %s is reported', async (_, body, message) => {
    expect(await complaints(body)).toContain(message);
  });

  test('as Astro writes it is fine', async () => {
    const body =
      '<ul role="list"><li id="2.1-a">a > b</li></ul><img src="/a.png" alt=""/><details open><summary>x</summary>y</details>';
    expect(await complaints(body)).toBe('');
  });
});
