/** The rules that the content is held to, and what this site asks of them. */
import type { Rule } from './content-check/content.ts';
import { ageingWord } from './content-check/rules/ageing-word.ts';
import { aliasClash } from './content-check/rules/alias-clash.ts';
import { blockedHtml } from './content-check/rules/blocked-html.ts';
import { brokenAnchor } from './content-check/rules/broken-anchor.ts';
import { brokenLink } from './content-check/rules/broken-link.ts';
import { codeNote } from './content-check/rules/code-note.ts';
import { componentWords } from './content-check/rules/component-words.ts';
import type { Attributes } from './content-check/rules/component-words.ts';
import { consolePrompt } from './content-check/rules/console-prompt.node.ts';
import { controlCharacter } from './content-check/rules/control-character.ts';
import { duplicateAnchor } from './content-check/rules/duplicate-anchor.ts';
import { duplicateSlug } from './content-check/rules/duplicate-slug.ts';
import { duplicateTitle } from './content-check/rules/duplicate-title.ts';
import { emptyCollection } from './content-check/rules/empty-collection.ts';
import { emptyHeading } from './content-check/rules/empty-heading.ts';
import { emptyLink } from './content-check/rules/empty-link.ts';
import { emptyPage } from './content-check/rules/empty-page.ts';
import { fileName } from './content-check/rules/file-name.ts';
import { futureDate } from './content-check/rules/future-date.ts';
import { headingId } from './content-check/rules/heading-id.ts';
import { headingLevel } from './content-check/rules/heading-level.ts';
import { hiddenCharacter } from './content-check/rules/hidden-character.ts';
import { hiddenPage } from './content-check/rules/hidden-page.ts';
import { imageAlt } from './content-check/rules/image-alt.ts';
import { imageFile } from './content-check/rules/image-file.ts';
import { inlineScript } from './content-check/rules/inline-script.ts';
import { localLink } from './content-check/rules/local-link.node.ts';
import { longTitle } from './content-check/rules/long-title.ts';
import { looseNote } from './content-check/rules/loose-note.ts';
import { mergeConflict } from './content-check/rules/merge-conflict.ts';
import { missingIcon } from './content-check/rules/missing-icon.ts';
import { openFence } from './content-check/rules/open-fence.ts';
import { outsideAddress } from './content-check/rules/outside-address.node.ts';
import { repeatedHeading } from './content-check/rules/repeated-heading.ts';
import { repeatedParagraph } from './content-check/rules/repeated-paragraph.ts';
import { stalePage } from './content-check/rules/stale-page.ts';
import { strayFile } from './content-check/rules/stray-file.ts';
import { unknownCode } from './content-check/rules/unknown-code.ts';
import { unknownLanguage } from './content-check/rules/unknown-language.node.ts';
import { unknownNote } from './content-check/rules/unknown-note.ts';
import { unlistedAddress } from './content-check/rules/unlisted-address.ts';
import { unreadMarkup } from './content-check/rules/unread-markup.ts';
import { vagueLink } from './content-check/rules/vague-link.ts';
import { vanishedAddress } from './content-check/rules/vanished-address.ts';
import { vanishedAnchor } from './content-check/rules/vanished-anchor.ts';
import { addresses, linkPlaces } from './content.collections.node.ts';
import { discussionName } from './discussions/rules/discussion-name.ts';
import { duplicateDiscussion } from './discussions/rules/duplicate-discussion.ts';
import { remarkAddress } from './discussions/rules/remark-address.ts';
import { unknownDiscussion } from './discussions/rules/unknown-discussion.ts';
import { knownFinding } from './docker-info/rules/known-finding.ts';
import { glossaryTerm } from './docs/rules/glossary-term.ts';
import { comparisonWords } from './drivers/rules/comparison-words.ts';
import { doubleDefault } from './drivers/rules/double-default.ts';
import { driverLife } from './drivers/rules/driver-life.ts';
import { duplicateFact } from './drivers/rules/duplicate-fact.ts';
import { factSource } from './drivers/rules/fact-source.ts';
import { factValue } from './drivers/rules/fact-value.ts';
import { homePageSource } from './drivers/rules/home-page-source.ts';
import { missingFact } from './drivers/rules/missing-fact.ts';
import { staleFact } from './drivers/rules/stale-fact.ts';
import { timelineOrder } from './drivers/rules/timeline-order.ts';
import { unaskedFact } from './drivers/rules/unasked-fact.ts';
import { unknownDriver } from './drivers/rules/unknown-driver.ts';
import { unknownEngine } from './drivers/rules/unknown-engine.ts';
import { unknownFact } from './drivers/rules/unknown-fact.ts';
import { unknownMoment } from './drivers/rules/unknown-moment.ts';
import { unusedWord } from './drivers/rules/unused-word.ts';
import { messageFirst } from './errors/rules/message-first.ts';
import { unknownError } from './errors/rules/unknown-error.ts';
import { seriesName } from './posts/rules/series-name.ts';
import { tagSign } from './posts/rules/tag-sign.ts';
import { unknownPost } from './posts/rules/unknown-post.ts';
import { waitingPost } from './posts/rules/waiting-post.ts';
import { site } from './site.config.ts';
import { goneSource } from './sources/rules/gone-source.ts';

