import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A test that depends on the machine's zone or language is a test that fails for somebody: see cli tests for both.
    env: { TZ: 'Pacific/Auckland', LANG: 'C.UTF-8', XDG_CACHE_HOME: join(tmpdir(), 'build-feed-test-cache') },
  },
})
