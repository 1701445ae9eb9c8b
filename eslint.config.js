import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import ts from 'typescript-eslint';
import { elementName } from './walls/element-name.ts';
import { imports } from './walls/imports.ts';
import { interfaceWords } from './walls/interface-words.ts';

const clock = 'Take the time as an argument, so that a test can choose it.';
const chance = 'Take the random value as an argument, so that a test can choose it.';
const outside =
  "A pure file uses the language only: take the value as an argument, or end this file's name in '.node.ts' or '.element.ts'.";
const inBrowser =
  "This runs on the build machine, where there is no page. Move the code into a file that ends in '.element.ts'.";

const noRawHtml = {
  selector:
    'MemberExpression[property.name=/^(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
  message: 'Text must not become HTML. Use textContent, replaceChildren or a cloned <template>.',
};
const noDocumentWrite = {
  selector: "MemberExpression[object.name='document'][property.name=/^write(?:ln)?$/]",
  message: 'Text must not become HTML. Use textContent, replaceChildren or a cloned <template>.',
};
const noClock = [
  { selector: 'NewExpression[callee.name=Date][arguments.length=0]', message: clock },
  { selector: 'CallExpression[callee.name=Date]', message: clock },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: clock },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: chance },
];

const named = (message, names) => names.map((name) => ({ name, message }));
const pageGlobals = ['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'customElements'];
const nodeGlobals = ['process', 'Buffer', '__dirname', 'require'];

export default defineConfig(
  globalIgnores(['dist/', '.cache/', '.astro/', 'releases/', 'shares/', 'test-results/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { walls: { rules: { imports, 'element-name': elementName, 'interface-words': interfaceWords } } },
  },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  astro.configs['flat/recommended'],
  astro.configs['flat/jsx-a11y-strict'],
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'walls/imports': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', noRawHtml, noDocumentWrite],
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // The compiler says where brackets are needed (noPropertyAccessFromIndexSignature).
      '@typescript-eslint/dot-notation': 'off',
      // Properties of a Markdown tree are plain data and their names are data too.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // It asks for the non-null assertion that another rule forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A number in a message reads as meant; the rule stays for objects and for what may be missing.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // Astro's compiler and `astro check` know the types of these; the linter cannot load them.
    files: ['**/*.astro', '**/*.astro/*.ts', '**/*.{js,mjs}'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: ['**/*.astro'],
    rules: {
      'astro/no-set-html-directive': 'error',
      'astro/no-set-text-directive': 'error',
      // Safari drops the list role of a list without markers; saying it again brings it back.
      'astro/jsx-a11y/no-redundant-roles': ['error', { ul: ['list'], ol: ['list'] }],
      // A label may get its text through <Filled text={…}>.
      'astro/jsx-a11y/label-has-associated-control': ['error', { labelAttributes: ['text'] }],
      // What scrolls must be reachable by keyboard; such a region has a name.
      'astro/jsx-a11y/no-noninteractive-tabindex': [
        'error',
        { tags: ['section', 'pre'], roles: ['region', 'tabpanel'] },
      ],
    },
  },
  {
    // To the linter a component is of no type; `astro check` knows it.
    files: ['src/pages/**/*.ts', '**/*.astro.test.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { console: false, process: false, URL: false, setTimeout: false, fetch: false } },
  },
  {
    name: 'rooms/pure',
    files: ['src/**/*.ts'],
    ignores: [
      '**/*.node.ts',
      '**/*.element.ts',
      '**/*.worker.ts',
      '**/*.test.ts',
      'src/pages/**',
      'src/content.config.ts',
      '**/*.astro/*',
    ],
    rules: {
      'no-restricted-syntax': ['error', noRawHtml, noDocumentWrite, ...noClock],
      'no-restricted-globals': [
        'error',
        ...named(outside, [...pageGlobals, ...nodeGlobals, 'fetch', 'performance', 'crypto', 'setTimeout']),
      ],
    },
  },
  {
    name: 'rooms/template',
    files: ['src/**/*.astro'],
    ignores: ['src/pages/**'],
    rules: { 'no-restricted-syntax': ['error', noRawHtml, noDocumentWrite, ...noClock] },
  },
  {
    name: 'rooms/node',
    files: ['**/*.node.ts', 'src/pages/**', 'scripts/**'],
    rules: { 'no-console': 'off', 'no-restricted-globals': ['error', ...named(inBrowser, pageGlobals)] },
  },
  {
    name: 'rooms/words',
    files: ['src/**/*.astro', 'src/**/*.element.ts'],
    rules: { 'walls/interface-words': 'error' },
  },
  {
    name: 'rooms/element',
    files: ['src/**/*.element.ts'],
    rules: { 'walls/element-name': 'error' },
  },
  {
    name: 'rooms/tools',
    files: ['bench/**', 'walls/**', '**/*.test.ts', 'tests/**'],
    rules: {
      'no-console': 'off',
      'no-restricted-syntax': 'off',
      // A stand-in has the shape of what it stands for, and expect.any() is of any type.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
);
