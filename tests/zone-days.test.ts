/** Days that are named to somebody are those of the show's time zone, in which they were written. */

import { expect, test } from 'vitest'
import { documentOf, goodShow } from './support/good-show.ts'
import { runShow } from './support/run.ts'

test.each([
  ['2062-01-05', 'Pacific/Kiritimati', '5 January 2062'],
  ['1988-12-31T23:30', 'America/Los_Angeles', '31 December 1988'],
])('a date that cannot be meant is named as it was written: %s in %s', async (date, timezone, day) => {
  const show = goodShow()
  const { diagnostics } = await runShow({
    ...show,
    'show.md': String(show['show.md'])
      .replace(/^timezone:.*\n/m, '')
      .replace('---\n', `---\ntimezone: ${timezone}\n`),
    '001.md': documentOf({ title: 'The lighthouse keeper', date }, 'Notes.\n'),
  })
  expect(diagnostics.find(({ rule }) => rule === 'date/implausible')?.message).toMatch(`${day} is `)
})
