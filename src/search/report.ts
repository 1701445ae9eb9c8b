import * as words from '../site/words.ts';

/** An address that is longer is refused by GitHub. */
const maxReportLetters = 5_000;

/** Address of a new issue in `repository` (`owner/name`) that reports `text` as an error that this site should know. */
export function errorReportAddress(repository: string, text: string): string {
  const fence = '```';
  const body = `${fence}\n${text.slice(0, maxReportLetters).replaceAll(fence, "'''")}\n${fence}\n\n${words.reportRest}\n\n`;
  return `https://github.com/${repository}/issues/new?title=${encodeURIComponent(words.reportTitle)}&body=${encodeURIComponent(body.toWellFormed())}`;
}
