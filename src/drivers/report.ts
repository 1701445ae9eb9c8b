import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** What a reader reports: one answer of one driver, where it stands. */
export interface ReportedFact {
  /** `docker-overlay2` */
  driver: string;
  /** The row's heading. */
  label: string;
  /** The answer as it was shown. */
  answer: string;
  /** Address of the page on which it was shown. */
  page: string;
  /** Where the site says that it found the answer. */
  sources: readonly string[];
}

/** Address of a new issue in `repository` (`owner/name`) with everything filled in but what is wrong. */
export function reportAddress(repository: string, { driver, label, answer, page, sources }: ReportedFact): string {
  const title = `${driver}: ${label}`;
  const given = `${words.factReportSource} ${sources.join(' ') || words.factReportNoSource}`;
  const body = `${filled(words.factReportSays, { page, answer })}\n\n${given}\n\n${words.factReportRest}\n\n`;
  return `https://github.com/${repository}/issues/new?title=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
}
