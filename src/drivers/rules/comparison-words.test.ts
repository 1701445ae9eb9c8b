import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

const lacksDrivers = 'comparison-words  `<Compare>` names no drivers. Write `drivers="docker-aufs docker-overlay2"`.';

test('a comparison without drivers, or with lists in braces is named', () =>
  expectProblems(
    {
      'content/posts/a.mdx': post(`‸<Compare />

‸<Compare drivers=" " facts="copy_up" />

‸<Compare drivers={['docker-aufs']} />

<Compare drivers={'docker-aufs'} facts={\`copy_up\`} asOf="Docker 1.0" />
`),
    },
    lacksDrivers,
    lacksDrivers,
    'comparison-words  The `drivers` of `<Compare>` are no text. Write them in quotes, parted by blanks: `drivers="…"`.',
  ));
