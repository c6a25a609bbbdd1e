/** The proof, for people: a line for each element, and what is different. What all readers say alike is said once. */

import { counted, grouped } from '../../report/counts.ts'
import { listed } from '../../units/text.ts'
import type { Score } from './compare.ts'
import type { Verified } from './index.ts'

/** What a move must not change. */
const promised: ReadonlySet<string> = new Set([
  ...['guid', 'isPermaLink', 'pubDate', 'enclosure.url', 'enclosure.length', 'enclosure.type', 'title'],
  ...['itunes:duration', 'itunes:season', 'itunes:episode', 'itunes:explicit', 'itunes:image', 'link'],
  ...['description', 'content:encoded', 'description links', 'content:encoded links'],
])

export const isPromised = ({ on, element }: Score): boolean => on === 'episode' && promised.has(element)

const isSame = ({ equal, of }: Score): boolean => equal === of

/** Whether nothing is different. */
export const isProof = ({ failure, scores }: Verified): boolean =>
  failure === undefined && scores.every(isSame)

/** Whether nothing that was promised is different. */
export const keepsPromises = ({ failure, scores }: Verified): boolean =>
  failure === undefined && scores.filter(isPromised).every(isSame)

/** In a sentence, what the table comes to. `held`: episodes that are in no feed, as they are drafts. */
export const verdictText = (verified: readonly Verified[], held: number): string => {
  const unable = verified.flatMap(({ reader, failure }) => (failure === undefined ? [] : [reader]))
  if (unable.length > 0)
    return `Not proved: ${listed(unable)} cannot read the feeds, so they were not compared as a whole.\n`
  const episodes = Math.max(0, ...verified.map(one => one.episodes))
  const otherwise = Math.max(0, ...verified.map(one => one.otherwise))
  const isShowOther = verified.some(({ scores }) => scores.some(one => one.on === 'show' && !isSame(one)))
  const drafts = held === 0 ? '' : ` (${counted(held, 'draft')} ${held === 1 ? 'is' : 'are'} in no feed)`
  if (otherwise === 0 && !isShowOther)
    return `Proved: both readers read the same of the show${episodesRead(episodes)}${drafts}.\n`
  const some =
    otherwise === 0
      ? []
      : [episodes === 1 ? 'its episode' : `${grouped(otherwise)} of ${grouped(episodes)} episodes`]
  const what = listed([...(isShowOther ? ['the show'] : []), ...some])
  const reads = (isShowOther ? 1 : 0) + otherwise === 1 ? 'reads' : 'read'
  return `Not proved: ${what} ${reads} otherwise${drafts}; look at the lines marked \`!\`.\n`
}

const episodesRead = (episodes: number): string => {
  if (episodes === 0) return ''
  return episodes === 1 ? ' and of its episode' : ` and of all ${grouped(episodes)} episodes`
}

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

const scoreText = (score: Score, width: number): string => {
  const { on, element, equal, of, normalised, differences } = score
  const names = Object.entries(normalised).map(([name, count]) => `${count} ${name}`)
  const where = on === 'show' ? 'show' : 'episodes'
  const mark = isSame(score) ? ' ' : '!'
  return [
    `${mark} ${where.padEnd(8)} ${element.padEnd(width)} ${`${equal}/${of}`.padStart(11)}${names.length === 0 ? '' : `  (${names.join(', ')})`}`,
    ...differences.map(({ item, before, after }) => `    ${item}: ${oneLine(before)} → ${oneLine(after)}`),
  ].join('\n')
}

const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line === '' ? 'nothing' : line.length > 100 ? `${line.slice(0, 99)}…` : line
}
