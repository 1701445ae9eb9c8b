/** Why a site can't be built in the folder at `path`, and what to do; undefined if it can. */
export function folderFault(path: string): string | undefined {
  const [sign] = /[#?%]/.exec(path) ?? [];
  if (sign === undefined) return undefined;
  return `The path ${path} has a ${sign}, which Vite takes for a part of an address: pages would lose their styles. Rename that folder or move the project, then run the command again.`;
}
