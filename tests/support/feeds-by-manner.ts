/** Feeds of our own, each with what one kind of host or hand does to a feed: old tags, other prefixes, missing ones, http, white space. */

const episodes = 12

interface Manner {
  readonly declaration?: string
  readonly rss?: string
  readonly channel: string
  readonly item: (number: number) => string
}

const day = (number: number): string =>
  new Date(Date.UTC(2024, 0, 3 + 7 * number, 6)).toUTCString().replace('GMT', '+0000')

const rss =
  '<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:podcast="https://podcastindex.org/namespace/1.0">'
const base = `<title>Quay Talk</title>
<link>https://quay.example/</link>
<description>Talk from the quay.</description>
<itunes:author>Ada Pier</itunes:author>
<itunes:image href="https://quay.example/cover.jpg"/>`
const sorted = '<itunes:category text="Technology"/>\n<language>en</language>'
const owner =
  '<itunes:owner><itunes:name>Ada Pier</itunes:name><itunes:email>ada@quay.example</itunes:email></itunes:owner>'
const self = '<atom:link href="https://quay.example/feed.xml" rel="self" type="application/rss+xml"/>'
const good = `${base}\n${sorted}\n${owner}\n${self}`

const item = (number: number, more = ''): string => `<title>Rope and tar ${number}</title>
<guid isPermaLink="false">quay-${number}</guid>
<pubDate>${day(number)}</pubDate>
<description>What rope number ${number} is for.</description>
<itunes:duration>${600 + number}</itunes:duration>
${more}`
const enclosure = (number: number, over = 'type="audio/mpeg"', scheme = 'https'): string =>
  `<enclosure url="${scheme}://media.example/quay-${number}.mp3" length="${9_600_000 + 16_000 * number}" ${over}/>`
const link = (number: number): string => `<link>https://quay.example/${number}</link>`

export const manners: Readonly<Record<string, Manner>> = {
  'a free host of many shows': {
    channel: `${good.replace('Quay Talk', '<![CDATA[Quay Talk ]]>')}\n<author>Ada Pier</author>\n<itunes:explicit>No</itunes:explicit>\n<itunes:summary>Talk from the quay.</itunes:summary>`,
    item: n =>
      `${item(n, enclosure(n, 'type="audio/x-m4a"').replace('.mp3', '.m4a'))}${link(n)}<itunes:explicit>No</itunes:explicit>`,
  },
  'a network that sells its listeners': {
    channel: `${good}\n<itunes:explicit>no</itunes:explicit>\n<itunes:category text="History"/>\n<itunes:category text="Fiction"/>\n<itunes:keywords>rope, tar</itunes:keywords>`,
    item: n =>
      `${item(n, enclosure(n))}<itunes:explicit>no</itunes:explicit><itunes:keywords>rope</itunes:keywords><itunes:title>Rope and tar ${n} </itunes:title><itunes:summary>What rope number ${n} is for.</itunes:summary>`,
  },
  'a host for developers': {
    rss: rss.replace('2005/Atom"', '2005/Atom/"'),
    channel: `${good}\n<itunes:explicit>no</itunes:explicit>`,
    item: n =>
      `${item(n, enclosure(n)).replace(/<description>.*<\/description>/, n === 4 ? '<description/>' : '$&')}${link(n)}<itunes:summary><![CDATA[<p>Rope ${n}</p>]]></itunes:summary>`,
  },
  'a feed written by its own program': {
    declaration: '',
    rss: rss.replace(
      'https://podcastindex.org/namespace/1.0',
      'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md',
    ),
    channel: `${good}\n<itunes:category text="News &amp; Politics"/>\n<itunes:explicit>no</itunes:explicit>`,
    item: n =>
      `<title>Episode ${n}: Rope and tar</title>${item(n, enclosure(n)).replace(/<title>.*<\/title>/, '')}${link(n)}<podcast:chapters url="http://192.0.2.1/quay/chapters ${n}" type="application/json"/>${n % 5 === 0 ? '<podcast:person href="" img=""/>' : '<podcast:person href="http://ada.example">Ada Pier</podcast:person>'}`,
  },
  'a builder of websites': {
    channel: good.replace(/\n/g, '').replace('<itunes:name>Ada Pier', '<itunes:name>ada@quay.example'),
    item: n =>
      `${item(n, enclosure(n, '', 'http')).replace(/\n/g, '')}${link(n)}<itunes:explicit>no</itunes:explicit><itunes:subtitle> Rope ${n} </itunes:subtitle>`,
  },
  'a station with feeds of 2008': {
    channel: `${good.replace(sorted, '<itunes:category text="Technology"><itunes:category text="Tech News"/></itunes:category><itunes:category text="Technology"><itunes:category text="Gadgets"/></itunes:category>\n<language>en-us</language>')}\n<itunes:block>no</itunes:block>\n<itunes:explicit>clean</itunes:explicit>`,
    item: n =>
      `${item(n, enclosure(n, undefined, 'http'))}${link(n)}<itunes:explicit>clean</itunes:explicit><itunes:keywords>rope</itunes:keywords>`,
  },
  'a platform for video': {
    channel: `${base}\n${self}`,
    item: n =>
      `<title>Quay Talk - Rope and tar ${n}</title>${item(n, enclosure(n))
        .replace(/<title>.*<\/title>/, '')
        .replace(/<description>.*<\/description>/, n === 7 ? '' : '$&')}${link(n)}`,
  },
  'a network of public radio': {
    declaration: '',
    channel: `${good}\n<itunes:explicit>false</itunes:explicit>`,
    item: n =>
      `${item(n, enclosure(n))}${link(n)}<itunes:summary><![CDATA[Read on at <a href="https://quay.example/${n}">our page</a>.]]></itunes:summary>`,
  },
  'a host that kept what Google asked for': {
    rss: rss.replace('>', ' xmlns:googleplay="http://www.google.com/schemas/play-podcasts/1.0">'),
    channel: `${good}\n<googleplay:author>Ada Pier</googleplay:author>\n<itunes:explicit>clean</itunes:explicit>\n<itunes:subtitle>${'Talk from the quay, about rope and tar. '.repeat(7)}</itunes:subtitle>`,
    item: n =>
      `${item(n, enclosure(n))}${link(n)}<googleplay:author>Ada Pier</googleplay:author><googleplay:explicit>no</googleplay:explicit>`,
  },
  'a host of sermons': {
    channel: good.replace('<link>https://quay.example/</link>\n', ''),
    item: n => `${item(n, enclosure(n, 'type="audio/mp3"'))}<itunes:order>${n}</itunes:order>`,
  },
}

export const feedByManner = ({
  declaration = '<?xml version="1.0" encoding="UTF-8"?>\n',
  ...manner
}: Manner): string => {
  const items = Array.from(
    { length: episodes },
    (_, index) => `<item>\n${manner.item(episodes - index)}\n</item>`,
  )
  return `${declaration}${manner.rss ?? rss}\n<channel>\n${manner.channel}\n${items.join('\n')}\n</channel>\n</rss>\n`
}
