import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** What a reader reports: a page about an error. */
export interface ReportedError {
  title: string;
  /** Address of the page. */
  page: string;
  /** The message by which it is known. */
  message: string;
  /** What the page says that it means. */
  means: string;
  /** Day on which it was last held against its sources: `2026-11-24`. */
  checked: string;
}

/** Address of a new issue in `repository` (`owner/name`) with everything filled in but what is wrong. */
export function errorPageReport(repository: string, { title, page, message, means, checked }: ReportedError): string {
  const said = filled(words.errorReportSays, { page, message: `\`${message.replaceAll('`', "'")}\``, checked });
  const body = [said, `> ${means}`, words.errorReportRest, ''].join('\n\n');
  return `https://github.com/${repository}/issues/new?title=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
}
