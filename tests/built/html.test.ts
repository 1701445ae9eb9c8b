import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FileSystemConfigLoader, HtmlValidate, esmResolver } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { BuiltSite } from '../built-site.ts';

const site = new BuiltSite();
const validator = new HtmlValidate(new FileSystemConfigLoader([esmResolver()]));

test.each(site.pages())('html-validate finds nothing in $file', async ({ file, html }) => {
  const { results } = await validator.validateString(html, resolve(site.folder, file));
  const complaints = results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId} ${message}`),
  );
  expect(complaints).toEqual([]);
});

test('html-validate finds an image without a text', async () => {
  const bad = '<!doctype html><html lang="en"><head><title>Bad</title></head><body><img src="/a.png"></body></html>';
  const { valid } = await validator.validateString(bad, resolve(site.folder, 'bad.html'));
  expect(valid).toBe(false);
});

const hasJava = spawnSync('java', ['-version']).status === 0;
if (!hasJava) console.log('The Nu HTML checker did not run: there is no java on the PATH.');

describe.skipIf(!hasJava)('the Nu HTML checker', () => {
  const jar = String(createRequire(import.meta.url)('vnu-jar'));

  const meant = [
    // Safari drops the list role of a list without markers; saying it again brings it back.
    /^The “list” role is unnecessary for element “[ou]l”\.$/,
    // The checker's CSS is older than anchors, a list's first place, and container queries; stylelint knows them all.
    /^CSS: “(position-area|position-try-fallbacks|container-type|scroll-initial-target)”: Property “\1” doesn't exist\.$/,
    /^CSS: “(?:inline-size|flex)”: (?:Unknown dimension|Parse Error)\.$/,
  ];

  /** What the checker says of all pages, style sheets and pictures in `folder`, each with its place. */
  function complaints(folder: string): string[] {
    const options = [
      '--also-check-css',
      '--also-check-svg',
      '--skip-non-html',
      '--format',
      'json',
      '--exit-zero-always',
    ];
    const { stderr } = spawnSync('java', ['-jar', jar, ...options, folder], { encoding: 'utf8', maxBuffer: 2 ** 28 });
    const { messages } = JSON.parse(stderr) as {
      messages: {
        type: string;
        subType?: string;
        url: string;
        lastLine: number;
        lastColumn: number;
        message: string;
      }[];
    };
    // The checker counts lines from 0 here, and columns from 1.
    return messages
      .filter(({ type, subType }) => type !== 'info' || subType === 'warning')
      .filter(({ message }) => !meant.some((pattern) => pattern.test(message)))
      .map(({ url, lastLine, lastColumn, message }) => `${url}:${lastLine + 1}:${lastColumn} ${message}`);
  }

  test('finds nothing in the site', () => {
    expect(complaints(site.folder)).toEqual([]);
  });

  test('finds a heading in a list', () => {
    const folder = mkdtempSync(join(tmpdir(), 'nu-'));
    try {
      writeFileSync(
        join(folder, 'bad.html'),
        '<!doctype html>\n<html lang="en"><title>Bad</title>\n<ul><h1>Bad</h1></ul></html>\n',
      );
      expect(complaints(folder).join()).toMatch(/bad\.html:3:\d+ Element “h1” not allowed as child of element “ul”/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
