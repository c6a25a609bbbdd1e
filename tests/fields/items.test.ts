/** What is particular about what an item says, and about the media in it. */

import { describe, expect, test } from 'vitest'
import { type Episode, fields } from '../../src/fields/index.ts'
import type { Folder } from '../../src/table/its.ts'
import { type Raw, tableOf } from '../../src/table/table.ts'
import { validateFeed } from '../../src/validate-feed.ts'
import { aFolder, settingOf } from '../support/settings.ts'

const table = tableOf(fields)
const audio = 'https://show.example/1.mp3'

const episodeOf = (raw: Raw, folder?: Folder): Episode => {
  const whole = { title: 'A', date: '2026-05-09', audio, ...(folder ? {} : { guid: 'g' }), ...raw }
  const { written, problems } = table.accept('episode', whole)
  expect(problems).toEqual([])
  return table.resolve('episode', written, settingOf({ raw: whole, written, ...(folder && { folder }) }))!
}

const feed = (item: string, description = 'Low water was at six.'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><link>https://show.example/</link><description>About ports.</description><language>en</language><itunes:category text="Technology"/><itunes:explicit>false</itunes:explicit><itunes:image href="https://show.example/c.jpg"/>
<item><title>A</title><guid isPermaLink="false">g</guid><pubDate>Sat, 09 May 2026 05:00:00 +0000</pubDate><description>${description}</description><enclosure url="${audio}" length="320417" type="audio/mpeg"/>${item}</item></channel></rss>`

/** What is said of the item, without what is said of every feed as short as this. */
const foundIn = (item: string, description?: string): readonly string[] => {
  const found = (text: string) =>
    validateFeed({
      file: 'feed.xml',
      bytes: new TextEncoder().encode(text),
      now: Date.UTC(2026, 10, 28),
    }).diagnostics.map(({ severity, rule }) => `${severity} ${rule}`)
  const usual = new Set(found(feed('<itunes:duration>600</itunes:duration>')))
  return found(feed(item, description)).filter(one => !usual.has(one))
}

describe('a length of time that is not known is not judged', () => {
  const soundbite = '<podcast:soundbite startTime="312" duration="45">The storm</podcast:soundbite>'

  test.each(['0', '00:00:00', '0.2'])('of "%s" in a feed nothing follows', duration => {
    expect(episodeOf({ duration })).not.toHaveProperty('duration')
    expect(foundIn(`<itunes:duration>${duration}</itunes:duration>${soundbite}`)).not.toContain(
      'warning podcast/soundbite-inside',
    )
  })

  test('what is measured lasts a second at least', () => {
    expect(episodeOf({ duration: '0.2' }, aFolder).duration).toBe(1)
    expect(foundIn(`<itunes:duration>1</itunes:duration>${soundbite}`)).toContain(
      'warning podcast/soundbite-inside',
    )
  })
})

test('a title for Apple of forbidden characters alone is none', () => {
  expect(episodeOf({ itunesTitle: '\u0001' }, aFolder).itunesTitle).toBe('A')
})

describe('an address with a password in notes', () => {
  const address = 'https://ada:tower@charts.example/7'
  const known = '<itunes:duration>600</itunes:duration>'
  const encoded = (html: string): string => `${known}<content:encoded>${html}</content:encoded>`

  test('is an error of the notes, and the notes are read', () => {
    expect(foundIn(encoded(`See ${address}`))).toEqual(['error text/credentials'])
    expect(foundIn(known, `See ${address} now`)).toEqual(['error text/credentials'])
  })

  test('is an example where it stands as code', () => {
    const code = `&lt;p&gt;See &lt;code&gt;${address}&lt;/code&gt;&lt;/p&gt;`
    expect(foundIn(encoded(code))).toEqual([])
    expect(foundIn(known, code)).toEqual([])
  })
})

describe('an HLS playlist', () => {
  const uri = 'https://cdn.example/master.m3u8?v=2'

  test('says by its name what it is', () => {
    const typeOf = (raw: Raw, folder?: Folder) => episodeOf(raw, folder).alternateEnclosures?.[0]?.type
    expect(typeOf({ alternateEnclosures: uri }, aFolder)).toBe('application/x-mpegURL')
    const other = 'application/vnd.apple.mpegurl'
    expect(typeOf({ alternateEnclosures: { sources: uri, type: other } }, aFolder)).toBe(other)
    expect(typeOf({ alternateEnclosures: uri })).toBe('')
  })

  test('a feed has to say it all the same', () => {
    const known = '<itunes:duration>600</itunes:duration>'
    const source = `<podcast:source uri="${uri}"/>`
    expect(foundIn(`${known}<podcast:alternateEnclosure>${source}</podcast:alternateEnclosure>`)).toContain(
      'warning document/podcast-attributes',
    )
  })
})

test('the shape of a picture that is elsewhere is held against the size beside it', () => {
  const picture = (height: number): string =>
    `<itunes:duration>600</itunes:duration><podcast:image alt="A pier" href="https://show.example/i.jpg" aspect-ratio="16/9" width="1920" height="${height}"/>`
  expect(foundIn(picture(1920))).toEqual(['warning podcast/image-shape'])
  expect(foundIn(picture(1080))).toEqual([])
})
