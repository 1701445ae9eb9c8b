import { ESLint } from 'eslint';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import ts from 'typescript-eslint';

/** The project's own configuration, without types, so that a file need not exist to be judged. */
const quick = new ESLint({
  overrideConfig: [{ ...ts.configs.disableTypeChecked, files: ['**/*.ts'] }],
});

async function messagesOf(filePath: string, code: string, eslint = quick): Promise<string> {
  const results = await eslint.lintText(code, { filePath, warnIgnored: true });
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)).join('\n');
}

const pure = 'src/drivers/example.ts';
const element = 'src/drivers/driver-example.element.ts';
const machine = 'src/drivers/example.node.ts';
const template = 'src/drivers/Example.astro';

describe.concurrent('an import across a wall is told what to do instead', { timeout: 60_000 }, () => {
  test.each([
    [pure, "import 'node:fs';", "uses the language only, not 'node:fs'", "end this file's name in '.node.ts'"],
    [pure, "import type { Root } from 'hast';", "not 'hast'", 'Take its result as an argument'],
    [pure, "import { z } from 'astro/zod';", "not 'astro/zod'", 'Take its result as an argument'],
    [pure, "import './new.node.ts';", 'imports pure files only', 'move its types into a pure file'],
    [pure, "import './driver-compare.element.ts';", 'imports pure files only', 'Take its result as an argument'],
    [pure, "import { driverSchema } from './schema.ts';", 'only types from a schema', "Write 'import type'"],
    [pure, "export { driverSchema } from './schema.ts';", 'only types from a schema', "Write 'import type'"],
    [pure, "export const load = () => import('node:fs');", "not 'node:fs'", 'Take its result as an argument'],
    ['src/drivers/schema.ts', "import 'yaml';", "uses 'astro/zod' and pure files only", "ends in '.node.ts'"],
    ['src/drivers/schema.ts', "import './read.node.ts';", 'schemas and pure files only', 'into a pure file'],
    [element, "import { z } from 'astro/zod';", 'uses the DOM and pure files only', 'do the work at build'],
    [element, "import { driverSchema } from './schema.ts';", 'only types from a schema', "Write 'import type'"],
    [element, "import './new.node.ts';", 'pure files and elements only', 'attributes or markup'],
    [machine, "import { getCollection } from 'astro:content';", "only inside Astro's build", 'Let the page read it'],
    [machine, "import Table from './Table.astro';", 'does not run on the build machine', 'into a pure file'],
    [template, "---\nimport { getCollection } from 'astro:content';\n---", 'takes props', 'hand it in as a prop'],
    [template, "---\nimport { read } from './read.node.ts';\n---", "imports no '.node.ts'", 'in the page'],
    [template, "---\nimport './driver-compare.element.ts';\n---", 'runs in the browser', 'inside a <script>'],
    [template, "<script>\nimport '../site/urls.ts';\n</script>", 'imports one element', "ends in '.element.ts'"],
    [
      'src/layouts/Example.astro',
      "---\nimport Post from '../pages/index.astro';\n---",
      'imports a page',
      'into the topic',
    ],
    [
      'src/site/Example.astro',
      "---\nimport Page from '../layouts/Page.astro';\n---",
      'only pages import layouts',
      'slot',
    ],
    [machine, "import { collections } from '../content.config.ts';", 'no topic imports it', 'as an argument'],
    [
      pure,
      "import { match } from '../errors/match.ts';",
      'may not use src/errors/',
      'Take what you need as an argument',
    ],
    [
      'src/site/example.ts',
      "import { tagsOf } from '../posts/tags.ts';",
      'it uses no other topic',
      'move what both share',
    ],
    ['src/weather/example.ts', "import '../site/urls.ts';", 'no place among the topics', 'arrows in walls/rooms.ts'],
    ['tests/built/example.test.ts', "import '../../src/site/urls.ts';", 'never src', 'what a reader gets'],
    [pure, "import { href } from '../site/urls';", 'does not end as the file does', "'../site/urls.ts'"],
    [pure, "import { href } from '../site/urls.js';", 'does not end as the file does', "'../site/urls.ts'"],
    [pure, "import { href } from 'src/site/urls.ts';", 'is not relative', "'../site/urls.ts'"],
  ])('%s: %s', async (file, code, what, instead) => {
    const messages = await messagesOf(file, code);
    expect(messages).toContain('walls/imports: ');
    expect(messages).toContain(what);
    expect(messages).toContain(instead);
  });

  test.each([
    [pure, "import { href } from '../site/urls.ts';"],
    [pure, "import type { Driver } from './schema.ts';"],
    ['src/drivers/schema.ts', "import { z } from 'astro/zod';"],
    [element, "import type { Driver } from './schema.ts';"],
    [machine, "import { parse } from 'yaml';"],
    [template, "---\nimport type { HTMLAttributes } from 'astro/types';\n---"],
    [template, "<script>\nimport './driver-compare.element.ts';\n</script>"],
    ['src/search/example.ts', "import { messageParts } from '../errors/parts.ts';"],
    ['src/pages/example.astro', "---\nimport { getCollection } from 'astro:content';\n---"],
    ['src/content-check/example.test.ts', "import { checkContent } from '../content.check.node.ts';"],
    ['src/content.check.node.ts', "import { driverSchema } from './drivers/schema.ts';"],
    ['tests/built/example.test.ts', "import { site } from '../../src/site.config.ts';"],
    ['tests/shared/example.test.ts', "import '../../src/site/urls.ts';"],
  ])('but %s may: %s', async (file, code) => {
    expect(await messagesOf(file, code)).not.toContain('walls/imports');
  });
});

