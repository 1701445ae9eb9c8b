import { expect, test } from 'vitest';
import { reportAddress } from './report.ts';

const fact = {
  driver: 'docker-overlay2',
  label: 'Layer limit',
  answer: '125 layers',
  page: 'https://example.org/drivers/docker-overlay2/#max_layers',
  sources: ['https://example.org/a?b=1&c=2#L3', 'https://example.org/d'],
};

/** The parts of the address as GitHub reads them. */
function read(address: string) {
  const { origin, pathname, hash, searchParams } = new URL(address);
  return { place: origin + pathname, hash, ...Object.fromEntries(searchParams) };
}

test('a report names the driver, the fact, what was shown, where, and from which sources', () => {
  expect(read(reportAddress('owner/name', fact))).toEqual({
    place: 'https://github.com/owner/name/issues/new',
    hash: '',
    title: 'docker-overlay2: Layer limit',
    body: `https://example.org/drivers/docker-overlay2/#max_layers says “125 layers”.

Source given: https://example.org/a?b=1&c=2#L3 https://example.org/d

What it should say, and where that is written:

`,
  });
});

test('an answer without a source says so', () => {
  expect(read(reportAddress('owner/name', { ...fact, sources: [] }))).toMatchObject({
    body: expect.stringContaining('Source given: none\n'),
  });
});

test('signs of addresses inside a text stay inside it', () => {
  const answer = 'a&title=b#c?d=e%20"f" +g';
  expect(read(reportAddress('owner/name', { ...fact, answer, label: '50% & more' }))).toMatchObject({
    title: 'docker-overlay2: 50% & more',
    body: expect.stringContaining(`says “${answer}”.`),
  });
});
