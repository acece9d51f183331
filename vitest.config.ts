import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['{utils,components,entrypoints}/**/*.test.{ts,tsx}', 'test/{contract,sandbox}/**/*.test.ts'],
    testTimeout: 20_000,
    // Most of what they take is waiting.
    maxWorkers: 3,
  },
});
