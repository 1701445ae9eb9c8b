import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import type { Element } from 'hast';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFiles } from '../../tests/fixtures/pictures.ts';
import { markdownProcessor } from './pipeline.node.ts';
import { versionAt } from './picture-versions.ts';

let root = '';

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'pictures-')));
  for (const [path, content] of Object.entries(await pictureFiles())) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
});

afterAll(() => rm(root, { recursive: true, force: true }));

/** What an article in `content/posts/` with this text becomes. */
async function render(markdown: string): Promise<{ html: string; imported: string[] }> {
  const { options } = markdownProcessor({ root, base: '/docs/' });
  const processor = await createMarkdownProcessor({ ...options, syntaxHighlight: false } as object);
  const fileURL = pathToFileURL(join(root, 'content/posts/a.md'));
  const { code, metadata } = await processor.render(markdown, { fileURL });
  return { html: code, imported: metadata.localImagePaths };
}

/** The elements with this tag. */
async function find(markdown: string, name: string): Promise<Element[]> {
  const found: Element[] = [];
  const { html } = await render(markdown);
  visit(unified().use(rehypeParse, { fragment: true }).parse(html), 'element', (node) => {
    if (node.tagName === name) found.push(node);
  });
  return found;
}

/** What a version of the site under `/docs/` is of. */
function version(address: unknown): string {
  const { file, width, ending } = versionAt(String(address).replace('/docs', '')) ?? { file: '', width: 0, ending: '' };
  return `${file} ${width} ${ending}`;
}

const wide = '![The pool](<./wide pool.png>)';

test('a picture beside its page comes as AVIF, WebP and what it was, in widths up to that of two columns', async () => {
  const [picture] = await find(wide, 'picture');
  expect(picture?.children).toHaveLength(3);
  const sources = await find(wide, 'source');
  expect(sources.map(({ properties }) => properties['type'])).toEqual(['image/avif', 'image/webp']);
  const list = String(sources[0]?.properties['srcSet'])
    .split(', ')
    .map((one) => one.split(' '));
  expect(list.map(([address, width]) => [version(address), width])).toEqual(
    [480, 720, 960, 1320].map((width) => [`content/posts/wide pool.png ${width} avif`, `${width}w`]),
  );
  expect(sources[0]?.properties['sizes']).toContain('41rem');
  const [img] = await find(wide, 'img');
  expect(version(img?.properties['src'])).toBe('content/posts/wide pool.png 1320 png');
  expect(img?.properties).toMatchObject({ alt: 'The pool', width: 1600, height: 800 });
});

test('the first picture of the first screen is fetched first, and those below when they come near', async () => {
  const properties = async (markdown: string) => (await find(markdown, 'img')).map((img) => img.properties);
  const [first, second] = await properties(`${wide}\n\n${wide}`);
  expect(first).toMatchObject({ fetchPriority: 'high' });
  expect(first).not.toHaveProperty('loading');
  expect(second).toMatchObject({ loading: 'lazy', decoding: 'async' });
  const [below] = await properties(`${'Words before it. '.repeat(50)}\n\n${wide}`);
  expect(below).toMatchObject({ loading: 'lazy' });
  expect(below).not.toHaveProperty('fetchPriority');
});

test('a title is a caption if the picture stands alone', async () => {
  const [caption] = await find(`${wide.slice(0, -1)} "1,600 pixels")`, 'figcaption');
  expect(caption?.children).toMatchObject([{ value: '1,600 pixels' }]);
  expect(await find(`Text ${wide.slice(0, -1)} "1,600 pixels")`, 'figcaption')).toEqual([]);
  expect((await find(`Text ${wide.slice(0, -1)} "1,600 pixels")`, 'img'))[0]?.properties['title']).toBe('1,600 pixels');
});

