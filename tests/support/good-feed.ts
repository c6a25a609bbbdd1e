/** A small feed without a single finding. Rule examples about feeds are laid over it: see lay-feed.ts. */

/** In the order in which they stand; a name can stand several times. */
export type Elements = readonly (readonly [name: string, xml: string])[]

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>'

export const rssTag =
  '<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">'

const html = (text: string): string => `<![CDATA[<p>${text}</p>]]>`

export const channelOfGoodFeed: Elements = [
  ['title', '<title>Harbour Notes</title>'],
  ['link', '<link>https://show.example/</link>'],
  ['description', '<description>Short talks about small ports.</description>'],
  ['language', '<language>en-gb</language>'],
  ['copyright', '<copyright>Harbour Notes Ltd</copyright>'],
  ['atom:link', '<atom:link href="https://show.example/feed.xml" rel="self" type="application/rss+xml"/>'],
  ['itunes:author', '<itunes:author>Ada Pier</itunes:author>'],
  [
    'itunes:owner',
    '<itunes:owner><itunes:name>Ada Pier</itunes:name><itunes:email>ada@show.example</itunes:email></itunes:owner>',
  ],
  ['itunes:image', '<itunes:image href="https://show.example/cover.jpg"/>'],
  ['itunes:category', '<itunes:category text="Technology"/>'],
  ['itunes:explicit', '<itunes:explicit>false</itunes:explicit>'],
  ['itunes:type', '<itunes:type>episodic</itunes:type>'],
  ['podcast:guid', '<podcast:guid>18b54d9d-b7b5-5ad1-b568-c3d3782406f4</podcast:guid>'],
  ['podcast:locked', '<podcast:locked>yes</podcast:locked>'],
]

/** The newer of its two episodes, which an example may change. */
export const itemOfGoodFeed: Elements = [
  ['title', '<title>Tide tables</title>'],
  ['link', '<link>https://show.example/2</link>'],
  ['guid', '<guid isPermaLink="false">harbour-2</guid>'],
  ['pubDate', '<pubDate>Mon, 12 Jan 2026 06:00:00 +0000</pubDate>'],
  ['description', `<description>${html('High water.')}</description>`],
  ['content:encoded', `<content:encoded>${html('High water, low water, and why.')}</content:encoded>`],
  ['enclosure', '<enclosure url="https://show.example/2.mp3" length="992496" type="audio/mpeg"/>'],
  ['itunes:duration', '<itunes:duration>62</itunes:duration>'],
  ['itunes:season', '<itunes:season>1</itunes:season>'],
  ['itunes:episode', '<itunes:episode>2</itunes:episode>'],
  ['itunes:episodeType', '<itunes:episodeType>full</itunes:episodeType>'],
  ['itunes:explicit', '<itunes:explicit>false</itunes:explicit>'],
]

export const olderItem = `<item>
<title>The lighthouse keeper</title>
<link>https://show.example/1</link>
<guid isPermaLink="false">harbour-1</guid>
<pubDate>Mon, 05 Jan 2026 06:00:00 +0000</pubDate>
<description>${html('Who keeps the light.')}</description>
<enclosure url="https://show.example/1.mp3" length="28816456" type="audio/mpeg"/>
<itunes:duration>1801</itunes:duration>
<itunes:season>1</itunes:season>
<itunes:episode>1</itunes:episode>
</item>`
