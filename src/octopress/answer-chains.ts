/**
 * Each of `remarks` with the one at the top of its chain of answers, asking each for its parent once. A chain that is a
 * circle has its top where it was met first.
 */
export function topsOf<Remark>(
  remarks: readonly Remark[],
  parentOf: (remark: Remark) => Remark | undefined,
): Map<Remark, Remark> {
  const tops = new Map<Remark, Remark>();
  for (const remark of remarks) {
    const chain = new Set<Remark>();
    let top = remark;
    while (!chain.has(top) && !tops.has(top)) {
      chain.add(top);
      top = parentOf(top) ?? top;
    }
    const known = tops.get(top) ?? top;
    for (const one of chain) tops.set(one, known);
  }
  return tops;
}
