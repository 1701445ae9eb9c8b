import { isKnownLanguage, knownLanguages } from '../../markdown/highlight.node.ts';
import type { Rule } from '../content.ts';
import { suggest } from '../nearest.ts';

/** Finds blocks of code in a language for which there are no colours. */
export const unknownLanguage: Rule = {
  name: 'unknown-language',
  description: 'Every block of code that names a language names one that can be coloured.',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.code ?? []).flatMap(({ language }) =>
        language === undefined || isKnownLanguage(language.name)
          ? []
          : [
              {
                source,
                offset: language.offset,
                message: `Nobody knows how to colour the language \`${language.name}\`.`,
                hint: suggest(
                  language.name,
                  knownLanguages(),
                  'Write `console` for a terminal, and `text` for anything else.',
                ),
              },
            ],
      ),
    ),
};
