import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { withSampleFiles } from './scripts/sample-files.js'
import { withWebsiteFiles } from './scripts/website-files.js'
import { ownTemp } from './tests/support/own-temp.ts'

const temporary = ownTemp()

export default defineConfig({
  plugins: [withWebsiteFiles, withSampleFiles].map(plugin => plugin(fileURLToPath(new URL('.', import.meta.url)))),
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/own-temp.ts'],
    setupFiles: ['tests/support/node-is-silent.ts'],
    // For what hangs: on a busy machine everything else only takes longer.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // One worker less than there are processors leaves half of a small CI machine idle.
    ...(process.env.CI ? { maxWorkers: '100%' } : {}),
    env: {
      // A test that depends on the machine's zone or language is a test that fails for somebody: see cli tests for both.
      TZ: 'Pacific/Auckland',
      LANG: 'C.UTF-8',
      TMPDIR: temporary,
      TMP: temporary,
      TEMP: temporary,
      XDG_CACHE_HOME: join(temporary, 'cache'),
      // What a test starts by the name of node, npm too, runs on the Node that is tested.
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    },
  },
})
