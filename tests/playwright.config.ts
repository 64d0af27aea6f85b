import { defineConfig } from '@playwright/test';
import { findChromium } from './site/chromium.ts';

const port = Number(process.env['TEST_PORT'] ?? 4399);
// The configuration is read once more in each worker: what was found is handed on.
const executablePath = (process.env['CHROMIUM'] ??= findChromium());

/** Browser tests on the built site; `npm run build` comes first. */
export default defineConfig({
  testDir: './site',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  // A whole page is looked at in one test; on a busy machine that takes its time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { executablePath, args: ['--no-sandbox', '--disable-gpu'] },
  },
  webServer: {
    command: `astro preview --port ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    cwd: '..',
  },
});
