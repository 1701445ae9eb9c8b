import type { unified } from '@astrojs/markdown-remark';
import type { AstroIntegration } from 'astro';
import { openKept } from '../site/kept.node.ts';
import type { Kept } from '../site/kept.node.ts';

type Processor = ReturnType<typeof unified>;
type CreateRenderer = NonNullable<Processor['createMdxRenderer']>;
type Rendered = Awaited<ReturnType<Awaited<ReturnType<CreateRenderer>>['process']>>;

/**
 * Keeps between builds what files of MDX became. Astro has them compiled in each build, also if none of them changed.
 * `keep` gives a processor that looks there first. `others` is whatever else they depend on beside their own text, our
 * code and the packages, as text. `npm run dev` compiles what is asked for.
 */
export function keptMdx(
  root: string,
  others: string,
): { integration: AstroIntegration; keep: (processor: Processor) => Processor } {
  let kept: Kept<Rendered | Promise<Rendered>> | undefined;
  const integration: AstroIntegration = {
    name: 'kept-mdx',
    hooks: {
      'astro:build:start': async () => {
        kept = await openKept(root, 'mdx');
      },
      'astro:build:done': async () => {
        await kept?.close();
        kept = undefined;
      },
    },
  };
  const keep = (processor: Processor): Processor => {
    const createMdxRenderer = processor.createMdxRenderer?.bind(processor);
    if (createMdxRenderer === undefined) return processor;
    return {
      ...processor,
      createMdxRenderer: async (shared, options) => {
        const renderer = await createMdxRenderer(shared, options);
        return {
          process: async (content, path, frontmatter) => {
            // Before it is compiled, since our plugins note things in the front matter.
            const text = JSON.stringify([others, shared, options, path, frontmatter, content]);
            const compile = () => renderer.process(content, path, frontmatter);
            return kept === undefined ? compile() : kept.of(text, compile);
          },
        };
      },
    };
  };
  return { integration, keep };
}
