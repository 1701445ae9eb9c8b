import { basename } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Has each script that is asked for by a page, or by another script while it runs, name all that it needs, and not only
 * what it names itself. A browser learns of the rest only when what names it is there, and each such step is one more
 * round trip of a slow line.
 */
export function askedAtOnce(): Plugin {
  return {
    name: 'asked-at-once',
    applyToEnvironment: ({ name }) => name === 'client',
    renderChunk(code, { fileName, isDynamicEntry, imports }, _, { chunks }) {
      if (!isDynamicEntry) return null;
      const needed = new Set([fileName, ...imports]);
      for (const name of needed) for (const next of chunks[name]?.imports ?? []) needed.add(next);
      const others = [...needed].slice(1 + imports.length);
      // All scripts lie in one folder.
      return code + others.map((name) => `import"./${basename(name)}";`).join('');
    },
  };
}
