import { expect, test } from 'vitest';
import { folderFault } from './folder-name.ts';

test.each(['/srv/a%20b/site', '/srv/100%', '/srv/c#', '/what?/site'])('%s can not be built in', (path) => {
  expect(folderFault(path)).toContain(`The path ${path} has a `);
});

test.each(['/srv/a b', "/srv/it's", '/srv/é', '/srv/a[b]', '/srv/a{b,c}', '/srv/a(b)'])('%s can', (path) => {
  expect(folderFault(path)).toBeUndefined();
});
