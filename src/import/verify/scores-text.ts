/** The proof, for people: a line for each element, and what is different. */

import type { Score } from './compare.ts'
import type { Verified } from './index.ts'

/** What a move must not change. */
const promised: ReadonlySet<string> = new Set([
  ...['guid', 'isPermaLink', 'pubDate', 'enclosure.url', 'enclosure.length', 'enclosure.type', 'title'],
  ...['itunes:duration', 'itunes:season', 'itunes:episode', 'itunes:explicit', 'itunes:image', 'link'],
  ...['description', 'content:encoded', 'description links', 'content:encoded links'],
])

export const isPromised = ({ on, element }: Score): boolean => on === 'episode' && promised.has(element)

/** Whether nothing that was promised is different. */
export const isProof = ({ failure, scores }: Verified): boolean =>
  failure === undefined && scores.filter(isPromised).every(({ equal, of }) => equal === of)

export const scoresText = (verified: readonly Verified[]): string =>
  verified
    .map(({ reader, failure, scores }) =>
      failure === undefined
        ? [`\nAs ${reader} reads both feeds:`, ...scores.map(scoreText), ''].join('\n')
        : `\n${reader} cannot read them: ${failure}\n`,
    )
    .join('')

const scoreText = ({ on, element, equal, of, normalised, differences }: Score): string => {
  const names = Object.entries(normalised).map(([name, count]) => `${count} ${name}`)
  const where = on === 'show' ? 'show' : 'episodes'
  const mark = equal === of ? ' ' : '!'
  return [
    `${mark} ${where.padEnd(8)} ${element.padEnd(24)} ${`${equal}/${of}`.padStart(11)}${names.length === 0 ? '' : `  (${names.join(', ')})`}`,
    ...differences.map(({ item, before, after }) => `    ${item}: ${oneLine(before)} → ${oneLine(after)}`),
  ].join('\n')
}

const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line === '' ? 'nothing' : line.length > 100 ? `${line.slice(0, 99)}…` : line
}
