import { expect, test } from 'vitest';
import { linksIn } from './links-in.node.ts';

test.for([
  ['[a](/posts/b/#c) [d](/posts/e/?f)', ['/posts/b/', '/posts/e/']],
  ['[a](../b/) and [c][d]\n\n[d]: /drivers/x/', ['/posts/b/', '/drivers/x/']],
  ['[a](https://example.org/) <https://example.org> [m](mailto:a@example.org)', []],
  ['`[a](/b/)`\n\n```md\n[a](/b/)\n```', []],
  ['<a href="/b/">c</a>\n\n<Note>\n\n[d](/e/)\n\n</Note>', ['/b/', '/e/']],
  ['[here](#x)', ['/posts/a/']],
] as const)('%j leads to %j', ([markdown, paths]) => {
  expect(linksIn(markdown, '/posts/a/')).toEqual(paths);
});
