/** What the feed does not say in so many words, or says twice: what was made of it is told, and counted as what it is. */

import { describe, expect, test } from 'vitest'
import { builtFrom, type Imported, imported, itemsIn, newBase } from './importing.ts'
import { oldItem } from './old-feed.ts'

const reportOf = ({ read }: Imported): string => read('episodes/_import-report.md')

describe('a duration that no app can read', () => {
  const lasting = (text: string) => imported({ items: [oldItem(1).replace('1:02:03', text)] }, ...newBase)

  test.each([
    ['01:02:03.7', '1:02:04', '3724'],
    ['1:05:3', '1:05:03', '3903'],
    ['45 Min', '45:00', '2700'],
  ])('%s is read by its plain meaning, and told', async (text, clock, seconds) => {
    const show = await lasting(text)
    expect(show.stderr).toContain(
      `001-talk-1.md: apps cannot read its duration, "${text}", which was taken for ${clock}`,
    )
    expect(reportOf(show)).toContain('| `itunes:duration` |  | 1 |  | in whole seconds |')
    expect(itemsIn(await builtFrom(show))[0]?.duration).toBe(seconds)
  })

  test('and that may mean more than one is left out', async () => {
    const show = await lasting('1:18.00')
    expect(show.stderr).toContain('<itunes:duration> is left out: "1:18.00"')
  })

  test('what apps read too is not told', async () => {
    expect((await lasting('PT1H2M3S')).stderr).not.toContain('duration')
  })
})
