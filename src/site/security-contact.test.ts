import { expect, test } from 'vitest';
import { securityText, whyExpiring } from './security-contact.ts';

test('the text has what RFC 9116 asks for, a line each', () => {
  const contact = { contact: 'mailto:a@example.org', expires: '2027-10-31' };
  expect(securityText(contact, 'en', 'https://example.org/.well-known/security.txt')).toBe(
    'Contact: mailto:a@example.org\nExpires: 2027-10-31T00:00:00Z\nPreferred-Languages: en\nCanonical: https://example.org/.well-known/security.txt\n',
  );
});

test.each([
  ['2026-12-27', undefined],
  ['2026-12-26', 'in 30 days'],
  ['2026-11-27', 'in 1 days'],
  ['2026-11-26', 'nobody may rely on security.txt any more'],
  ['2024-02-29', 'nobody may rely on security.txt any more'],
  ['2028-01-01', 'more than a year ahead'],
  ['soon', "is 'soon', which is no day"],
  ['2027-13-01', 'which is no day'],
])('on 2026-11-26 a contact that ends on %s is: %s', (expires, problem) => {
  const why = whyExpiring({ contact: 'mailto:a@example.org', expires }, '2026-11-26');
  if (problem === undefined) expect(why).toBeUndefined();
  else expect(why).toContain(problem);
});
