import { createHash } from 'node:crypto';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { describe, expect, test } from 'vitest';
import { BuiltSite, attribute, elementsOf, textOf } from '../built-site.ts';

const site = new BuiltSite();
const policy = site.headers('/').get('content-security-policy') ?? '';

/** Sources of a directive: `'self'` and hashes for `script-src`. */
function sources(text: string, directive: string): string[] {
  const found = text.split('; ').find((part) => part.startsWith(`${directive} `));
  return found?.split(' ').slice(1) ?? [];
}

/** What a page holds that its policy would stop, or that needs a weaker one. */
function breaches(html: string, text: string): string[] {
  const allowed = { script: sources(text, 'script-src'), style: sources(text, 'style-src') };
  return elementsOf(html).flatMap((element) => {
    const { tagName, properties } = element;
    const found = Object.keys(properties)
      .filter((name) => name === 'style' || /^on[A-Z]/i.test(name))
      .map((name) => `<${tagName}> has the attribute ${name}`);
    for (const name of ['href', 'src', 'action']) {
      const address = attribute(element, name)?.trim().toLowerCase() ?? '';
      if (address.startsWith('javascript:')) found.push(`<${tagName}> has a ${name} that is script`);
      if (address.startsWith('http:') && name === 'src') found.push(`<${tagName}> loads ${address} in the clear`);
    }
    if (tagName === 'script' || tagName === 'style') {
      const isData = tagName === 'script' && !['module', undefined].includes(attribute(element, 'type'));
      const content = textOf(element);
      const hash = `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
      if (content !== '' && !isData && !allowed[tagName].includes(hash))
        found.push(`the hash of <${tagName}> ${content.slice(0, 40)} is missing`);
    }
    return found;
  });
}

/** All findings of Google's evaluator but one: `'self'` is dangerous to who serves what others upload, and we do not. */
function weaknesses(text: string): string[] {
  return new CspEvaluator(new CspParser(text).csp)
    .evaluate()
    .filter(({ description }) => !description.startsWith("'self' can be problematic"))
    .map(({ directive, description }) => `${directive}: ${description}`);
}

test.each(site.pages())('$file holds nothing that its policy would stop', ({ html }) => {
  expect(breaches(html, policy)).toEqual([]);
});

test('every hash in the policy is of something that a page has', () => {
  const contents = site
    .pages()
    .flatMap(({ html }) => elementsOf(html, ({ tagName }) => tagName === 'script' || tagName === 'style').map(textOf));
  const hashes = new Set(contents.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`));
  const named = [...sources(policy, 'script-src'), ...sources(policy, 'style-src')].filter((source) =>
    source.startsWith("'sha"),
  );
  expect(named.filter((source) => !hashes.has(source))).toEqual([]);
});

test('the policy forbids all it does not name, and names nothing unsafe and no other host', () => {
  expect(policy).toMatch(/^default-src 'none'; /);
  expect(policy).toContain("; require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).not.toMatch(/https?:|data:|blob:|\*/);
});

test('the policy fits into the headers that hosts accept', () => {
  const limit = 8000; // bytes; several servers refuse longer header lines
  expect(policy.length).toBeLessThan(limit);
});

test("Google's evaluator finds no way around the policy, nor where films may play", () => {
  expect(weaknesses(policy)).toEqual([]);
  expect(weaknesses(`${policy}; media-src 'self'`)).toEqual([]);
});

test('the policy lets films and sounds play only if a page has any', () => {
  const isPlaying = site
    .pages()
    .some(({ html }) => elementsOf(html, ({ tagName }) => tagName === 'video' || tagName === 'audio').length > 0);
  expect(policy.includes('media-src')).toBe(isPlaying);
});

test('files whose names change with their content are kept for a year', () => {
  const [font] = site.files().filter((file) => file.startsWith('_astro/'));
  expect(site.headers(`/${font ?? ''}`).get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(site.headers('/').get('cache-control')).toBeUndefined();
});

describe('a weak page or policy', () => {
  test.each([
    ['an inline style', '<p style="color: red">'],
    ['a handler', '<p onclick="x()">'],
    ['an address that is script', '<a href="JavaScript:x()">'],
    ['an unknown script', '<script>x()</script>'],
    ['an unknown style', '<style>p{}</style>'],
    ['a picture in the clear', '<img src="http://example.org/a.png">'],
  ])('with %s is found', (_, html) => {
    expect(breaches(html, policy)).toHaveLength(1);
  });

  test('with any inline script allowed is found', () => {
    expect(weaknesses("default-src 'none'; script-src 'unsafe-inline'")).not.toEqual([]);
  });
});
