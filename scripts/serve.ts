/**
 * `npm run serve [-- --port 4321 --host localhost --dir dist]`: serves the built site with the headers of the real one.
 * `--dir releases/current` serves the live release, also after the next one has taken its place.
 */
import { existsSync } from 'node:fs';
import { readArguments } from './arguments.ts';
import { fail } from './fail.ts';
import { createSiteServer } from '../src/site/server.node.ts';
import { site } from '../src/site.config.ts';

const { values, positionals } = readArguments('npm run serve [-- --port 4321 --host localhost --dir dist]', {
  options: {
    port: { type: 'string', default: '4321' },
    host: { type: 'string', default: 'localhost' },
    dir: { type: 'string' },
  },
  allowPositionals: true,
});
const root = values.dir ?? positionals[0] ?? 'dist';
const { port, host } = values;

if (!/^\d+$/.test(port) || Number(port) > 65_535) fail(`--port wants a whole number from 0 to 65535, not '${port}'.`);
if (!existsSync(root))
  fail(
    `There is no ${root}/ to serve. Run ${root.startsWith('releases') ? 'npm run release' : 'npm run build'} first.`,
  );

createSiteServer(root, site.base)
  .on('error', (error: NodeJS.ErrnoException) =>
    fail(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken. Serve on another one: npm start -- --port ${Number(port) + 1}`
        : `The server could not start: ${error.message}`,
    ),
  )
  .listen(Number(port), host, () => {
    console.log(`${site.name} is at http://${host}:${port}${site.base}`);
  });
