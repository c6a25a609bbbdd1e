/** A feed as another host would write it. */

export interface OldFeed {
  /** Elements of the channel, beside those that every show has. */
  readonly channel?: string
  /** The inside of each item. */
  readonly items: readonly string[]
  /** Instead of the declaration and the root's start tag. */
  readonly head?: string
}

const namespaces = [
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:podcast="https://podcastindex.org/namespace/1.0"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:psc="http://podlove.org/simple-chapters"',
  'xmlns:googleplay="http://www.google.com/schemas/play-podcasts/1.0"',
].join(' ')

export const oldFeed = ({ channel = '', items, head }: OldFeed): string => `${
  head ?? `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${namespaces}>`
}
<channel>
<title>Salt &amp; Rope</title>
<link>https://salt.example/</link>
<description>Talks at the quay.</description>
<language>en</language>
<atom:link href="https://old.example/salt.xml" rel="self" type="application/rss+xml"/>
<itunes:author>Ada Pier</itunes:author>
<itunes:owner><itunes:name>Ada Pier</itunes:name><itunes:email>ada@salt.example</itunes:email></itunes:owner>
<itunes:explicit>no</itunes:explicit>
<itunes:image href="https://old.example/cover.jpg"/>
<itunes:category text="Society &amp; Culture"><itunes:category text="Documentary"/></itunes:category>
${channel}
${items.map(item => `<item>\n${item}\n</item>`).join('\n')}
</channel>
</rss>
`

/** An item that is well, with other elements in front of those that it has. */
export const oldItem = (number: number, more = ''): string => `<title>Talk ${number}</title>
${more}
<guid isPermaLink="false">old-${number}</guid>
<pubDate>Mon, ${String(number).padStart(2, '0')} Jun 2026 08:30:00 +0200</pubDate>
<enclosure url="https://media.old.example/${number}.mp3?a=1&amp;b=2" length="${1000 + number}" type="audio/mpeg"/>
<itunes:duration>${number}:02:03</itunes:duration>
<description>&lt;p&gt;About &lt;b&gt;talk&lt;/b&gt; ${number}.&lt;/p&gt;</description>`
