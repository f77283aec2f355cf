import { defineConfig } from '@playwright/test'

/** End-to-end tests drive the built app, over Electron where it is, else over the stand-in; each test has its own profile and home. */
export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../test-results',
  fullyParallel: false,
  // Each test has an app, folders and a vault of its own, so that files of tests may run beside each other.
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
})