test('a picture wider than the column leads to the whole of it, unless it is a link already', async () => {
  const [link] = await find(wide, 'a');
  expect(version(link?.properties['href'])).toBe('content/posts/wide pool.png 1600 png');
  expect((await find(`[${wide}](/posts/)`, 'a')).map(({ properties }) => properties['href'])).toEqual(['/docs/posts/']);
  expect(await find('![Turned](small.jpg)', 'a')).toEqual([]);
});

test('a photograph that lies on its side is as wide as it is seen', async () => {
  const [img] = await find('![Turned](small.jpg)', 'img');
  expect(img?.properties).toMatchObject({ width: 200, height: 300 });
});

test('a drawing stays a drawing, and what moves goes on moving but for readers who want it still', async () => {
  const [drawing] = await find('![A plan](plan.svg)', 'img');
  expect(version(drawing?.properties['src'])).toBe('content/posts/plan.svg 800 svg');
  expect(drawing?.properties).toMatchObject({ width: 800, height: 400 });
  expect(await find('![A plan](plan.svg)', 'source')).toEqual([]);
  const [steps] = await find('![Steps](steps.gif)', 'img');
  expect(version(steps?.properties['src'])).toBe('content/posts/steps.gif 40 gif');
  const [still] = await find('![Steps](steps.gif)', 'source');
  expect(still?.properties['media']).toBe('(prefers-reduced-motion: reduce)');
  expect(version(still?.properties['srcSet'])).toBe('content/posts/steps.gif 40 webp');
});

test('a picture in public/ keeps its address, for programs that take one only', async () => {
  const [img] = await find('![Old](</images/old shot.png>)', 'img');
  expect(img?.properties).toMatchObject({ src: '/docs/images/old%20shot.png', width: 1000, height: 500 });
  const [source] = await find('![Old](</images/old shot.png>)', 'source');
  expect(String(source?.properties['srcSet'])).toContain('/docs/pictures/public/images/old%20shot.png.480.');
});

test('an author who says how large it is gets versions for that size', async () => {
  const html = '<img src="./wide%20pool.png" alt="The pool" width="100">';
  const [img] = await find(html, 'img');
  expect(img?.properties).toMatchObject({ width: 100, height: 50 });
  const [source] = await find(html, 'source');
  expect(String(source?.properties['srcSet']).match(/\d+w/g)).toEqual(['100w', '200w']);
  expect(source?.properties['sizes']).toBe('min(100px, 82vw)');
});

test.each(['![A](https://example.org/a.png)', '![A](./none.png)', '![A](../../../etc/a.png)', '<img alt="A">'])(
  '%s stays as it is',
  async (markdown) => {
    expect(await find(markdown, 'picture')).toEqual([]);
    expect(await find(markdown, 'img')).toHaveLength(1);
  },
);

test('Astro imports no picture of a page, and so publishes none of a draft', async () => {
  expect((await render(`${wide} ![B][b]\n\n[b]: ./small.jpg`)).imported).toEqual([]);
});

test('.mdx gets the same, and so do pictures in JSX and in components', async () => {
  const renderer = await markdownProcessor({ root, base: '/docs/' }).createMdxRenderer?.(
    { syntaxHighlight: false } as never,
    { srcDir: pathToFileURL(`${root}/src/`) } as never,
  );
  const text = `${wide}\n\n<img src="./small.jpg" alt="Turned" width={100} />\n\n<Figure src="/images/old%20shot.png">Seen.</Figure>\n`;
  const { code } = (await renderer?.process(text, join(root, 'content/posts/a.mdx'), {})) ?? { code: '' };
  for (const part of [
    /type: "image\/avif",\s*srcset: "\/docs\/pictures\/content\/posts\/wide%20pool\.png\.480\./,
    /src: "\/docs\/pictures\/content\/posts\/small\.jpg\.200\.\w+\.jpg",\s*alt: "Turned",\s*width: "100",\s*height: "150"/,
    /avif: "\/docs\/pictures\/public\/images\/old%20shot\.png\.480\./,
  ])
    expect(code).toMatch(part);
  expect(code).not.toContain('astro:assets');
});
