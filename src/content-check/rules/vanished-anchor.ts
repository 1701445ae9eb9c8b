import type { Rule } from '../content.ts';
import { createAnswers } from '../old-addresses.ts';
import { publishedList } from '../published.ts';

/** Finds anchors that were published and that their page has lost, also when the page has moved. */
export const vanishedAnchor: Rule = {
  name: 'vanished-anchor',
  description: 'Every heading that was ever published can still be linked to.',
  check: ({ entries, pages }) => {
    const entry = publishedList(entries);
    if (entry === undefined) return [];
    const { value: list, source, data } = entry;
    const answerAt = createAnswers({ entries, pages });
    return Object.entries(list).flatMap(([path, anchors]) => {
      const answer = answerAt(path);
      if (answer.kind !== 'page') return [];
      const { anchors: here, file } = answer.page;
      if (here === undefined) return [];
      return anchors.flatMap((anchor, index) => {
        if (here.has(anchor)) return [];
        const hint = /\.mdx?$/.test(file ?? '')
          ? `Write \`[#${anchor}]\` at the end of the heading in ${String(file)} that took its place, or \`<a id="${anchor}"></a>\` before the words that readers should get.`
          : `Give the id back to what took its place${file === undefined ? '' : `: ${file} made this page`}.`;
        return [
          {
            source,
            offset: data.valueAt([path, index]),
            message: `\`${answer.path}#${anchor}\` was published${answer.path === path ? '' : ` as \`${path}#${anchor}\``} and is gone.`,
            hint,
          },
        ];
      });
    });
  },
};
