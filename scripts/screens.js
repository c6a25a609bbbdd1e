/**
 * How long a report is that a person gets: `npm run screens -- feed.xml …` prints, for each feed or show, the lines of the report, how many
 * findings it tells of, and the episodes; with --read, the reports too. Two screens are about a hundred lines.
 */

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const program = join(import.meta.dirname, '../bin/build-feed.js')
const isRead = process.argv.includes('--read')
const asked = process.argv.slice(2).filter(one => one !== '--read')
if (asked.length === 0) throw new Error('Name feeds or show folders: npm run screens -- feed.xml')

/** @param {string} what @param {string} reporter */
const report = (what, reporter) =>
  spawnSync(process.execPath, [program, 'validate', what, '--reporter', reporter], {
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '100', NO_COLOR: '1', GITHUB_ACTIONS: '', GITHUB_STEP_SUMMARY: '' },
    maxBuffer: 2 ** 28,
  })

for (const what of asked) {
  const text = report(what, 'pretty').stderr
  const { shows, summary } = JSON.parse(report(what, 'json').stdout)
  const lines = text.split('\n').length - 1
  const blocks = text.match(/^(?:error|warning|note)\[/gm)?.length ?? 0
  const episodes = shows.reduce((sum, show) => sum + show.episodes, 0)
  const found = summary.errors + summary.warnings + summary.notes
  console.log(
    `${String(lines).padStart(4)} lines  ${blocks} told of ${found} found  ${episodes} episodes  ${what}`,
  )
  if (isRead) console.log(`\n${text}`)
}
