/** What the feed does not say in so many words, or says twice: what was made of it is told, and counted as what it is. */

import { describe, expect, test } from 'vitest'
import { readFeed } from '../../src/feed/index.ts'
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

describe('an address that begins with more than one scheme, or with half of one', () => {
  test.each([
    ['http:https://media.old.example/1.mp3', 'https://media.old.example/1.mp3'],
    ['https://https://media.old.example/1.mp3', 'https://media.old.example/1.mp3'],
    ['https://http//media.old.example/1.mp3', 'http://media.old.example/1.mp3'],
    ['https//media.old.example/1.mp3', 'https://media.old.example/1.mp3'],
  ])('%s is read as it is meant, and told', async (written, meant) => {
    const item = oldItem(1).replace(/url="[^"]*"/, `url="${written}"`)
    const show = await imported({ items: [item] }, '--verify', ...newBase)
    expect(show.code, show.stderr).toBe(0)
    expect(show.stderr).toContain(
      `001-talk-1.md: <enclosure> says "${written}", which does not begin as an address does, and was taken for ${meant}\n`,
    )
    expect(show.stderr).toMatch(/enclosure\.url +1\/1 {2}\(1 https:\/\/ once in front of the host\)/)
    expect(itemsIn(await builtFrom(show))[0]?.enclosure.url).toBe(meant)
  })

  test('an address in the path of another is left alone', async () => {
    const url = 'https://count.example/https://media.old.example/1.mp3'
    const show = await imported({ items: [oldItem(1).replace(/url="[^"]*"/, `url="${url}"`)] }, ...newBase)
    expect(show.stderr).not.toContain('does not begin')
    expect(itemsIn(await builtFrom(show))[0]?.enclosure.url).toBe(url)
  })
})

describe('a size that no app can read', () => {
  const sized = (length: string) =>
    imported(
      { items: [oldItem(1).replace('length="1001"', `length="${length}"`)] },
      ...['--verify', ...newBase],
    )

  test.each(['12,345,678', '12 345 678', '12.345.678', "12'345'678", '12345678.0', '12345678 bytes'])(
    '%s is read by its plain meaning, and told',
    async written => {
      const show = await sized(written)
      expect(show.code, show.stderr).toBe(0)
      expect(show.stderr).toContain(
        `001-talk-1.md: apps cannot read the size of its audio, "${written}", which was taken for 12,345,678 bytes\n`,
      )
      expect(show.stderr).toContain('(1 a size that only people read, in bytes)')
      expect(reportOf(show)).not.toContain('enclosure@length')
      expect(itemsIn(await builtFrom(show))[0]?.enclosure.length).toBe('12345678')
    },
  )

  test.each(['12.345', '12,34', '12 MB', 'unknown'])(
    '%s may mean another one too, and is left out',
    async written => {
      expect((await sized(written)).stderr).toContain(`\`length\` of <enclosure> is left out: "${written}"`)
    },
  )
})

describe('what stands where no app looks for it', () => {
  const astray = oldFeed({
    items: [oldItem(1, '<itunes:image url="https://old.example/1.jpg"/>')],
  })
    .replace(/<itunes:image href="([^"]*)"\/>/, '<itunes:image>\n$1\n</itunes:image>')
    .replace(/<itunes:category .*/, '<itunes:category>Technology</itunes:category>')

  test('is taken over, told, and counted as kept in meaning', async () => {
    const show = await imported(astray, '--verify', ...newBase)
    expect(show.code).toBe(0)
    expect(show.read('episodes/show.md')).toContain('image: https://old.example/cover.jpg')
    expect(show.read('episodes/show.md')).toContain('categories: Technology')
    expect(show.read('episodes/001-talk-1.md')).toContain('image: https://old.example/1.jpg')
    expect(show.stderr).toContain(
      'show.md: <itunes:image> does not name "https://old.example/cover.jpg" in `href`, where apps look for it; it was taken over',
    )
    expect(show.stderr).toContain('001-talk-1.md: <itunes:image> does not name')
    expect(show.stderr).toContain('<itunes:category> does not name "Technology" in `text`')
    expect(reportOf(show)).toContain('| `itunes:category` |  | 1 |  |')
  })

  test('is left out where it is not what belongs there', async () => {
    const show = await imported(astray.replace('https://old.example/cover.jpg', 'our cover'), ...newBase)
    expect(show.read('episodes/show.md')).not.toContain('image:')
    expect(show.stderr).not.toContain('show.md: <itunes:image> does not name')
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

describe('of an element that may stand once, the one that does not count is told, and counted as left out', () => {
  const twice = (more: string) => imported({ items: [oldItem(1, more)] }, ...newBase)
  const leftOut = 'only one can say it, and another one does'

  test('of two recordings, with their addresses', async () => {
    const show = await twice('')
    const both = await imported(
      oldFeed({
        items: [
          `${oldItem(1)}<enclosure url="https://media.old.example/1.ogg" length="9" type="audio/ogg"/>`,
        ],
      }),
      ...newBase,
    )
    expect(both.stderr).toContain(
      '001-talk-1.md: another recording, https://media.old.example/1.ogg, is left out: https://media.old.example/1.mp3?a=1&b=2 was taken',
    )
    expect(reportOf(both)).toContain(`| \`enclosure\` | 1 |  | 1 | ${leftOut} |`)
    expect(reportOf(show)).not.toContain('another recording')
    expect(itemsIn(await builtFrom(both))[0]?.enclosure.url).toBe('https://media.old.example/1.mp3?a=1&b=2')
  })

  test('of a picture and a recording, whichever comes first, the recording is taken', async () => {
    const item = `<enclosure url="https://old.example/1.jpg" length="9" type="image/jpeg"/>${oldItem(1)}`
    const show = await imported(oldFeed({ items: [item] }), ...newBase)
    expect(show.stderr).toContain(
      '001-talk-1.md: a picture in an <enclosure>, https://old.example/1.jpg, is left out: https://media.old.example/1.mp3?a=1&b=2 is the recording',
    )
    expect(reportOf(show)).toContain(`| \`enclosure\` | 1 |  | 1 | ${leftOut} |`)
    expect(itemsIn(await builtFrom(show))[0]?.enclosure.url).toBe('https://media.old.example/1.mp3?a=1&b=2')
  })

  test('of a guid that is empty and one that is not, also whether it is a permalink', async () => {
    const item = `<guid/>${oldItem(1).replace('>old-1<', '>https://old.example/1<')}`
    const show = await imported(oldFeed({ items: [item] }), ...newBase)
    expect(itemsIn(await builtFrom(show))[0]).toMatchObject({
      guid: 'https://old.example/1',
      permalink: 'false',
    })
  })

  test.each([
    [
      'itunes:image',
      '<itunes:image href="https://old.example/a.jpg"/><itunes:image href="https://old.example/b.jpg"/>',
    ],
    ['guid', '<guid isPermaLink="false">first</guid>'],
    ['pubDate', '<pubDate>Mon, 02 Jun 2026 08:30:00 +0200</pubDate>'],
    ['title', '<title>Talk 1</title><title>Another</title>'],
    ['link', '<link>https://salt.example/a</link><link>https://salt.example/b</link>'],
    ['description', '<description>First words.</description>'],
    ['itunes:duration', '<itunes:duration>5:00</itunes:duration>'],
  ])('<%s>', async (name, more) => {
    const show = await twice(more)
    expect(show.stderr).toContain(`another <${name}>, "`)
    expect(reportOf(show)).toMatch(new RegExp(`\\| \`${name}\` \\|.*\\| 1 \\| .*${leftOut}`))
  })

  test('in the channel too', async () => {
    const show = await imported(
      { channel: '<language>de</language><itunes:author>Bo</itunes:author>', items: [oldItem(1)] },
      ...newBase,
    )
    expect(show.stderr).toContain('show.md: another <language>, "de", is left out: "en" was taken')
    expect(show.stderr).toContain('show.md: another <itunes:author>, "Bo", is left out: "Ada Pier" was taken')
  })

  test('what says the same once more, what is empty, and what may stand often are not', async () => {
    const show = await twice(
      [
        '<itunes:episode/><itunes:episode>3</itunes:episode><itunes:episode>03</itunes:episode>',
        '<podcast:episode>3</podcast:episode>',
        '<podcast:person>Bo</podcast:person><podcast:person>Cy</podcast:person>',
        '<itunes:keywords>sea</itunes:keywords><itunes:keywords>sea</itunes:keywords>',
      ].join(''),
    )
    expect(show.stderr).not.toMatch(/another|that counts/)
  })
})

describe('the number of an episode', () => {
  const numbered = (more: string) => imported({ items: [oldItem(1, more)] }, ...newBase)

  test('between two others is kept, with what is shown in its place', async () => {
    const show = await numbered('<podcast:episode display="Part 3½">3.5</podcast:episode>')
    expect(show.read('episodes/001-talk-1.md')).toContain('episode: 3.5\n')
    const built = await builtFrom(show)
    expect(built).toContain('<podcast:episode display="Part 3½">3.5</podcast:episode>')
    expect(built).not.toContain('<itunes:episode>')
  })

  test('that two elements say differently is told, and counted as left out', async () => {
    const show = await numbered('<itunes:episode>3</itunes:episode><podcast:episode>3.5</podcast:episode>')
    expect(show.stderr).toContain(
      '<podcast:episode>, "3.5", is left out: <itunes:episode> says "3", and that counts; write `episode: 3.5` if the first is right',
    )
    expect(reportOf(show)).toContain(
      '| `podcast:episode` |  |  | 1 | only one can say it, and another one does |',
    )
    expect(await builtFrom(show)).toContain('<itunes:episode>3</itunes:episode>')
  })

  test('of a season too', async () => {
    const show = await numbered('<itunes:season>2</itunes:season><podcast:season>3</podcast:season>')
    expect(show.stderr).toContain('<podcast:season>, "3", is left out: <itunes:season> says "2"')
  })

  test('what is shown in its place says nothing where there is none, and that is told', async () => {
    const show = await numbered(
      '<podcast:episode display="Interlude"/><podcast:season name="Winter"></podcast:season>',
    )
    expect(show.stderr).toContain('`display` of <podcast:episode> is left out: the episode has no number')
    expect(show.stderr).toContain('`name` of <podcast:season> is left out: the season has no number')
  })
})

describe('an item without an enclosure', () => {
  const media = (inside: string) =>
    imported(
      oldFeed({ items: [oldItem(2), `${oldItem(1).replace(/<enclosure[^>]*>/, '')}${inside}`] }).replace(
        '<rss ',
        '<rss xmlns:media="http://search.yahoo.com/mrss/" ',
      ),
      ...newBase,
    )

  test.each([
    ['<media:content url="/1.mp3" type="audio/mpeg"/>', 'media:content', 'https://old.example/1.mp3'],
    ['<media:content url="https://m.example/1" medium="audio"/>', 'media:content', 'https://m.example/1'],
    [
      '<media:group><media:content url="https://m.example/1.jpg" medium="image"/><media:content url="https://m.example/1.mp3" type="audio/mpeg"/></media:group>',
      ...['media:content', 'https://m.example/1.mp3'],
    ],
    [
      '<podcast:alternateEnclosure type="audio/opus"><podcast:source uri="https://m.example/1.opus"/></podcast:alternateEnclosure>',
      ...['podcast:alternateEnclosure', 'https://m.example/1.opus'],
    ],
    ['<link>https://m.example/1.mp3?from=feed</link>', 'link', 'https://m.example/1.mp3?from=feed'],
  ])('whose recording another element names is told with what to do: %s', async (inside, name, url) => {
    const show = await media(inside)
    expect(show.stderr).toContain(
      `001-talk-1.md: it has no <enclosure>, so it is a draft; <${name}> names a recording: to publish that, write \`audio: ${url}\` and remove \`draft: true\``,
    )
  })

  test('and with a picture only has no audio', async () => {
    const show = await media('<media:content url="https://m.example/1.jpg" medium="image"/>')
    expect(show.stderr).toContain('001-talk-1.md: it has no audio, so it is a draft')
  })
})

describe('an episode of a date that is still to come', () => {
  test('is told, and stays in the feed, which has published it', async () => {
    const items = [
      oldItem(2).replace('Jun 2026', 'Jun 2199').replace('Tue, ', '').replace('Mon, ', ''),
      oldItem(1),
    ]
    const show = await imported({ items }, ...newBase)
    expect(show.stderr).toContain(
      '002-talk-2.md: its date, 2 June 2199, is still to come; the feed has it already, so it stays there',
    )
    expect(show.stderr).not.toContain('001-talk-1.md')
    expect(itemsIn(await builtFrom(show)).map(({ guid }) => guid)).toEqual(['old-2', 'old-1'])
  })
})

test('every file that is told of is named with its folder, on the terminal and in the report', async () => {
  const items = [oldItem(2).replace(/<enclosure.*/, ''), oldItem(1).replace('length="1001"', 'length="x"')]
  const show = await imported({ items, channel: '<link>https://other.example/</link>' }, ...newBase)
  for (const text of [show.stderr, reportOf(show)]) {
    for (const name of ['show', '001-talk-1', '002-talk-2']) expect(text).toContain(`episodes/${name}.md: `)
    expect(text).not.toMatch(/(?<!episodes\/)\b(?:show|\d{3}[\w-]*)\.md: /)
  }
})

describe('an owner that no mail reaches', () => {
  const owned = (owner: string, locked: string) =>
    imported(
      oldFeed({ items: [oldItem(1)], channel: locked }).replace(
        /<itunes:owner>.*<\/itunes:owner>/,
        `<itunes:owner>${owner}</itunes:owner>`,
      ),
      ...newBase,
    )

  test.each([
    ['without an address', '<itunes:name>Ada Pier</itunes:name>', '`email` is missing'],
    ['with an empty one', '<itunes:name>Ada Pier</itunes:name><itunes:email/>', '`email` is missing'],
    [
      'with one that is none',
      '<itunes:name>Ada Pier</itunes:name><itunes:email>quay</itunes:email>',
      '"quay" is not an e-mail address',
    ],
  ])('%s is told by name, and whom to ask about a move is kept', async (_, owner, why) => {
    const show = await owned(owner, '<podcast:locked owner="move@salt.example">yes</podcast:locked>')
    expect(show.stderr).toContain(`show.md: <itunes:owner>, "Ada Pier", is left out: ${why}`)
    expect(show.read('episodes/show.md')).toContain('locked: { locked: "yes", owner: move@salt.example }\n')
    expect(await builtFrom(show)).toContain('<podcast:locked owner="move@salt.example">yes</podcast:locked>')
  })

  test('an owner of the lock that is no address is told, and the lock is kept', async () => {
    const show = await owned(
      '<itunes:email>ada@salt.example</itunes:email>',
      '<podcast:locked owner="Ada">yes</podcast:locked>',
    )
    expect(show.stderr).toContain('`owner` of <podcast:locked> is left out: "Ada" is not an e-mail address')
    expect(await builtFrom(show)).toContain('<podcast:locked owner="ada@salt.example">yes<')
  })
})

test('a prefix that stands for one thing in one episode and for another in the next keeps both', async () => {
  const bearing = (number: number, uri: string): string =>
    oldItem(number, `<x:port xmlns:x="${uri}">Ostend <x:pier>${number}</x:pier></x:port>`)
  const items = [bearing(2, 'https://tide.example/b'), bearing(1, 'https://tide.example/a')]
  const show = await imported({ items }, '--verify', ...newBase)
  expect(show.code, show.stderr).toBe(0)
  expect(reportOf(show)).toContain('| `x:port` | 1 | 1 |  | the same, written otherwise |')
  const { xml } = readFeed(Buffer.from(await builtFrom(show)), 'feed.xml', 0)
  const [channel] = xml.root!.children
  const found = channel!.children
    .flatMap(({ children }) => children.filter(({ name }) => name.local === 'port'))
    .flatMap(port => [port, ...port.children].map(({ name }) => `${name.local} ${name.uri}`))
  expect(found).toEqual(
    ['b', 'a'].flatMap(part => ['port', 'pier'].map(name => `${name} https://tide.example/${part}`)),
  )
})