describe.concurrent('what code may not do is told with what to do instead', { timeout: 60_000 }, () => {
  test.each([
    [pure, 'export const now = Date.now();', 'Take the time as an argument'],
    [pure, 'export const today = new Date();', 'Take the time as an argument'],
    [template, '---\nconst year = new Date().getFullYear();\n---\n{year}', 'Take the time as an argument'],
    [pure, 'export const key = Math.random();', 'Take the random value as an argument'],
    [pure, "export const answer = fetch('/');", 'A pure file uses the language only'],
    [pure, 'export const { title } = document;', 'A pure file uses the language only'],
    [pure, 'export const { width } = window.screen;', 'A pure file uses the language only'],
    [pure, 'export const { env } = process;', 'A pure file uses the language only'],
    [machine, 'export const { title } = document;', "into a file that ends in '.element.ts'"],
    [pure, "console.log('here');", 'no-console'],
    [element, "document.body.innerHTML = '<b>x</b>';", 'Use textContent'],
    [element, 'export const copy = document.body.outerHTML;', 'Use textContent'],
    [element, "document.body.insertAdjacentHTML('beforeend', '');", 'Use textContent'],
    [element, "document.write('x');", 'Use textContent'],
    [template, '<p set:html="<b>x</b>" />', 'astro/no-set-html-directive'],
    [element, 'try { localStorage.clear(); } catch {}', 'no-empty'],
    [template, '<img src="a.png" />', 'astro/jsx-a11y/alt-text'],
    [template, '<div onclick="x()">x</div>', 'astro/jsx-a11y/click-events-have-key-events'],
    [pure, 'export let a = 1;', 'prefer-const'],
  ])('%s: %s', async (file, code, message) => {
    expect(await messagesOf(file, code)).toContain(message);
  });

  test('an empty catch that says which failure is harmless is fine', async () => {
    const code = 'try { localStorage.clear(); } catch { /* Storage is off: nothing was kept. */ }';
    expect(await messagesOf(element, code)).not.toContain('no-empty');
  });

  test('a script may use the console and the clock', async () => {
    expect(await messagesOf('scripts/example.ts', 'console.log(new Date());')).toBe('');
  });
});

describe.concurrent('the file, the class and the tag of a custom element carry one name', { timeout: 60_000 }, () => {
  const good = readFileSync('src/drivers/driver-compare.element.ts', 'utf8');
  const file = 'src/drivers/driver-compare.element.ts';

  test('one name for all three is fine', async () => {
    expect(await messagesOf(file, good)).toBe('');
  });

  test.each([
    ['another class', good.replaceAll('DriverCompare', 'Comparison'), file, "Call it 'DriverCompare', after the file."],
    ['a class for itself', good.replace('export class', 'class'), file, 'Write `export class`'],
    [
      'another tag',
      good.replace("define('driver-compare'", "define('compare-drivers'"),
      file,
      "Call it 'driver-compare'",
    ],
    [
      'no definition',
      good.replace(/customElements\.define.*/, ''),
      file,
      "customElements.define('driver-compare', DriverCompare)",
    ],
    ['no tag type', good.replace("'driver-compare': DriverCompare;", ''), file, 'Declare'],
    ['a file of one word', good, 'src/drivers/compare.element.ts', "such as 'driver-compare.element.ts'"],
  ])('%s is reported', async (_, code, path, message) => {
    const messages = await messagesOf(path, code);
    expect(messages).toContain('walls/element-name');
    expect(messages).toContain(message);
  });
});

describe.concurrent('a text of the interface that stands outside src/site/words.ts', { timeout: 60_000 }, () => {
  test.each([
    [template, '<p>Nothing was found.</p>'],
    [template, '<a href="/">{"Home"}</a>'],
    [template, '<button type="button" aria-label="Close">×</button>'],
    [template, '<input placeholder="the newest" aria-label={name} />'],
    [template, "<p>{count === 1 ? '1 more page' : `${count} more pages`}</p>"],
    [template, "---\nconst { title = 'Copy-up in a union filesystem' } = Astro.props;\n---\n<p>{title}</p>"],
    [element, "this.replaceChildren('Copied.');"],
    [element, 'status.textContent = `${rows} facts`;'],
    [element, "button.setAttribute('aria-label', label); say('The facts could not be loaded. Try again.');"],
  ])('%s: %s is reported with where it belongs', async (file, code) => {
    expect(await messagesOf(file, code)).toMatch(/walls\/interface-words: .*src\/site\/words\.ts/);
  });

  test.each([
    [template, '<p>{words.found} <code>docker info</code> · <a href="/atom.xml">Atom</a></p>'],
    [template, '<p class="quiet no-print" data-kind="driver">{title}</p>'],
    [template, "---\nif (id === undefined) throw new Error('The table has no id.');\n---\n<p>{id}</p>"],
    [element, "if (event.key === 'ArrowDown') this.querySelector('tr:not([hidden]) th')?.focus();"],
    [element, "made.className = 'tools no-print'; made.title = `${id}.yaml`;"],
    [pure, "export const problem = 'The mark is empty.';"],
  ])('but %s may: %s', async (file, code) => {
    expect(await messagesOf(file, code)).not.toContain('walls/interface-words');
  });
});

test('a rule that needs types holds too', { timeout: 60_000 }, async () => {
  const code = 'export async function save(): Promise<void> {}\nexport function leave(): void {\n  save();\n}\n';
  const messages = await messagesOf('src/site/urls.ts', code, new ESLint());
  expect(messages).toContain('@typescript-eslint/no-floating-promises');
});

test('a switched-off rule that has nothing to report is reported', { timeout: 60_000 }, async () => {
  const messages = await messagesOf(pure, '// eslint-disable-next-line eqeqeq\nexport const a = 1;\n');
  expect(messages).toContain('Unused eslint-disable directive');
});
