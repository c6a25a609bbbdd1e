/**
 * What the search of the pages looks through: the words of titles and notes, and of transcripts in parts. Scripts that hand over
 * data, since pages that are opened from a disk may load nothing else. The browser makes the index of it (browser/search.ts).
 */

import { searchCharacters, searchPartCharacters } from '../limits.ts'
import { encodePath } from '../units/url.ts'
import { scriptText } from './frame.ts'
import { type Listed, pagePath, type Site } from './views.ts'

/** Title, address from the output folder, day, teaser, words. */
type Entry = readonly [title: string, path: string, day: string, teaser: string, words: string]

/** So many characters of a teaser are shown with a result. */
const SHOWN = 120

export const searchIndex = (site: Site): string => {
  const room = Math.floor(searchCharacters / Math.max(1, site.episodes.length)) - SHOWN
  // Of words that are said twice or in most episodes, one in three is kept: more text than this would not fit.
  const texts = site.episodes.map(({ page }) => wordsOf(page.text().slice(0, 3 * room)))
  const words = withoutCommon(texts)
  const entries = site.episodes.map(
    ({ release, page, date, teaser }, i): Entry => [
      release.episode.title,
      encodePath(pagePath(page.folder)),
      date.short,
      teaser.length > SHOWN
        ? `${teaser
            .slice(0, SHOWN)
            .toWellFormed()
            .replace(/\s+\S*$/, '')}…`
        : teaser,
      fitting(words[i]!, Math.max(0, room - release.episode.title.length)),
    ],
  )
  const parts = transcriptParts(site).length
  return `buildFeedSearch(${scriptText({ parts, entries })})\n`
}

/** By part: for each episode its number in the index, and the words of its transcript. */
export const transcriptParts = (site: Site): readonly string[] => {
  const parts: (readonly [number, string])[][] = []
  let room = 0
  for (const [i, { page }] of site.episodes.entries()) {
    const text = transcriptWords(page)
    if (text === '') continue
    if (parts.length === 0 || room < text.length) {
      parts.push([])
      room = searchPartCharacters
    }
    parts.at(-1)!.push([i, text])
    room -= text.length
  }
  return parts.map((part, number) => `buildFeedTranscripts(${number},${scriptText(part)})\n`)
}

const transcriptWords = ({ transcripts }: Listed['page']): string =>
  wordsOf(transcripts.flatMap(({ cues }) => cues.map(({ text }) => text)).join(' ')).join(' ')

/** Each word once, in the order in which they come. */
const wordsOf = (text: string): readonly string[] => [
  ...new Set(text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu) ?? []),
]

/** A word that most episodes have finds nothing. */
const withoutCommon = (texts: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  if (texts.length < 20) return texts
  const counts = new Map<string, number>()
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const most = texts.length / 2
  return texts.map(words => words.filter(word => counts.get(word)! <= most))
}

const fitting = (words: readonly string[], most: number): string => {
  const text = words.join(' ')
  return text.length <= most ? text : text.slice(0, text.lastIndexOf(' ', most))
}
