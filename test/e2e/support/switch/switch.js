// Asked by test/e2e/support/shared-browser.ts, through the worker.
