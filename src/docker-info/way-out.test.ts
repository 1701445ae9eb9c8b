import { expect, test } from 'vitest';
import { adviceOn, said } from '../../tests/fixtures/advice.ts';

function wayOutOf(text: string): string[] {
  return said(adviceOn(text)).filter((about) => /#(?:replacement|introduced|migration)$/.test(about));
}

test('what to move to is named before how to move', () => {
  expect(wayOutOf('Server Version: 20.10.24\nStorage Driver: devicemapper')).toEqual([
    'docker-devicemapper#replacement',
    'docker-devicemapper#migration',
  ]);
});

test('why this machine cannot take it stands behind what to move to', () => {
  expect(wayOutOf('Server Version: 1.9.1\nStorage Driver: devicemapper')).toEqual([
    'docker-devicemapper#replacement',
    'docker-overlay2#introduced',
    'docker-devicemapper#migration',
  ]);
});

test('a driver that may stay has a successor, and no steps to it', () => {
  expect(wayOutOf('Server Version: 29.3.0\nStorage Driver: overlay2')).toEqual(['docker-overlay2#replacement']);
});
