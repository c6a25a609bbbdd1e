/** What the feed does not say in so many words, or says twice: what was made of it is told, and counted as what it is. */

import { describe, expect, test } from 'vitest'
import { builtFrom, type Imported, imported, itemsIn, newBase } from './importing.ts'
import { oldFeed, oldItem } from './old-feed.ts'

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

describe('an address', () => {
  const raw = 'https://media.old.example/für dich.jpg'
  const encoded = 'https://media.old.example/f%C3%BCr%20dich.jpg'

  test('is percent-encoded wherever it stands', async () => {
    const show = await imported(
      oldFeed({
        items: [
          oldItem(
            1,
            `<link>${raw}</link><itunes:image href="${raw}"/><podcast:person img="${raw}">Bo</podcast:person>`,
          ).replace(/enclosure url="[^"]*"/, `enclosure url="${raw}"`),
        ],
        channel: `<image><url>${raw}</url></image>`,
      }).replace('https://old.example/cover.jpg', raw),
      ...newBase,
    )
    expect(show.read('episodes/show.md')).toContain(`image: ${encoded}\n`)
    expect(show.read('episodes/show.md')).toContain(`rssImage: ${encoded}\n`)
    for (const path of ['show', '001-talk-1']) expect(show.read(`episodes/${path}.md`)).not.toContain('für')
    expect(await builtFrom(show)).not.toContain('für')
  })

  test('that names a host without https:// is read with it, and told', async () => {
    const show = await imported(
      oldFeed({
        items: [oldItem(2, '<link>hand.example/two</link>'), oldItem(1, '<link>www.hand.example</link>')],
      }).replace('https://salt.example/', 'hand.example'),
      ...newBase,
    )
    expect(show.stderr).toContain(
      'show.md: <link> says "hand.example", without https:// in front, and was taken for https://hand.example\n',
    )
    expect(show.stderr).toContain('002-talk-2.md: <link> says "hand.example/two"')
    expect(show.read('episodes/show.md')).toContain('link: https://hand.example\n')
    expect(show.read('episodes/002-talk-2.md')).toContain('link: https://hand.example/two\n')
    expect(show.read('episodes/001-talk-1.md')).toContain('link: https://www.hand.example\n')
    expect(await builtFrom(show)).toContain('<link>https://hand.example/two</link>')
  })

  test('that may as well be a file is read as one, and told; what can only be a file is not', async () => {
    const show = await imported(
      { items: [oldItem(2, '<link>notes.md</link>'), oldItem(1, '<link>index.php?talk=1</link>')] },
      ...newBase,
    )
    expect(show.read('episodes/002-talk-2.md')).toContain('link: https://old.example/notes.md\n')
    expect(show.stderr).toContain('if it is a host, write https://notes.md')
    expect(show.read('episodes/001-talk-1.md')).toContain('link: https://old.example/index.php?talk=1\n')
    expect(show.stderr).not.toContain('001-talk-1.md')
  })

  test('in what no field reads is meant from where the feed was, too', async () => {
    const media = '<media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="/small one.jpg"/>'
    const show = await imported({ items: [oldItem(1, media)] }, ...newBase)
    expect(show.read('episodes/001-talk-1.md')).toContain('url="https://old.example/small%20one.jpg"')
  })
})
