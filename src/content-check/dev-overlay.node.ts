import type { HookParameters } from 'astro';
import { resolve, sep } from 'node:path';
import { editorPause } from '../site/editor-pause.ts';
import { formatProblem } from './problem.ts';
import type { Problem } from './problem.ts';
import { list, summarise } from './summary.ts';

type ViteDevServer = HookParameters<'astro:server:setup'>['server'];

/** The parts of Vite's server that the overlay needs. */
export interface DevServer {
  environments: { client: { hot: Pick<ViteDevServer['environments']['client']['hot'], 'on'> } };
  watcher: Pick<ViteDevServer['watcher'], 'on'>;
}

/** A browser that is connected. */
interface Client {
  send: (payload: object) => void;
}

/**
 * Checks the content now and whenever a file of `content/` or `public/` changes. Problems are printed, and shown over
 * every page that is open or will be, until they are gone; then pages reload. What is merely worth a look is printed once.
 * Resolves after the first check.
 */
export async function showProblems(
  server: DevServer,
  root: string,
  check: () => Promise<{ problems: Problem[]; warnings: Problem[]; files: number }>,
  print: (line: string, level: 'error' | 'warn' | 'info') => void,
): Promise<void> {
  const clients = new Set<Client>();
  let shown: readonly Problem[] = [];
  let warned: ReadonlySet<string> = new Set();
  let latest = 0;
  let timer: NodeJS.Timeout | undefined;

  const update = async () => {
    const mine = (latest += 1);
    const { problems, warnings, files } = await check();
    // A check that began earlier has seen older files.
    if (mine !== latest) return;
    const hadSome = shown.length > 0;
    shown = problems;
    // An old blog has hundreds, which would bury what its author has just written.
    const fresh = warnings.filter((warning) => !warned.has(formatProblem(warning)));
    warned = new Set(warnings.map(formatProblem));
    for (const line of list(fresh)) print(line, 'warn');
    for (const line of list(problems)) print(line, 'error');
    if (problems.length > 0) print(summarise(problems, files), 'error');
    else if (hadSome) print(summarise(problems, files), 'info');
    for (const client of clients) {
      if (problems.length > 0) client.send(overlay(problems, files, root));
      else if (hadSome) client.send({ type: 'full-reload', path: '*' });
    }
  };

  // Clients are told one by one: a broadcast would make Astro take the problems for a failure of the page.
  const { hot } = server.environments.client;
  hot.on('vite:client:connect', (_, client) => {
    clients.add(client as Client);
    if (shown.length > 0) (client as Client).send(overlay(shown, 0, root));
  });
  hot.on('vite:client:disconnect', (_, client) => void clients.delete(client as Client));
  const watched = ['content', 'public'].map((folder) => resolve(root, folder) + sep);
  server.watcher.on('all', (_, path) => {
    if (!watched.some((folder) => resolve(path).startsWith(folder))) return;
    clearTimeout(timer);
    timer = setTimeout(() => void update(), editorPause);
  });
  await update();
}

function overlay(problems: readonly Problem[], files: number, root: string): object {
  const text = list(problems).join('\n');
  const [first] = problems;
  return {
    type: 'error',
    err: {
      name: 'Content check',
      title: summarise(problems, files),
      // Astro's overlay takes the message for HTML, and ours quote what authors write.
      message: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
      stack: text,
      ...(first !== undefined && { loc: { file: resolve(root, first.file), line: first.line, column: first.column } }),
    },
  };
}
