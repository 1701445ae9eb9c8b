import { expect, test } from 'vitest';
import { folderFault } from './folder-name.ts';

test.each(['/work/a%20b/site', '/work/100%', '/work/c#', '/what?/site'])('%s can not be built in', (path) => {
  expect(folderFault(path)).toContain(`The path ${path} has a `);
});

test.each(['/work/a b', "/work/it's", '/work/é', '/work/a[b]', '/work/a{b,c}', '/work/a(b)'])('%s can', (path) => {
  expect(folderFault(path)).toBeUndefined();
});
