import type { Rule } from '../content.ts';

/** Finds what Git wrote where two changes met, and nobody chose: readers would see both. */
export const mergeConflict: Rule = {
  name: 'merge-conflict',
  description: 'No file holds the lines with which Git marks a conflict.',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) => {
      const offset = source.text.search(/^(?:<{7}|>{7}) /m);
      const isShown = body?.code.some((block) => block.offset < offset && offset < block.offset + block.code.length);
      if (offset === -1 || isShown === true) return [];
      const message = 'Git wrote this where two changes met.';
      const hint =
        'Keep one of them, or both, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.';
      return [{ source, offset, message, hint }];
    }),
};
