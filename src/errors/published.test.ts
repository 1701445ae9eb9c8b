import { expect, test } from 'vitest';
import { fromPublished, toPublished } from './published.ts';

const full = {
  id: 'full',
  title: 'No space',
  means: 'Full.',
  question: 'Which disk?',
  messages: ['No space left on device', 'write "<path>": user@host <fs>: <error> in ~/x'],
  drivers: ['overlay'],
  signs: ['Pool 100%'],
  told_by: ['write + disk full | ENOSPC'],
  special_case_of: 'space',
  leads_to: ['other'],
  severity: 'notice',
};
const least = { id: 'least', title: 'Least', means: 'Little.', messages: ['little'], drivers: [] };

test('what is published is read as it was, with the address of each page', () => {
  const published = JSON.parse(JSON.stringify(toPublished([full, least], (id) => `/base/errors/${id}/`))) as never;
  expect(fromPublished(published)).toEqual([
    { ...full, url: '/base/errors/full/' },
    { ...least, url: '/base/errors/least/' },
  ]);
});

test('messages that differ in their capitals only are published once', () => {
  const twice = { ...least, messages: ['Disk full', 'disk full', 'Disk full!'] };
  expect(fromPublished(toPublished([twice], String))[0]?.messages).toEqual(['Disk full', 'Disk full!']);
});

test('no errors are published as none', () => {
  expect(fromPublished(toPublished([], String))).toEqual([]);
});
