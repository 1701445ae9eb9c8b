import { defineConfig } from 'html-validate';

/** What html-validate asks of every page in `dist/`; how a tag is spelled is Astro's business and off. */
export default defineConfig({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:prettier'],
  rules: {
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    // A title is as long as what it names: error messages are titles here.
    'long-title': 'off',
    // Ids come from headings, and headings hold dots, digits and words of other languages.
    'id-pattern': 'off',
    'valid-id': ['error', { relaxed: true }],
    // Safari drops the list role of a list without markers; saying it again brings it back.
    'no-redundant-role': 'off',
    // Several ticked boxes of one name are a list.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
    // Critical CSS stands in the head; its hash is in the Content-Security-Policy.
    'no-style-tag': 'off',
    'require-csp-nonce': 'off',
    // All bytes come from our own origin.
    'require-sri': 'off',
    'tel-non-breaking': 'off',
    'no-inline-style': 'error',
  },
});
