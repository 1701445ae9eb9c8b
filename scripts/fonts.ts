/**
 * Makes `src/styles/fonts/`: the faces of the site, cut to the characters and weights that it uses, as WOFF2 for browsers
 * and as TrueType for the pictures that the build draws.
 * Run `npm run fonts` after a new character or a new release of a face; the results are committed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { readArguments } from './arguments.ts';

readArguments('npm run fonts', {});

const require = createRequire(import.meta.url);

const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)).join('');

const faces = [
  {
    from: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    to: 'text',
    characters: `${ascii}\u00a0©«»±·×÷äöüÄÖÜßàâçèéêëîïñóôøåæÅÆØÉ–—‘’“”…→←↑↓≤≥≠−•€½µ°§¶†↩`,
  },
  {
    from: '@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2',
    to: 'mono',
    characters: `${ascii}\u00a0©·×–—‘’“”…→µ│─└├█`,
  },
];

for (const { from, to, characters } of faces) {
  for (const [ending, targetFormat] of [
    ['woff2', 'woff2'],
    ['ttf', 'truetype'],
  ] as const) {
    if (ending === 'ttf' && to !== 'text') continue;
    const face = await subsetFont(await readFile(require.resolve(from)), characters, {
      targetFormat,
      variationAxes: { wght: { min: 400, max: 700 } },
    });
    await writeFile(new URL(`../src/styles/fonts/${to}.${ending}`, import.meta.url), face);
    console.log(`src/styles/fonts/${to}.${ending}: ${face.length} bytes`);
  }
}
