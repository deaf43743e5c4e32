import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Chromium's own sandbox refuses to run as root, as in most containers. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Every scenario runs on every host: a project is a host, and the fixtures start it. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: path('../../test-results/end-to-end'),
  workers: 2,
  // A busy machine may hold a story up; one that passes the second time is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], [path('../../build/reporters/playwright.mjs')]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.PERIPLO_CHROMIUM,
      args: [
        ...asRoot,
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [{ name: 'browser-host' }, { name: 'desktop-double' }, { name: 'desktop' }],
});
