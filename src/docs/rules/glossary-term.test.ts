import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

const top = '---\ntitle: Glossary\ndescription: Words.\nchecked: 2026-11-24\n---\n## Pools\n\n';
const note = '\n[^a]: [A page](https://example.org/page).\n';

test('a term without a source is named', () =>
  expectProblems(
    {
      'content/docs/glossary.md': `${top}### ‸thin pool\n\nTwo devices.\n\n### d_type\n\nA field.[^a]\n${note}`,
      'content/posts/a.md': post('[a](/docs/glossary/#thin-pool) [b](/docs/glossary/#d_type)\n'),
    },
    'glossary-term  The glossary says without a source what `thin pool` is. End the explanation with a footnote that names one, such as `[^overlay]`.',
  ));

test('a term that is linked from the glossary and from drafts only is named with the link to write', () =>
  expectProblems(
    {
      'content/docs/glossary.md': `${top}### ‸thin pool\n\nTwo devices, see [it](#thin-pool) and [again](/docs/glossary/#thin-pool).[^a]\n${note}`,
      'content/posts/a.md': post('[a](/docs/glossary/#thin-pool)\n', 'draft: true\n'),
    },
    'glossary-term  No other page links to `thin pool`. Where an article first uses the word, write `[thin pool](/docs/glossary/#thin-pool)`, or take it out here.',
  ));

test('a term with an id of its own is met by that id', () =>
  expectProblems({
    'content/docs/glossary.md': `${top}### thin pool [#pool]\n\nTwo devices.[^a]\n${note}`,
    'content/posts/a.mdx': post('[a](/docs/glossary/#pool)\n'),
  }));

test('a link to a term that the glossary lacks is a broken anchor, with the nearest one', () =>
  expectProblems(
    {
      'content/docs/glossary.md': `${top}### thin pool\n\nTwo devices.[^a]\n${note}`,
      'content/posts/a.md': post('[a](/docs/glossary/#thin-pool) [b](/docs/glossary/‸#thinpool)\n'),
    },
    'broken-anchor  `/docs/glossary/` has no heading `#thinpool`. Write `/docs/glossary/#thin-pool`.',
  ));
