import type { Rule } from '../../content-check/content.ts';
import { factKeysOf } from './fact-value.ts';
import { unaskedFacts } from './unasked-fact.ts';

/** Finds drivers that leave a question open without saying so. */
export const missingFact: Rule = {
  name: 'missing-fact',
  description: 'Every driver answers every question of content/facts.yaml, if only with `unknown`.',
  check: (content) => {
    const misspelt = unaskedFacts(content).map(({ asked }) => asked?.key);
    const keys = factKeysOf(content).filter(({ key }) => !misspelt.includes(key));
    return content.entries
      .filter(({ collection }) => collection === 'drivers')
      .flatMap(({ source, data }) => {
        const { facts } = (data.value ?? {}) as { facts?: unknown };
        if (typeof facts !== 'object' || facts === null) return [];
        return keys
          .filter(({ key }) => !Object.hasOwn(facts, key))
          .map(({ key, question }) => ({
            source,
            offset: data.keyAt(['facts']),
            message: `The driver has no fact \`${key}\`: ${question}`,
            hint: 'Add it; if nobody knows, its value is `unknown`.',
          }));
      });
  },
};
