import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from './content.ts';
import type { Problem } from './problem.ts';
import { resolveFile } from './resolve-link.ts';
import { createLocator } from './run-rules.ts';

/** What may be left out at the end of the name of a file that is imported. */
const endings = ['', '.mjs', '.js', '.ts', '.jsx', '.tsx', '.json'];

/** Files of the project that articles import and that are not there: a build would end in a trace of the bundler. */
export function missingImports(root: string, entries: readonly Entry[]): Problem[] {
  const locate = createLocator();
  return entries.flatMap(({ source, body }) =>
    (body?.imports ?? []).flatMap(({ url, offset }) => {
      if (!/^\.{0,2}\//.test(url)) return []; // a package, which npm knows
      const file = resolveFile(url, source.path);
      if (endings.some((ending) => existsSync(join(root, file + ending)))) return [];
      return {
        ...locate({ source, offset }),
        rule: 'missing-import',
        message: `There is no file ${file}.`,
        hint: 'Correct the path, which begins at the folder of this file, or remove the import.',
      };
    }),
  );
}
