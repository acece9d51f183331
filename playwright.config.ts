import { defineConfig } from '@playwright/test';

// Set by `npm test`, which counts; Playwright's JSON reporter writes to the file that it names.
const counted = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] !== undefined;

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.spec.ts',
  globalSetup: './test/e2e/support/packages.ts',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  fullyParallel: true,
  // The tests open the Chromium that test/e2e/support finds: no project, no download.
  reporter: counted ? [['list'], ['json']] : [['list']],
});
