import { defineConfig } from '@playwright/test'

/** End-to-end tests drive the built app, over Electron where it is, else over the stand-in; each test has its own profile and home. */
export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 1,
  // On a build machine a test that fails is tried once more and told as flaky; at a desk it fails at once.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
})
