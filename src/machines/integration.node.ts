import type { AstroIntegration } from 'astro';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { site } from '../site.config.ts';
import { counted } from '../site/counted.ts';
import { absoluteUrl, pathOf } from '../site/urls.ts';
import { machineView, markdownFile, wholeText } from './markdown-view.node.ts';

const markdownType = 'text/markdown; charset=utf-8';

/**
 * Writes what programs read beside the built pages: each page as Markdown at its address and `.md`, and all texts in
 * `llms-full.txt`. `npm run dev` answers for the Markdown of a page when it is asked. Into `lastChanged` go the days on
 * which pages say that they changed, by address.
 */
export function machineViews(lastChanged: Map<string, string>): AstroIntegration {
  return {
    name: 'machine-views',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const texts = new Map<string, string>();
        for await (const file of glob('**/*.html', { cwd: root })) {
          const view = machineView(await readFile(join(root, file), 'utf8'));
          if (view === undefined) continue;
          const target = markdownFile(file.split(sep).join('/'));
          await writeFile(join(root, target), view.markdown);
          texts.set(absoluteUrl(`/${target}`), view.markdown);
          if (view.changed !== undefined) lastChanged.set(view.url, view.changed);
        }
        const list = await readFile(join(root, pathOf.llms), 'utf8');
        await writeFile(
          join(root, pathOf.llmsFull),
          wholeText(list, (url) => texts.get(url)),
        );
        logger.info(`${counted(texts.size, 'page')} can be read as Markdown.`);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          // `url` has lost the base already when it comes here.
          const { pathname } = new URL(request.originalUrl ?? '/', 'http://localhost');
          const [origin] = server.resolvedUrls?.local ?? [];
          if (origin === undefined || !pathname.startsWith(site.base) || !pathname.endsWith('.md')) {
            next();
            return;
          }
          const page = pathname === `${site.base}index.md` ? site.base : pathname.replace(/\.md$/, '/');
          fetch(new URL(page, origin))
            .then(async (answer) => {
              const view = answer.ok ? machineView(await answer.text()) : undefined;
              response.writeHead(view === undefined ? 404 : 200, { 'Content-Type': markdownType });
              response.end(view?.markdown);
            })
            .catch(next);
        });
      },
    },
  };
}
