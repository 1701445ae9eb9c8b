import { expect, test } from 'vitest';
import { fromPublished, toPublished } from './published.ts';

const full = {
  id: 'full',
  title: 'No space',
  means: 'Full.',
  question: 'Which disk?',
  messages: ['No space left on device', 'write "<path>": user@host <fs>: <error>'],
  drivers: ['overlay'],
  signs: ['100%'],
  told_by: ['write + disk full'],
  special_case_of: 'space',
  leads_to: ['other'],
};
const least = { id: 'least', title: 'Least', means: 'Little.', messages: ['little'], drivers: [] };

test('what is published is read as it was, messages in small letters, with the address of each page', () => {
  const published = JSON.parse(JSON.stringify(toPublished([full, least], (id) => `/base/errors/${id}/`))) as never;
  expect(fromPublished(published)).toEqual([
    { ...full, messages: full.messages.map((text) => text.toLowerCase()), url: '/base/errors/full/' },
    { ...least, url: '/base/errors/least/' },
  ]);
});

test('no errors are published as none', () => {
  expect(fromPublished(toPublished([], String))).toEqual([]);
});
