/** What browsers that know Trusted Types have as `trustedTypes`, as far as we need it. */
export interface TrustedTypes {
  defaultPolicy: unknown;
  createPolicy: (name: 'default', rules: { createScriptURL: (address: string) => string | null }) => unknown;
}

/**
 * Lets scripts of workers come from `folder`, an absolute address with a slash at its end, lets the worker that keeps pages
 * stand above it, and lets no other in: our security policy refuses every address of a script that no such rule has seen.
 * Does nothing in browsers without `types`, or when it was done before.
 */
export function allowScripts(types: TrustedTypes | undefined, folder: string): void {
  if (types?.defaultPolicy !== null) return;
  types.createPolicy('default', {
    createScriptURL: (address) => {
      const isOurs = isBelow(address, folder) || address === folder.replace(/[^/]+\/$/, 'keeper.js');
      return /^[^?#\\]*$/.test(address) && isOurs ? address : null;
    },
  });
}

function isBelow(address: string, folder: string): boolean {
  return address.startsWith(folder) && !address.slice(folder.length).includes('/');
}
