import * as words from '../site/words.ts';

/** GitHub refuses a longer address: https://github.com/github/docs/issues/5136 */
const maxAddressLetters = 8_191;

/**
 * Address of a new issue in `repository` (`owner/name`) that reports `text` as an error that this site should know; of a
 * long text as many of its first `letters` as GitHub takes.
 */
export function errorReportAddress(repository: string, text: string, letters = 5_000): string {
  const fence = '```';
  const body = `${fence}\n${text.slice(0, letters).replaceAll(fence, "'''")}\n${fence}\n\n${words.reportRest}\n\n`;
  const address = `https://github.com/${repository}/issues/new?title=${encodeURIComponent(words.reportTitle)}&body=${encodeURIComponent(body.toWellFormed())}`;
  return address.length <= maxAddressLetters ? address : errorReportAddress(repository, text, letters - 250);
}
