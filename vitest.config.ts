import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Tests of what is kept for good: each file has a browser and a database of its own. */
const KEPT = ['utils/{ledger,settings}/**/*.test.ts'];

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          // To load everything anew for each file takes longer than the tests do.
          isolate: false,
          include: ['{utils,components,entrypoints}/**/*.test.{ts,tsx}', 'test/{contract,sandbox}/**/*.test.ts'],
          exclude: KEPT,
        },
      },
      { extends: true, test: { name: 'apart', include: KEPT } },
    ],
  },
});
