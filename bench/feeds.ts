/** Feeds to import, made on the spot, as hosts write them: every note is another, and all are the same on every machine. */

import { closeSync, openSync, writeSync } from 'node:fs'
import { random, words } from './corpus.ts'

export interface FeedCorpus {
  readonly episodes: number
  /** Kilobytes of each episode's notes. */
  readonly notes: number
}

interface Dice {
  readonly next: () => number
  readonly below: (n: number) => number
  readonly words: (n: number) => string
  readonly sentence: () => string
}

const diceOf = (seed: number): Dice => {
  const next = random(seed)
  const below = (n: number): number => Math.floor(next() * n)
  const some = (n: number): string => Array.from({ length: n }, () => words[below(words.length)]!).join(' ')
  return {
    next,
    below,
    words: some,
    sentence: () => {
      const text = some(6 + below(12))
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}${next() < 0.1 ? ', isn’t it?' : '.'}`
    },
  }
}

/** A paragraph's HTML, with what editors put into it. */
const proseOf = (dice: Dice, sentences: number): string =>
  Array.from({ length: sentences }, () => {
    const kind = dice.next()
    const text = dice.sentence()
    if (kind < 0.12) return `<strong>${text}</strong>`
    if (kind < 0.2) return `${text} <em>${dice.words(3)} </em>&amp; ${dice.words(2)}.`
    if (kind < 0.35)
      return `${text} <a href="https://www.${dice.words(1)}.example/${dice.words(1)}?utm_source=rss&amp;id=${dice.below(1e6)}" rel="noopener noreferrer" target="_blank">${dice.words(3)}</a>.`
    return text
  }).join(' ')

const linesOf = (dice: Dice, count: number): readonly string[] =>
  Array.from({ length: count }, () => dice.sentence())

const timesOf = (dice: Dice, count: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, i) => `${String(i * 5).padStart(2, '0')}:${10 + dice.below(50)} ${dice.words(4)}`,
  )

/** How five hosts write their notes; each makes about half a kilobyte at a time. */
const styles: readonly ((dice: Dice) => string)[] = [
  // Paragraphs of an editor, and lists.
  dice =>
    `<p>${proseOf(dice, 3)}</p><p><br></p><ul><li>${linesOf(dice, 2).join('</li><li>')}</li><li><a href="https://${dice.words(1)}.example/${dice.below(1e6)}" rel="noopener noreferrer" target="_blank">${dice.words(3)}</a></li></ul>`,
  // Lines in a box.
  dice => `<div>${proseOf(dice, 3)}<br/><br/>${linesOf(dice, 2).join('<br/>')}</div>\n`,
  // Pasted from an office program.
  dice =>
    `<p style="font-weight: 400;"><span style="font-weight: 400;">${proseOf(dice, 3)}</span></p>\n<p>&nbsp;</p>\n`,
  // A page of a weblog, with headings and chapters.
  dice =>
    `<h3>${dice.words(3)}</h3>\n<p>${proseOf(dice, 2)}</p>\n<p>${timesOf(dice, 5).join('<br />\n')}</p>\n`,
  // Text, with addresses in it.
  dice =>
    `<p>${linesOf(dice, 4).join(' ')}</p>\n<p>${dice.words(2)}: https://${dice.words(1)}.example/${dice.below(1e6)}</p>\n`,
]

const notesOf = (seed: number, kilobytes: number): string => {
  const dice = diceOf(seed)
  const style = styles[seed % styles.length]!
  let html = ''
  while (html.length < kilobytes * 1024) html += style(dice)
  return html
}

const day = 86_400_000
const newest = Date.UTC(2026, 0, 1)

const itemOf = (i: number, { episodes, notes }: FeedCorpus): string => {
  const number = episodes - i
  const dice = diceOf(number + 1_000_003)
  const html = notesOf(number, notes)
  const title = `${dice.words(2)} &amp; ${dice.words(3)} ${number}`
  return `<item>
<title>${title}</title>
<itunes:title>${title}</itunes:title>
<description><![CDATA[${html}]]></description>
<content:encoded><![CDATA[${html}]]></content:encoded>
<link>https://host.example/show/episodes/${number}</link>
<guid isPermaLink="false">${String(number).padStart(8, '0')}-4b1d-4d3c-9f00-0123456789ab</guid>
<pubDate>${new Date(newest - i * day).toUTCString()}</pubDate>
<enclosure url="https://media.host.example/show/${number}.mp3" length="${20_000_000 + number}" type="audio/mpeg"/>
<itunes:author>Ada Pier</itunes:author>
<itunes:subtitle>${dice.sentence()}</itunes:subtitle>
<itunes:summary>${dice.sentence()} ${dice.sentence()}</itunes:summary>
<itunes:duration>${1200 + (number % 4000)}</itunes:duration>
<itunes:explicit>no</itunes:explicit>
<itunes:image href="https://img.host.example/show/${number}.jpg"/>
<itunes:season>${1 + Math.floor(number / 500)}</itunes:season>
<itunes:episode>${1 + (number % 500)}</itunes:episode>
<itunes:episodeType>full</itunes:episodeType>
</item>
`
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>Bench</title>
<link>https://show.example/</link>
<atom:link href="https://host.example/show/feed.xml" rel="self" type="application/rss+xml"/>
<description>A show to measure.</description>
<language>en</language>
<itunes:author>Ada Pier</itunes:author>
<itunes:owner><itunes:name>Ada Pier</itunes:name><itunes:email>ada@show.example</itunes:email></itunes:owner>
<itunes:explicit>no</itunes:explicit>
<itunes:category text="Technology"/>
<itunes:image href="https://img.host.example/show/cover.jpg"/>
<itunes:type>episodic</itunes:type>
`

/** Makes the feed at `path`, newest first. */
export const makeFeed = (path: string, corpus: FeedCorpus): void => {
  const fd = openSync(path, 'w')
  try {
    writeSync(fd, head)
    for (let i = 0; i < corpus.episodes; i++) writeSync(fd, itemOf(i, corpus))
    writeSync(fd, '</channel>\n</rss>\n')
  } finally {
    closeSync(fd)
  }
}
