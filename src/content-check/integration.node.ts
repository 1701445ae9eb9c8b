import type { AstroIntegration } from 'astro';
import { forgetTrees } from '../markdown/parsed-texts.node.ts';
import { spareMemory } from '../site/spare-memory.node.ts';
import { showProblems } from './dev-overlay.node.ts';
import type { Problem } from './problem.ts';
import { list, summarise } from './summary.ts';

/**
 * Stops `astro build` if `check` finds problems in the content of `root`, after printing them; `astro dev` prints them
 * and shows them in the page. What there is to check, `check` alone knows.
 */
export function contentCheck({
  check,
  root,
}: {
  check: (root: string) => Promise<{ problems: Problem[]; warnings: Problem[]; files: number }>;
  root: string;
}): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      // Before anything is loaded: Astro's own words on the same problem name no line and stop at the first one.
      'astro:config:setup': async ({ command, logger, updateConfig }) => {
        if (command !== 'build') return;
        const { problems, warnings, files } = await check(root);
        spareMemory(); // It had all texts at once.
        for (const line of list(warnings)) logger.warn(line);
        if (problems.length === 0) return;
        for (const line of list(problems)) console.error(line);
        const error = new Error(summarise(problems, files));
        // The author's files are at fault; a trace of our functions would only bury the list.
        error.stack = error.message;
        const stop = () => {
          throw error;
        };
        // Thrown from here, Astro would call it unhandled. Vite reads its configuration next, before any content.
        updateConfig({ vite: { plugins: [{ name: 'content-check', config: stop }] } });
      },
      'astro:build:start': forgetTrees,
      'astro:server:setup': async ({ server, logger }) => {
        await showProblems(
          server,
          root,
          () => check(root),
          (line, level) => logger[level](line),
        );
      },
    },
  };
}
