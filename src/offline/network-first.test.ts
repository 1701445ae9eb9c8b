import { expect, test } from 'vitest';
import { networkFirst, realAnswer } from './network-first.ts';

const never = new Promise<never>(() => undefined);
const over = Promise.resolve();
const later = <Answer>(answer: Answer) => new Promise<Answer>((resolve) => setTimeout(resolve, 5, answer));
const keptPage = async () => 'kept';
const nothing = async () => undefined;

test('what the network answers is shown, though a page is kept', async () => {
  expect(await networkFirst(later('new'), keptPage, never)).toBe('new');
});

test('a kept page is shown when the network fails', async () => {
  expect(await networkFirst(Promise.reject(new Error('no network')), keptPage, never)).toBe('kept');
});

test('a kept page is shown when the network gives no sign of life until the pause is over', async () => {
  expect(await networkFirst(never, keptPage, over)).toBe('kept');
});

test('a network that is slow is waited for if nothing is kept', async () => {
  expect(await networkFirst(later('new'), nothing, over)).toBe('new');
});

test('the failure of the network is passed on if nothing is kept', async () => {
  await expect(networkFirst(Promise.reject(new Error('no network')), nothing, never)).rejects.toThrow('no network');
});

test('a failure that Firefox hands over as an answer is a failure', () => {
  expect(() => realAnswer({ type: 'error' })).toThrow('The network failed.');
  expect(realAnswer({ type: 'basic' })).toEqual({ type: 'basic' });
});
