import { expect, test } from 'vitest';
import { check, expectProblems, importRecord, post } from '../../../tests/fixtures/content-tree.ts';

const words =
  'inline-script  The code of this script stands in the page, and the security policy of every page would have to let it in. Put it into a file in public/, and write `<script src="/name.js" type="module"></script>`.';

test('code between the tags of a script is named, whatever kind of script it is', () =>
  expectProblems(
    {
      'content/posts/a.md': post(
        'Text.\n\n‸<script>alert(1)</script>\n\nA ‸<script type="text/javascript">alert(1)</script> in a line.\n',
      ),
      'content/posts/b.mdx': post('Text.\n\n‸<script type="module">{`alert(1)`}</script>\n'),
    },
    words,
    words,
    words,
  ));

test('scripts in files, and data, are let be', () =>
  expectProblems({
    'public/a.js': 'alert(1)',
    'content/posts/a.md': post(
      '<script src="/a.js" type="module"></script>\n\n<script type="application/ld+json">{}</script>\n\n`<script>`\n',
    ),
  }));

test('a script whose file is not there is named', () =>
  expectProblems(
    { 'content/posts/a.md': post('<script src="‸/a.js"></script>\n') },
    'broken-link  `/a.js` leads to no page. Correct the address, or remove the link.',
  ));

test('what an import brought is no exception', async () => {
  const { problems } = await check({ ...importRecord, 'content/posts/a.md': post('<script>alert(1)</script>\n') });
  expect(problems.map(({ rule }) => rule)).toEqual(['inline-script']);
});
