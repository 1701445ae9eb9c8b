import { expect, test } from 'vitest';
import { madeByBuilds } from './made-by-builds.node.ts';

const isMade = madeByBuilds('/home/ada/my site (new)/');

test.each(['dist', 'dist/posts/a/index.html', '.dist-old/x', '.cache/astro', 'releases/current', 'shares/1-of-4'])(
  'a build makes %s',
  (path) => {
    expect(isMade(`/home/ada/my site (new)/${path}`)).toBe(true);
  },
);

test.each(['content/posts/dist/a.md', 'src/site/dist.ts', '.astro/data-store.json', 'distances.md', '', '../dist/a'])(
  'no build makes %j',
  (path) => {
    expect(isMade(`/home/ada/my site (new)/${path}`)).toBe(false);
  },
);
