/** What no field knows: taken over as XML, checked, and written into the feed as it is. */

import { describe, expect, test } from 'vitest'
import { feedElements } from '../../src/feed/feed-elements.ts'
import { lay } from '../support/lay.ts'
import { type Run, runShow } from '../support/run.ts'
import { builtFrom, imported, newBase } from './importing.ts'
import { oldItem } from './old-feed.ts'

const built = (example: Parameters<typeof lay>[0]): Promise<Run> => runShow(lay(example).files)

const itemWith = (xml: string, guid: string) =>
  feedElements(xml).items.find(nodes => nodes.some(({ name, text }) => name === 'guid' && text === guid)) ??
  []

describe('extra', () => {
  test('stands in the feed as it is written, in the show and in the episode', async () => {
    const { feed = '', ids } = await built({
      'show.md': 'namespaces: { tide: https://tide.example/ns }\nextra: <tide:port>Ostend</tide:port>',
      '001.md': 'extra: \'<tide:level at="high">3 &lt; 4</tide:level>\'\nguid: one',
    })
    expect(ids).not.toContain('podcast/extra')
    expect(ids).not.toContain('text/entities')
    expect(feed).toContain('xmlns:tide="https://tide.example/ns"')
    const { channel, problems } = feedElements(feed)
    expect(problems).toEqual([])
    expect(channel.find(({ name }) => name === 'tide:port')?.text).toBe('Ostend')
    expect(itemWith(feed, 'one').find(({ name }) => name === 'tide:level')).toMatchObject({
      attributes: { at: 'high' },
      text: '3 < 4',
    })
  })

  test.each([
    ['a tag that stays open', '<media:rating>nonadult'],
    ['a tag that closes nothing', '</item><media:rating>x</media:rating>'],
    ['a bare &', '<media:rating>a & b</media:rating>'],
    ['a prefix that nobody declared', '<tide:level>3</tide:level>'],
    ['text outside of all elements', 'high <media:rating>x</media:rating>'],
    ['what a field says', '<itunes:season>3</itunes:season>'],
    ['an item', '<item><title>x</title></item>'],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><media:rating>&a;</media:rating>'],
  ])('is refused: %s', async (_, written) => {
    const { feed, ids } = await built({ '001.md': `extra: '${written}'` })
    expect(ids).toContain('podcast/extra')
    expect(feed).toBeUndefined()
  })

  test('a prefix of every feed cannot be made another', async () => {
    const { ids } = await built({
      'show.md': "namespaces: { itunes: https://tide.example/ns }\nextra: '<itunes:x>1</itunes:x>'",
    })
    expect(ids).toContain('podcast/extra')
  })

  test('an address with a password is refused as everywhere', async () => {
    const { feed } = await built({
      '001.md': "extra: '<media:credit>https://ada:secret@tide.example/</media:credit>'",
    })
    expect(feed).toBeUndefined()
  })
})

describe('import', () => {
  const foreign = `<tide:level xmlns:tide="https://tide.example/ns" at="high"><tide:metres>3</tide:metres></tide:level>
<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Ada &amp; Jo</dc:creator>
<media:content xmlns:media="http://search.yahoo.com/mrss/" url="https://old.example/1.mp3" fileSize="12"/>`

  test('keeps what no field reads', async () => {
    const show = await imported({ items: [oldItem(1, foreign)] }, ...newBase)
    const xml = await builtFrom(show)
    const item = itemWith(xml, 'old-1')
    expect(feedElements(xml).problems).toEqual([])
    expect(item.find(({ name }) => name === 'tide:level')).toMatchObject({
      attributes: { at: 'high' },
      children: [{ name: 'tide:metres', text: '3' }],
    })
    expect(item.find(({ name }) => name === 'dc:creator')?.text).toBe('Ada & Jo')
    expect(item.find(({ name }) => name === 'media:content')?.attributes).toEqual({
      url: 'https://old.example/1.mp3',
      fileSize: '12',
    })
    expect(show.read('episodes/show.md')).toContain('tide: https://tide.example/ns')
  })

  test('reads the fields of RSS and of times gone by', async () => {
    const channel = `<managingEditor>ada@salt.example (Ada)</managingEditor><webMaster>jo@salt.example</webMaster><ttl>60</ttl>
<image><url>https://old.example/b.png</url><title>Salt &amp; Rope</title><link>https://salt.example/</link></image>
<itunes:subtitle>By the sea</itunes:subtitle>`
    const item = oldItem(
      1,
      '<itunes:author>Lou Reef</itunes:author><itunes:subtitle>One night</itunes:subtitle><itunes:summary>About talk 1.</itunes:summary>',
    )
    const show = await imported({ channel, items: [item] }, ...newBase)
    expect(show.read('episodes/show.md')).toMatch(
      /subtitle: By the sea[\s\S]*rssImage: https:\/\/old\.example\/b\.png\nmanagingEditor: ada@salt\.example \(Ada\)\nwebMaster: jo@salt\.example\nttl: 60\n/,
    )
    const text = show.read('episodes/001-talk-1.md')
    expect(text).toContain('subtitle: One night\n')
    expect(text).toContain('author: Lou Reef\n')
    // It says what the notes say.
    expect(text).not.toContain('summary')
    const xml = await builtFrom(show)
    expect(
      feedElements(xml)
        .channel.find(({ name }) => name === 'image')
        ?.children.map(({ text }) => text),
    ).toEqual([...['https://old.example/b.png', 'Salt & Rope', 'https://salt.example/']])
  })

  test('keeps chapters that have an address and a list', async () => {
    const chapters = `<podcast:chapters url="https://old.example/1.json" type="application/json+chapters"/>
<psc:chapters version="1.2"><psc:chapter start="00:00:00" title="Intro"/><psc:chapter start="00:01:30.5" title="Talk" href="https://salt.example/"/></psc:chapters>`
    const show = await imported({ items: [oldItem(1, chapters)] }, ...newBase)
    const item = itemWith(await builtFrom(show), 'old-1')
    expect(item.find(({ name }) => name === 'podcast:chapters')?.attributes.url).toBe(
      'https://old.example/1.json',
    )
    expect(
      item.find(({ name }) => name === 'psc:chapters')?.children.map(({ attributes }) => attributes.title),
    ).toEqual(['Intro', 'Talk'])
  })

  test('makes no chapters of the notes where the feed had none', async () => {
    const item = oldItem(1).replace(
      '&lt;p&gt;About',
      '&lt;p&gt;00:00 Intro&lt;br&gt;01:00 Talk&lt;br&gt;02:00 End&lt;/p&gt;&lt;p&gt;About',
    )
    const show = await imported({ items: [item] }, ...newBase)
    expect(await builtFrom(show)).not.toContain('chapters')
  })
})
