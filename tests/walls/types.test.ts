import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

function readConfig(path: string): ts.ParsedCommandLine {
  const config = ts.getParsedCommandLineOfConfigFile(path, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  if (config === undefined) throw new Error(`${path} could not be read.`);
  return config;
}

/** Declarations of the language and of packages, read once for all programs. */
const library = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says of `code` as if it stood in `file`, with the options of the tsconfig. */
function complaints({ options }: ts.ParsedCommandLine, file: string, code: string): string {
  const path = resolve(file);
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    if (resolve(name) === path) return ts.createSourceFile(name, code, ts.ScriptTarget.ESNext);
    if (!library.has(name)) library.set(name, read(name, ...rest));
    return library.get(name);
  };
  const program = ts.createProgram([path], options, host);
  return [...program.getOptionsDiagnostics(), ...ts.getPreEmitDiagnostics(program, program.getSourceFile(path))]
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    .join('\n');
}

describe('pure files', { timeout: 60_000 }, () => {
  const config = readConfig('src/tsconfig.pure.json');
  const file = 'src/site/example.ts';

  test.each([
    ['the DOM', 'export const { title } = document;', "Cannot find name 'document'"],
    ['the network', "export const answer = fetch('/');", "Cannot find name 'fetch'"],
    ['Node', 'export const { env } = process;', "Cannot find name 'process'"],
    ["Node's modules", "import 'node:fs';\nimport { sep } from 'node:path';\nexport { sep };", "'node:path'"],
    ['a timer', 'setTimeout(() => 1, 2);', "Cannot find name 'setTimeout'"],
    ['an enum', 'export enum Colour { Red }', 'erasableSyntaxOnly'],
    ['a value that may be missing', 'export const first = (list: string[]): string => list[0];', "Type 'undefined'"],
  ])('do not know %s', (_, code, message) => {
    expect(complaints(config, file, code)).toContain(message);
  });

  test('may use the language, and zod in a schema', () => {
    const code =
      "import { z } from 'astro/zod';\nexport const names = z.array(z.string()).parse(['b', 'a'].toSorted());";
    expect(complaints(config, file, code)).toBe('');
  });

  test('are those, and only those, that no other ending claims', () => {
    const names = config.fileNames.map((name) => name.slice(resolve('src').length + 1));
    expect(names).toContain('site/urls.ts');
    expect(names).toContain('drivers/schema.ts');
    expect(names.filter((name) => /\.(?:node|element|test)\.ts$|^pages\/|^content\.config/.test(name))).toEqual([]);
  });
});

describe('elements', { timeout: 60_000 }, () => {
  const config = readConfig('src/tsconfig.browser.json');
  const file = 'src/site/site-example.element.ts';

  test.each([
    ['Node', 'export const { env } = process;', "Cannot find name 'process'"],
    ["Astro's modules", "import { getCollection } from 'astro:content';\nexport { getCollection };", "'astro:content'"],
  ])('do not know %s', (_, code, message) => {
    expect(complaints(config, file, code)).toContain(message);
  });

  test('may use the DOM', () => {
    expect(complaints(config, file, 'export class SiteExample extends HTMLElement {}')).toBe('');
  });

  test('are all files that end in .element.ts or .worker.ts', () => {
    expect(config.fileNames.map((name) => name.slice(resolve('.').length + 1))).toContain(
      'src/drivers/driver-compare.element.ts',
    );
    expect(config.fileNames.every((name) => /\.(?:element|worker)\.ts$/.test(name))).toBe(true);
  });
});
