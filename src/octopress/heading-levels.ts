/** A heading of an old post. */
export interface OldHeading {
  /** Where it begins. */
  at: number;
  /** 1 to 6. */
  level: number;
}

const firstLevel = 2; // the title of the page is level 1
const lastLevel = 6;

/**
 * New levels by place, for headings in the order of the text: the first is of level 2, and none is more than one below
 * the heading that it belongs to. Levels that are so already stay as they are.
 */
export function newLevels(headings: readonly OldHeading[]): Map<number, number> {
  const levels = new Map<number, number>();
  const above: { old: number; fresh: number }[] = [];
  for (const { at, level } of headings) {
    while ((above.at(-1)?.old ?? 0) >= level) above.pop();
    const parent = above.at(-1)?.fresh ?? firstLevel - 1;
    const fresh = Math.min(parent + 1, lastLevel);
    above.push({ old: level, fresh });
    levels.set(at, fresh);
  }
  return levels;
}
