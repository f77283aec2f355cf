import { defineConfig } from 'vitest/config'

/** Tests run on real encrypted vaults, which take their time to derive a key; none is timed. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
