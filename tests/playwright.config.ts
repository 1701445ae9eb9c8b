import { defineConfig } from '@playwright/test';
import type { Project } from '@playwright/test';
import { findChromium, quietly } from '../scripts/chromium.mjs';

const port = 4173;

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const desktop = { viewport: { width: 1280, height: 800 } };

/**
 * Journeys run on a bright phone and a dark desktop; what depends on the theme goes through both by itself. Tests named
 * `@once` would show the same on both and run on the phone only.
 */
const projects: Project[] = [
  { name: 'phone', use: { ...phone, colorScheme: 'light' } },
  { name: 'desktop', use: { ...desktop, colorScheme: 'dark' }, grepInvert: /@once/ },
];

export default defineConfig({
  testDir: '.',
  testMatch: ['e2e/**/*.test.ts', 'a11y/**/*.test.ts', 'visual/**/*.test.ts'],
  snapshotPathTemplate: 'visual/{arg}-{projectName}{ext}',
  outputDir: '../.cache/browser-tests',
  forbidOnly: process.env['CI'] !== undefined,
  // Two cores that draw two browsers lose a frame now and then; a fault that is real comes twice.
  retries: process.env['CI'] === undefined ? 0 : 1,
  expect: { timeout: 10_000 }, // the largest table takes its time beside another browser
  fullyParallel: true,
  workers: 2,
  reporter: [['line'], ['json', { outputFile: '../.cache/reports/test-browser.json' }]],
  use: {
    baseURL: `http://localhost:${port}/`,
    browserName: 'chromium',
    // The worker that keeps pages would hide requests from the tests that answer them; e2e/offline.test.ts lets it in.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: findChromium() ?? '/usr/bin/chromium',
      args: quietly,
    },
  },
  webServer: {
    command: `node scripts/serve.ts --port ${port}`,
    cwd: '..',
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
  projects,
});
