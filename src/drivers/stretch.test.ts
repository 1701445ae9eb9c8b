import { expect, test } from 'vitest';
import { stretchAt } from './stretch.ts';
import type { History, Stretch } from './stretch.ts';

const stretch = (text: string, until?: string): Stretch => ({
  kind: 'known',
  text,
  ...(until !== undefined && { until }),
  note: '',
  checked: '2026-11-25',
});

const history: History = {
  drivers: {
    'docker-vfs': { copy_up: [stretch('not yet', '0.7.0'), stretch('file', '17.06'), stretch('none')] },
    'containerd-native': { copy_up: [stretch('not yet', '1.0'), stretch('none')] },
  },
  numberedBy: { 'docker-vfs': 'docker', 'containerd-native': 'containerd' },
  releases: {
    docker: {
      name: 'Docker Engine',
      releases: { '0.7.0': '2013-11-25', '17.03.3': '2018-08-30', '17.06.0': '2017-06-20' },
    },
    containerd: { name: 'containerd', releases: { '1.0': '2017-12-05' } },
  },
};

test.each([
  ['2013-11-24', 'not yet'],
  ['2013-11-25', 'file'],
  ['2017-06-19', 'file'],
  ['2017-06-20', 'none'],
  ['2018-08-30', 'none'],
])('on %s a cell says %s', (day, text) => {
  expect(stretchAt(history, 'docker-vfs', 'copy_up', { day })?.text).toBe(text);
});

test('a release that came out late says what it was, and other projects what they were on its day', () => {
  const moment = { day: '2018-08-30', release: { project: 'docker', version: '17.03.3' } };
  expect(stretchAt(history, 'docker-vfs', 'copy_up', moment)?.text).toBe('file');
  expect(stretchAt(history, 'containerd-native', 'copy_up', moment)?.text).toBe('none');
});

test('a release with fewer parts is the same release', () => {
  const moment = { day: '2017-06-20', release: { project: 'docker', version: '17.6' } };
  expect(stretchAt(history, 'docker-vfs', 'copy_up', moment)?.text).toBe('none');
});

test('what is not in the history has no answer', () => {
  expect(stretchAt(history, 'docker-aufs', 'copy_up', { day: '2018-01-01' })).toBeUndefined();
  expect(stretchAt(history, 'docker-vfs', 'max_layers', { day: '2018-01-01' })).toBeUndefined();
});
