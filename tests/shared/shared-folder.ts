import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The path of a file in the folder of shared inputs, which lies beside the project and is not part of it; undefined
 * where it is absent, after one plain line that says which tests do not run.
 */
export function sharedFile(path: string, tests: string): string | undefined {
  const found = fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
  if (existsSync(found)) return found;
  console.log(`Not run: ${tests}. They need ../shared/${path}, which is not on this machine.`);
  return undefined;
}
