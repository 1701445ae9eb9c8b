import { expect, test, vi } from 'vitest';
import { createErrorFinder } from './error-finder.ts';

const known = {
  id: 'no-space',
  messages: ['no space left on device'],
  drivers: [],
  title: 'No space',
  url: '/errors/no-space/',
  means: 'Full.',
};

test('what is found comes with what to say about it', async () => {
  const find = createErrorFinder(() => Promise.resolve([known]));
  expect(await find('write x: no space left on device')).toMatchObject([
    { error: 'no-space', kind: 'certain', known: { title: 'No space', url: '/errors/no-space/', means: 'Full.' } },
  ]);
});

test('what a system answered in another language is found', async () => {
  const find = createErrorFinder(() => Promise.resolve([known]));
  expect(await find('rm: x: 设备上没有空间')).toMatchObject([{ error: 'no-space', kind: 'certain' }]);
});

test('what somebody types from memory for a message looks like it, and is not certain to be it', async () => {
  const find = createErrorFinder(() => Promise.resolve([known]));
  expect(await find('disk full')).toMatchObject([{ error: 'no-space', kind: 'alike' }]);
  expect(await find('No space left on device')).toMatchObject([{ error: 'no-space', kind: 'certain' }]);
});

test('the catalogue is loaded once, and again after a failure', async () => {
  const load = vi.fn(() => Promise.resolve([known])).mockRejectedValueOnce(new Error('offline'));
  const find = createErrorFinder(load);
  await expect(find('a')).rejects.toThrow('offline');
  await find('a');
  await find('b');
  expect(load).toHaveBeenCalledTimes(2);
});
