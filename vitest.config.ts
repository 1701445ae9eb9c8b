import { defineConfig } from 'vitest/config';

// Waiting ends a test that hangs; it never measures. A busy CI machine is as slow as it likes, and may try once more.
const patience = { testTimeout: 60_000, hookTimeout: 120_000, retry: process.env['CI'] ? 1 : 0 };

/** Groups of tests that need no browser; `npm run test:unit` and `npm run test:built` name the ones they run. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['{src,scripts,walls}/**/*.test.ts'], ...patience } },
      { test: { name: 'walls', include: ['tests/walls/**/*.test.ts'], ...patience } },
      { test: { name: 'built', include: ['tests/built/**/*.test.ts'], ...patience } },
      { test: { name: 'shared', include: ['tests/shared/**/*.test.ts'], ...patience } },
    ],
  },
});
