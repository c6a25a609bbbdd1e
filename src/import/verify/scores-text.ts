/** The proof, for people: a line for each element, and what is different. What all readers say alike is said once. */

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

export const scoresText = (verified: readonly Verified[]): string => {
  const able = verified.filter(({ failure }) => failure === undefined)
  const unable = verified.filter(({ failure }) => failure !== undefined)
  const width = Math.max(...able.flatMap(({ scores }) => scores.map(({ element }) => element.length)))
  const textOf = (score: Score): string => scoreText(score, width)
  const texts = able.map(({ reader, scores }) => ({ reader, lines: scores.map(textOf) }))
  const [first = [], ...others] = texts.map(({ lines }) => lines)
  const shared = new Set(first.filter(line => others.every(lines => lines.includes(line))))
  return [
    ...(shared.size === 0
      ? []
      : [
          tableText(
            `As ${able.map(({ reader }) => reader).join(' and ')} ${able.length === 1 ? 'reads' : 'read'} both feeds:`,
            [...shared],
          ),
        ]),
    ...texts.flatMap(({ reader, lines }) => {
      const own = lines.filter(line => !shared.has(line))
      return own.length === 0 ? [] : [tableText(`As only ${reader} reads them:`, own)]
    }),
    ...unable.map(({ reader, failure }) => `\n${reader} cannot read them: ${failure}\n`),
  ].join('')
}

const tableText = (head: string, lines: readonly string[]): string => ['', head, ...lines, ''].join('\n')

const scoreText = ({ on, element, equal, of, normalised, differences }: Score, width: number): string => {
  const names = Object.entries(normalised).map(([name, count]) => `${count} ${name}`)
  const where = on === 'show' ? 'show' : 'episodes'
  const mark = equal === of ? ' ' : '!'
  return [
    `${mark} ${where.padEnd(8)} ${element.padEnd(width)} ${`${equal}/${of}`.padStart(11)}${names.length === 0 ? '' : `  (${names.join(', ')})`}`,
    ...differences.map(({ item, before, after }) => `    ${item}: ${oneLine(before)} → ${oneLine(after)}`),
  ].join('\n')
}

const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line === '' ? 'nothing' : line.length > 100 ? `${line.slice(0, 99)}…` : line
}
