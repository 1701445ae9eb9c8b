/** Whom to tell about a hole in the site, and until when that holds. */
export interface SecurityContact {
  /** A web address, or one that begins with `mailto:`, to which a person may write. */
  contact: string;
  /** Day up to which the contact is good, such as `2027-10-31`; at most a year ahead. */
  expires: string;
}

/** The text of `/.well-known/security.txt`, as RFC 9116 has it. */
export function securityText({ contact, expires }: SecurityContact, language: string, canonical: string): string {
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}T00:00:00Z`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${canonical}`,
    '',
  ].join('\n');
}

const notice = 30; // days; time enough to notice it in the log of a build

/** What is wrong with the day on which a contact ends, seen on the day `today`, with what to do; nothing if it is fine. */
export function whyExpiring({ expires }: SecurityContact, today: string): string | undefined {
  const where = 'src/site.config.ts: security.expires';
  const end = Date.parse(`${expires}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(expires) || Number.isNaN(end))
    return `${where} is '${expires}', which is no day. Write it as 2027-10-31.`;
  const days = Math.round((end - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
  const todo = 'See whether the contact still answers, and set a day within the next year.';
  if (days <= 0) return `${where} is ${expires}, so nobody may rely on security.txt any more. ${todo}`;
  if (days <= notice) return `${where} is ${expires}, in ${days} days. ${todo}`;
  if (days > 366) return `${where} is ${expires}, more than a year ahead, when nobody will believe it. ${todo}`;
  return undefined;
}
