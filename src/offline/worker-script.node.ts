import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

/** One script of a worker of this folder, with all that it imports and its `settings`: browsers run it as it is. */
export async function workerOf(file: string, settings: object): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    define: { settings: JSON.stringify(settings) },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
}
