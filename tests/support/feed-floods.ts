/** Feeds that hold far too much of one thing, as floods.ts has them of shows. */

import { itemOfGoodFeed } from './good-feed.ts'
import { laid } from './lay-feed.ts'

const times = (size: number, part: (n: number) => string): string =>
  Array.from({ length: size }, (_, n) => part(n)).join('')

/** Behind the elements of the channel. */
const inChannel = (xml: string): string => laid('').replace('<item>', `${xml}<item>`)
const inItem = (xml: string): string => laid('').replace('</item>', `${xml}</item>`)
const description = (text: string): string => inItem(`<content:encoded>${text}</content:encoded>`)

export const feedFloods: Readonly<Record<string, (size: number) => string>> = {
  items: size => inChannel(`<item>${itemOfGoodFeed.map(([, xml]) => xml).join('')}</item>`.repeat(size / 10)),
  'empty items': size => inChannel('<item/>'.repeat(size)),
  'unknown elements': size => inChannel(times(size, n => `<podcast:x${n}/>`)),
  'elements of one name': size => inChannel('<title>x</title>'.repeat(size)),
  categories: size =>
    inChannel('<itunes:category text="Voodoo"><itunes:category text="x"/></itunes:category>'.repeat(size)),
  persons: size => inChannel(times(size, n => `<podcast:person role="x${n}">A</podcast:person>`)),
  recipients: size =>
    inChannel(
      `<podcast:value type="lightning" method="keysend">${times(size, n => `<podcast:valueRecipient name="a${n}" type="node" address="x" split="1"/>`)}</podcast:value>`,
    ),
  soundbites: size => inItem('<podcast:soundbite startTime="1" duration="-1"/>'.repeat(size)),
  'alternate enclosures': size =>
    inItem(
      '<podcast:alternateEnclosure type="x"><podcast:source uri="x"/></podcast:alternateEnclosure>'.repeat(
        size,
      ),
    ),
  attributes: size => inChannel(`<x:y xmlns:x="urn:x" ${times(size, n => `a${n}="b" `)}/>`),
  'equal attributes': size => inChannel(`<x:y xmlns:x="urn:x" ${'a="b" '.repeat(size)}/>`),
  namespaces: size => inChannel(`<y ${times(size, n => `xmlns:a${n}="urn:a${n}" `)}/>`),
  'undeclared prefixes': size => inChannel(times(size, n => `<a${n}:b/>`)),
  'open elements': size => inChannel('<a>'.repeat(size)),
  'closing tags': size => inChannel('</a>'.repeat(size)),
  'tags that cross': size => inChannel('<a><b></a></b>'.repeat(size)),
  angles: size => inChannel('<'.repeat(size)),
  ampersands: size => description('&'.repeat(size)),
  entities: size => description(times(size, n => `&x${n};`)),
  'a billion laughs': size =>
    `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(100)}">${times(size / 10, n => `<!ENTITY a${n + 1} "&a${n};&a${n};">`)}]>${laid('')}`,
  'numeric references': size => description('&#65;'.repeat(size)),
  'references to nothing': size => description('&#x110000;'.repeat(size)),
  'control characters': size => description('\u0007'.repeat(size)),
  sections: size => description('<![CDATA[x]]>'.repeat(size)),
  'a section that never ends': size => description(`<![CDATA[${']]'.repeat(size)}`),
  comments: size => inChannel('<!-- x -->'.repeat(size)),
  'a comment that never ends': size => inChannel(`<!--${'-'.repeat(size)}`),
  instructions: size => inChannel('<?x y?>'.repeat(size)),
  'text in front': size => 'x'.repeat(size) + laid(''),
  'text behind': size => laid('') + 'x'.repeat(size),
  'blank lines in front': size => '\n'.repeat(size) + laid(''),
  'escaped tags': size => description('&lt;script>x&lt;/script>'.repeat(size)),
  'open tags in a description': size => description('&lt;b>'.repeat(size)),
  'angles in a description': size => description('&lt;'.repeat(size)),
  'addresses in a description': size => description(`<![CDATA[${'<a href="x">'.repeat(size)}]]>`),
  'events in a description': size => description(`<![CDATA[<p ${'onclick="x" '.repeat(size)}>]]>`),
  'a long title': size => inItem(`<title>${'a '.repeat(size)}</title>`),
  'a long address': size => inItem(`<link>https://a.example/${'a/'.repeat(size)}</link>`),
  'white space around a value': size =>
    inItem(`<link>${' '.repeat(size)}https://a.example/${' '.repeat(size)}</link>`),
  'digits of a date': size => inItem(`<pubDate>${'1 '.repeat(size)}</pubDate>`),
  'digits of a duration': size => inItem(`<itunes:duration>${'1:'.repeat(size)}</itunes:duration>`),
  'letters of a language': size => inChannel(`<language>${'a-'.repeat(size)}</language>`),
  'parts of a rule of recurrence': size =>
    inChannel(`<podcast:updateFrequency rrule="${'FREQ=DAILY;'.repeat(size)}">x</podcast:updateFrequency>`),
  'equal guids': size => inChannel('<item><guid>x</guid></item>'.repeat(size)),
  'live items': size =>
    inChannel('<podcast:liveItem status="x" start="y"><title>a</title></podcast:liveItem>'.repeat(size)),
  trailers: size => inChannel('<podcast:trailer url="x" pubdate="y">a</podcast:trailer>'.repeat(size)),
}
