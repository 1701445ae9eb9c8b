/**
 * Negative if release `a` comes before `b`, positive if after, 0 if they are the same.
 * Parts are compared as numbers, and missing ones count as 0: `17.09` and `17.9.0` are the same.
 */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let part = 0; part < Math.max(left.length, right.length); part++) {
    const difference = Number(left[part] ?? 0) - Number(right[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
