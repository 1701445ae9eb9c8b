import { defineConfig } from 'vitest/config';

/** Groups of tests that need no browser; `npm run test:unit` and `npm run test:built` name the ones they run. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['{src,scripts,walls}/**/*.test.ts'] } },
      { test: { name: 'walls', include: ['tests/walls/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'built', include: ['tests/built/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'shared', include: ['tests/shared/**/*.test.ts'] } },
    ],
  },
});
