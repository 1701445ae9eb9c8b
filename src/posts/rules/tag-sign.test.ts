import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test('a tag that begins with a hash, and two between which no comma stands, are named', () =>
  expectProblems(
    {
      'content/posts/a.md': post('Text.\n', "tags: [Docker, ‸'#aufs', C#]\n"),
      'content/posts/b.md': post('Text.\n', 'tags: ‸docker; aufs\n'),
    },
    'tag-sign  `#aufs` is one tag, and readers see its `#`. Write it without.',
    'tag-sign  `docker; aufs` is one tag, and readers see its `;`. Write a comma between two tags.',
  ));
