import { filled } from '../site/filled.ts';
import { plural } from '../site/plural.ts';
import * as words from '../site/words.ts';
import { shortened } from './query.ts';
import { facetName } from '../errors/facet.ts';
import type { Answer } from './search.ts';

/** What is announced after a search for `text`: how much was found, what is nowhere, or which part is missing. */
export function summary(answer: Answer, text: string): string {
  const { errors, pages, counts, nowhere, meant, driver, missing, machine, unjudged } = answer;
  const count = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const [one, other] = [
    ...(errors.length > 0 ? [plural(errors.length, words.foundErrors)] : []),
    ...(count > 0 ? [plural(count, words.foundPages)] : []),
  ];
  const found = one !== undefined && other !== undefined ? filled(words.both, { one, other }) : one;
  const [part] = missing;
  if (part !== undefined) {
    const lost = missing.length > 1 ? words.searchPartsNotLoaded : notLoaded[part];
    return [lost, ...(found === undefined ? [] : [filled(words.foundWithoutIt, { found })])].join(' ');
  }
  const isCut = count > pages.length && pages.length > 0;
  const doubted = errors.filter(({ doubt }) => doubt !== undefined).length;
  const instead = Object.values(meant);
  return [
    ...(found === undefined ? [filled(words.foundNothing, { text: shortened(text) })] : []),
    ...(found === undefined || isCut ? [] : [filled(words.found, { found })]),
    ...(found !== undefined && isCut ? [filled(words.foundBest, { found, count: pages.length })] : []),
    ...(machine !== undefined && doubted > 0
      ? [
          filled(words.takenForMachine, { machine: machine.facets.map(facetName).join(words.comma) }),
          plural(doubted, words.doNotApply),
        ]
      : []),
    ...(unjudged === true ? [words.machineNotLoaded] : []),
    ...(driver !== undefined && count > 0 ? [filled(words.allAboutDriver, { driver })] : []),
    ...(nowhere.length > 0 ? [filled(plural(nowhere.length, words.onNoPage), { words: list(nowhere) })] : []),
    ...(instead.length > 0 ? [filled(plural(instead.length, words.soughtInstead), { words: list(instead) })] : []),
  ].join(' ');
}

const notLoaded = { errors: words.errorsNotLoaded, pages: words.indexNotLoaded };

function list(all: readonly string[]): string {
  const some = all
    .slice(0, 3)
    .map((word) => filled(words.quoted, { text: shortened(word, 30) }))
    .join(words.comma);
  return all.length > 3 ? filled(words.andMore, { words: some, count: all.length - 3 }) : some;
}
