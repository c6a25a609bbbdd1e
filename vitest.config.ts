import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { withSampleFiles } from './scripts/sample-files.js'
import { withWebsiteFiles } from './scripts/website-files.js'
import { ownTemp } from './tests/support/own-temp.ts'

const temporary = ownTemp()

/** The tests that put other modules in the place of ours, before anybody has imported them. */
const alone = [
  'tests/added.test.ts',
  'tests/cache/site.test.ts',
  'tests/preview-asked.test.ts',
  'tests/website/unchanged.test.ts',
]

/**
 * What takes longest, and asks the rules, the disk or the browser more than it asks Node: left out by scripts/test-nodes.js on
 * a second Node, where it is to be brief.
 */
const longest = [
  'tests/action.test.ts',
  'tests/agreement.test.ts',
  'tests/attack/**',
  'tests/cache/second-build.test.ts',
  'tests/cache/site.test.ts',
  'tests/crash.test.ts',
  'tests/credentials.test.ts',
  'tests/examples.test.ts',
  'tests/feed-validation.test.ts',
  'tests/fix.test.ts',
  'tests/floods.test.ts',
  'tests/kill.test.ts',
  'tests/mutations.test.ts',
  'tests/no-false-alarms.test.ts',
  'tests/notes/safety.test.ts',
  'tests/nothing-said.test.ts',
  'tests/preview-panes.test.ts',
  'tests/publish-killed.test.ts',
  'tests/rules.test.ts',
  'tests/seen-in-feeds.test.ts',
  'tests/web-refresh.test.ts',
  'tests/website/browser.test.ts',
]
const leftOut = process.env.WITHOUT_LONGEST ? longest : []

export default defineConfig({
  plugins: [withWebsiteFiles, withSampleFiles].map(plugin => plugin(fileURLToPath(new URL('.', import.meta.url)))),
  test: {
    globalSetup: ['tests/support/own-temp.ts'],
    setupFiles: ['tests/support/each-file.ts', 'tests/support/node-is-silent.ts'],
    projects: [
      {
        extends: true,
        // No module of ours has a state, so that the files of a worker can share what they import.
        test: { name: 'together', include: ['tests/**/*.test.ts'], exclude: [...alone, ...leftOut], isolate: false },
      },
      { extends: true, test: { name: 'alone', include: alone, exclude: leftOut } },
    ],
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
