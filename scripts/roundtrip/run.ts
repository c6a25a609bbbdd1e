/** Imports feeds, builds them, and adds up what the other readers hear. */

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { importShow } from '../../src/import/index.ts'
import type { Score } from '../../src/import/verify/index.ts'
import { isPromised, keepsPromises } from '../../src/import/verify/scores-text.ts'

export interface RoundTrips {
  readonly text: string
  readonly markdown: string
  readonly isProof: boolean
}

type Sum = { -readonly [K in 'equal' | 'of']: number } & { score: Score; normalised: Map<string, number> }

/** `folder`: where the shows are written. */
export const roundTrips = async (feeds: readonly string[], folder: string): Promise<RoundTrips> => {
  const lines: string[] = []
  const sums = new Map<string, Map<string, Sum>>()
  const before = process.cpuUsage()
  let items = 0
  let proved = true
  let compared = 0
  for (const [i, feed] of feeds.entries()) {
    const name = basename(feed)
    const result = await importShow({
      bytes: readFileSync(feed),
      file: name,
      location: join(folder, `show-${i}`),
      folder: name,
      baseUrl: 'https://roundtrip.example/',
      isVerified: true,
      now: Date.now(),
      generator: 'build-feed roundtrip',
      processId: process.pid,
    })
    if (result.kind !== 'imported') {
      lines.push(
        `${name}: ${result.kind === 'unreadable' ? 'is no well-formed feed' : 'reason' in result ? result.reason : result.kind}`,
      )
      continue
    }
    if (result.verified === undefined) {
      lines.push(`${name}: ${result.errors[0]?.message ?? 'nothing was built'}`)
      continue
    }
    compared++
    items += result.episodes
    for (const one of result.verified) {
      if (one.failure !== undefined) lines.push(`${name}: ${one.reader} cannot read it: ${one.failure}`)
      else if (!keepsPromises(one)) proved = false
      for (const score of one.scores) {
        add(sums, one.reader, score)
        for (const { item, before, after } of score.differences)
          lines.push(
            `${name}, ${one.reader}, ${score.element} of ${item}: ${short(before)} → ${short(after)}`,
          )
      }
    }
  }
  const tables = [...sums].map(([reader, rows]) => tableOf(reader, [...rows.values()]))
  const head = [
    `${compared} of ${feeds.length} feeds were imported, built and compared.`,
    costText(items, process.cpuUsage(before)),
  ].join('\n')
  return {
    text: [...lines, head, ...tables, ''].join('\n'),
    markdown: [
      '# The round trip',
      '',
      'Made by `npm run roundtrip -- --write <feeds…>`.',
      '',
      head,
      ...tables,
      '',
    ].join('\n'),
    isProof: proved,
  }
}

/** In starts of Node, which are as slow as the machine is. With the comparison, which an import without `--verify` does not do. */
const costText = (items: number, { user, system }: NodeJS.CpuUsage): string => {
  const seconds = (user + system) / 1e6
  const print = 'const { user, system } = process.cpuUsage(); console.log((user + system) / 1e6)'
  const starts = Array.from({ length: 7 }, () =>
    Number(execFileSync(process.execPath, ['-e', print], { encoding: 'utf8' })),
  ).sort((a, b) => a - b)
  const start = starts[3]!
  return `The ${items} episodes took ${seconds.toFixed(1)} s of CPU, ${Math.round(seconds / start)} starts of Node (${start.toFixed(3)} s each).`
}

const add = (sums: Map<string, Map<string, Sum>>, reader: string, score: Score): void => {
  const rows = sums.get(reader) ?? new Map<string, Sum>()
  sums.set(reader, rows)
  const key = `${score.on} ${score.element}`
  const row = rows.get(key) ?? { equal: 0, of: 0, score, normalised: new Map<string, number>() }
  rows.set(key, row)
  row.equal += score.equal
  row.of += score.of
  for (const [name, count] of Object.entries(score.normalised))
    row.normalised.set(name, (row.normalised.get(name) ?? 0) + count)
}

const tableOf = (reader: string, rows: readonly Sum[]): string =>
  [
    `\n## As ${reader} reads them\n`,
    '| of | element | the same | | in another form |',
    '|---|---|---:|---|---|',
    ...rows.map(({ score, equal, of, normalised }) => {
      const mark = equal === of ? '' : isPromised(score) ? '**promised**' : 'not all'
      const names = [...normalised].map(([name, count]) => `${count} ${name}`).join(', ')
      return `| ${score.on} | \`${score.element}\` | ${equal}/${of} | ${mark} | ${names} |`
    }),
  ].join('\n')

const short = (text: string): string =>
  (text.length > 120 ? `${text.slice(0, 119)}…` : text).replace(/\s+/g, ' ')
