import { expect, test } from 'vitest';
import { llmsText } from './llms-text.ts';

const site = { name: 'Site', description: 'About\n it.', note: 'Note.' };

test('the list has the name, the purpose and a link with its description for each entry', () => {
  const entries = [{ title: 'A [b] `c`', url: 'https://x/a.md', description: 'One\ntwo.' }];
  expect(llmsText({ ...site, sections: [{ heading: 'Articles', entries }] })).toBe(
    '# Site\n\n> About it.\n\nNote.\n\n## Articles\n\n- [A \\[b\\] \\`c\\`](https://x/a.md): One two.\n',
  );
});

test('a section without entries is left out', () => {
  expect(llmsText({ ...site, sections: [{ heading: 'Articles', entries: [] }] })).toBe(
    '# Site\n\n> About it.\n\nNote.\n',
  );
});
