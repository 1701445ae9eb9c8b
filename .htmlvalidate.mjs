import { defineConfig } from 'html-validate';

/** What html-validate asks of every page in `dist/`. */
export default defineConfig({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:prettier'],
  rules: {
    // Blanks at the end of lines are Astro's business.
    'no-trailing-whitespace': 'off',
    // A title is as long as what it names: error messages are titles here.
    'long-title': 'off',
    // Ids come from headings, and headings hold dots, digits and words of other languages.
    'valid-id': ['error', { relaxed: true }],
    // Safari drops the list role of a list without markers; saying it again brings it back.
    'no-redundant-role': 'off',
    // Several ticked boxes of one name are a list.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
    // All bytes come from our own origin.
    'require-sri': 'off',
  },
});
