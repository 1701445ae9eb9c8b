/** What browsers that know Trusted Types have as `trustedTypes`, as far as we need it. */
export interface TrustedTypes {
  defaultPolicy: unknown;
  createPolicy: (name: 'default', rules: { createScriptURL: (address: string) => string | null }) => unknown;
}

/**
 * Lets scripts of workers come from `folder`, an absolute address with a slash at its end, and from nowhere else: our
 * security policy refuses every address of a script that no such rule has seen. Does nothing in browsers without
 * `types`, or when it was done before.
 */
export function allowScripts(types: TrustedTypes | undefined, folder: string): void {
  if (types?.defaultPolicy !== null) return;
  types.createPolicy('default', {
    createScriptURL: (address) => (/^[^?#\\]*$/.test(address) && isBelow(address, folder) ? address : null),
  });
}

function isBelow(address: string, folder: string): boolean {
  return address.startsWith(folder) && !address.slice(folder.length).includes('/');
}
