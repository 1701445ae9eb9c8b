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
  const body = `${page} says “${answer}”.\n\nSource given: ${sources.length > 0 ? sources.join(' ') : 'none'}\n\nWhat it should say, and where that is written:\n\n`;
  return `https://github.com/${repository}/issues/new?title=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
}
