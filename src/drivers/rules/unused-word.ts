import type { Rule } from '../../content-check/content.ts';
import { computedStatus } from '../as-of.ts';
import { factKeysOf } from './fact-value.ts';
import { statementsOf } from './statements.ts';

/** Finds words of an enum that no driver ever answers: a reader would look for what there is not. */
export const unusedWord: Rule = {
  name: 'unused-word',
  description: 'Every word that an enum allows is the answer of some driver, now or in the past.',
  check: (content) => {
    // A driver that can't be read may be the one that answers it.
    const read = content.entries.filter(({ collection, data }) => collection === 'drivers' && data.value !== undefined);
    if (read.length < (content.names.get('drivers')?.size ?? 0)) return [];
    const said = statementsOf(content)
      .filter(({ path }) => path[0] === 'facts')
      .map(({ path, value }) => `${String(path[1])} ${String(value.value)}`);
    const used = new Set([...said, ...computedStatus.map((word) => `status ${word}`)]);
    return content.entries
      .filter(({ collection }) => collection === 'facts')
      .flatMap(({ source, data }) =>
        factKeysOf(content).flatMap(({ key, allowed = {} }, place) =>
          Object.keys(allowed)
            .filter((word) => !used.has(`${key} ${word}`))
            .map((word) => ({
              source,
              offset: data.keyAt([place, 'allowed', word]),
              message: `No driver answers \`${word}\` to \`${key}\`.`,
              hint: 'Take the word out, or give it to the drivers that it fits.',
            })),
        ),
      );
  },
};
