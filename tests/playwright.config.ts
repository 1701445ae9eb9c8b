import { defineConfig } from '@playwright/test';
import type { Project } from '@playwright/test';
import { findChromium } from '../scripts/chromium.mjs';

const port = 4173;

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const desktop = { viewport: { width: 1280, height: 800 } };

/** Tests named `@themes` run on both screens in both themes; the others on a bright phone and a dark desktop, `@once` on the phone only. */
const projects: Project[] = [
  { name: 'phone-light', use: { ...phone, colorScheme: 'light' } },
  { name: 'desktop-dark', use: { ...desktop, colorScheme: 'dark' }, grepInvert: /@once/ },
  { name: 'phone-dark', use: { ...phone, colorScheme: 'dark' }, grep: /@themes/ },
  { name: 'desktop-light', use: { ...desktop, colorScheme: 'light' }, grep: /@themes/ },
];

export default defineConfig({
  testDir: '.',
  testMatch: ['e2e/**/*.test.ts', 'a11y/**/*.test.ts'],
  outputDir: '../.cache/browser-tests',
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: true,
  workers: 2,
  reporter: [['line'], ['json', { outputFile: '../.cache/reports/test-browser.json' }]],
  use: {
    baseURL: `http://localhost:${port}/`,
    browserName: 'chromium',
    launchOptions: {
      executablePath: findChromium() ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
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
