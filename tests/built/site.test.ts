import { expect, test } from 'vitest';
import { BuiltSite, elementsOf, textOf } from '../built-site.ts';

test('a site that was not built is named with the command that builds it', () => {
  const missing = new BuiltSite('no-such-folder');
  expect(() => missing.pages()).toThrow('There is no page in no-such-folder/. Run npm run build');
  expect(() => missing.text('atom.xml')).toThrow('There is no no-such-folder/atom.xml. Run npm run build');
});

// WebKit knows no `user-select` without its prefix, and drops an underline that has a thickness in one declaration with it.
test('styles say in the words of WebKit too what it knows under others', () => {
  const site = new BuiltSite();
  const sheets = site.files().filter((file) => file.endsWith('.css'));
  const inline = ['index.html', 'posts/mind-the-storage-driver/index.html'].flatMap((file) =>
    elementsOf(site.text(file), ({ tagName }) => tagName === 'style').map(textOf),
  );
  const css = [...sheets.map((file) => site.text(file)), ...inline].join('\n');
  for (const property of ['user-select:', 'box-decoration-break:', 'text-size-adjust:']) {
    const plain = css.split(new RegExp(`(?<![-\\w])${property}`)).slice(0, -1);
    expect(plain.length, property).toBeGreaterThan(0);
    for (const before of plain)
      expect(before, property).toMatch(new RegExp(`-webkit-${property}[^;{}]+;\\s*(?:-moz-[^;]+;)?$`));
  }
  expect([...css.matchAll(/text-decoration:\s*(?:\w+ [^;}]+)/g)].map(String)).toEqual([]);
});

test('a message in another language says which, to whoever hears it', () => {
  const site = new BuiltSite();
  for (const page of ['errors/no-space-left-on-device', 'errors', 'search'])
    expect(site.text(`${page}/index.html`)).toMatch(/<samp lang="de">\s*Auf dem Gerät/);
});
