import { expect, test } from 'vitest';
import { buildTime } from './build-time.node.ts';

const clock = new Date('2026-11-26T12:00:00.500Z');

test.each([
  ['1400000000', '2014-05-13T16:53:20.000Z'],
  ['0', '1970-01-01T00:00:00.000Z'],
])('SOURCE_DATE_EPOCH=%s makes the build take %s for now', (seconds, moment) => {
  expect(buildTime({ SOURCE_DATE_EPOCH: seconds }, clock)).toEqual({ now: new Date(moment), problem: undefined });
});

test.each([undefined, ''])('without it, or with %j, the clock counts', (seconds) => {
  expect(buildTime({ SOURCE_DATE_EPOCH: seconds }, clock)).toEqual({ now: clock, problem: undefined });
});

test.each(['yesterday', '-1', '1.5', '1e9', '2026-11-26', '99999999999999'])(
  '%s is named as no moment, with a value that is one',
  (value) => {
    const { problem } = buildTime({ SOURCE_DATE_EPOCH: value }, clock);
    expect(problem).toBe(
      `SOURCE_DATE_EPOCH is '${value}', which is no moment. Write whole seconds since 1970, such as SOURCE_DATE_EPOCH=1795694400, or leave it out.`,
    );
  },
);