/**
 * The most characters of a title. A search engine's line has room for some 60, and a tab for fewer. The title of an
 * error begins with the message to the letter, which readers compare, so that it may take a second line.
 */
const longestTitles = { posts: 60, docs: 60, drivers: 60, errors: 90 };

/** The short texts that stand alone in lists and results, by collection. */
const shortTexts = {
  posts: ['description'],
  docs: ['description'],
  errors: ['description', 'means'],
  drivers: ['summary'],
};

/** The components that need no import, those of `src/pages/_components.ts`, which only a build can read, and what authors write in them. */
export const components: Readonly<Record<string, Attributes>> = {
  Compare: { reads: ['drivers', 'facts', 'asOf'] },
  Figure: { reads: ['src', 'alt', 'href', 'width', 'height', 'side'], needs: ['src'] },
  Pulled: { reads: ['side'] },
  Quote: { reads: ['author', 'title', 'href'] },
  Still: { reads: ['href', 'label', 'src', 'width', 'height'], needs: ['href', 'label'] },
};

/** All rules that look at more than the form of one file. */
export const rules: readonly Rule[] = [
  ageingWord(shortTexts),
  aliasClash,
  blockedHtml,
  brokenAnchor,
  brokenLink(linkPlaces.map(({ prefix }) => prefix)),
  codeNote,
  comparisonWords,
  componentWords(components),
  consolePrompt,
  controlCharacter,
  discussionName,
  doubleDefault,
  driverLife,
  duplicateAnchor,
  duplicateDiscussion,
  duplicateFact,
  duplicateSlug,
  duplicateTitle(Object.keys(addresses)),
  emptyCollection,
  emptyHeading,
  emptyLink,
  emptyPage,
  factSource,
  factValue,
  fileName,
  futureDate,
  glossaryTerm,
  goneSource(site.origin),
  headingId,
  headingLevel,
  hiddenCharacter,
  hiddenPage,
  homePageSource,
  imageAlt,
  imageFile(['Figure', 'Still']),
  inlineScript,
  knownFinding,
  localLink,
  longTitle(longestTitles),
  looseNote,
  mergeConflict,
  messageFirst,
  missingFact,
  missingIcon,
  openFence,
  outsideAddress,
  remarkAddress,
  repeatedHeading,
  repeatedParagraph,
  seriesName,
  staleFact,
  stalePage,
  strayFile,
  tagSign,
  timelineOrder,
  unaskedFact,
  unknownCode(Object.keys(components)),
  unknownDiscussion,
  unknownDriver,
  unknownEngine,
  unknownError,
  unknownFact,
  unknownLanguage,
  unknownMoment,
  unknownNote,
  unknownPost,
  unlistedAddress,
  unreadMarkup,
  unusedWord,
  vagueLink,
  vanishedAddress,
  vanishedAnchor,
  waitingPost,
];
