import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { viteSampleFiles } from './scripts/sample-files.js'
import { viteWebsiteFiles } from './scripts/website-files.js'

export default defineConfig({
  plugins: [viteWebsiteFiles, viteSampleFiles].map(plugin => plugin(fileURLToPath(new URL('.', import.meta.url)))),
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/node-is-silent.ts'],
    // For what hangs: on a busy machine everything else only takes longer.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // One worker less than there are processors leaves half of a small CI machine idle.
    ...(process.env.CI ? { maxWorkers: '100%' } : {}),
    env: {
      // A test that depends on the machine's zone or language is a test that fails for somebody: see cli tests for both.
      TZ: 'Pacific/Auckland',
      LANG: 'C.UTF-8',
      XDG_CACHE_HOME: join(tmpdir(), 'build-feed-test-cache'),
      // What a test starts by the name of node, npm too, runs on the Node that is tested.
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    },
  },
})
