import { defineConfig } from '@playwright/test'

/** End-to-end tests drive the built app, over Electron where it is, else over the stand-in; each test has its own profile and home. */
export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../test-results',
  fullyParallel: false,
  // Each test has an app, folders and a vault of its own, so that files of tests may run beside each other.
  workers: 2,
  retries: 0,
  // Patience costs nothing where things come, and what is absent still fails: a slow or loaded machine alone must not.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
})
