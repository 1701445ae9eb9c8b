import { expect, test } from 'vitest';
import { BuiltSite } from '../built-site.ts';

test('a site that was not built is named with the command that builds it', () => {
  const missing = new BuiltSite('no-such-folder');
  expect(() => missing.pages()).toThrow('There is no page in no-such-folder/. Run npm run build');
  expect(() => missing.text('atom.xml')).toThrow('There is no no-such-folder/atom.xml. Run npm run build');
});
