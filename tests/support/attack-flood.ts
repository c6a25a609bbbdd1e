/** What a flood costs, and whether it is bounded. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { findingsOfARule } from '../../src/limits.ts'
import { validate } from '../../src/make.ts'
import type { Report } from '../../src/report/index.ts'
import { pretty } from '../../src/report/pretty.ts'
import { rulesById } from '../../src/rules.ts'
import { validateFeed } from '../../src/validate-feed.ts'
import { cpuSince } from './cpu.ts'
import type { Flood } from './floods.ts'
import type { Files } from './folder.ts'
import { goodShow } from './good-show.ts'
import { webOf } from './web.ts'

/** How much larger the larger size is. Work that is linear takes so many times as long, quadratic work the square of it. */
export const FACTOR = 8
/** Between the two, nearer to what is linear. */
const MOST_GROWTH = 22
/** Below this, in milliseconds, a measurement is noise: to lay and read the good show takes as long. */
const NOISE = 120
/** Of a report for people. */
const MOST_CHARACTERS = 400_000

interface Cost {
  readonly milliseconds: number
  /** Of the rule that has most of them. */
  readonly findings: number
  readonly characters: number
}

const now = Date.parse('2026-11-24T12:00:00Z')

const lay = (location: string, files: Files): void => {
  rmSync(location, { recursive: true, force: true })
  mkdirSync(location, { recursive: true })
  for (const [path, content] of Object.entries({ ...goodShow(), ...files }))
    if (typeof content === 'string' || content instanceof Uint8Array)
      writeFileSync(join(location, path), content)
}

const told = (diagnostics: readonly Diagnostic[], source: Report['source']): Omit<Cost, 'milliseconds'> => {
  const report: Report = {
    diagnostics,
    rules: rulesById,
    source,
    shows: [{ name: 'episodes', folder: 'episodes', episodes: 1, ready: {} }],
    files: ['episodes/001.md'],
    tool: { name: 'build-feed', version: '0.0.0' },
  }
  const text = pretty.render(report, { colour: false, width: 100, quiet: false })
  const counts = new Map<string, number>()
  for (const { rule } of diagnostics) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return { findings: Math.max(0, ...counts.values()), characters: text.length }
}

const costOfShow = async (location: string, files: Files): Promise<Cost> => {
  lay(location, files)
  const done = cpuSince()
  const { diagnostics, sources } = await validate({
    location,
    folder: 'episodes',
    now,
    generator: 'build-feed test',
    transport: webOf({}),
  })
  const cost = told(diagnostics, path => sources.get(path)?.text)
  return { ...cost, milliseconds: done() }
}

const costOfFeed = async (xml: string): Promise<Cost> => {
  const bytes = Buffer.from(xml)
  const done = cpuSince()
  const { diagnostics, text } = validateFeed({ file: 'feed.xml', bytes, now })
  const cost = told(diagnostics, () => text)
  return { ...cost, milliseconds: done() }
}

/** What is wrong with a show that a flood is laid over; undefined when all is well. `folder` is used up. */
export const attackFlood = (folder: string, flood: Flood, size: number): Promise<string | undefined> =>
  judge(flood, size, files => costOfShow(join(folder, 'episodes'), files))

export const attackFeedFlood = (flood: (size: number) => string, size: number): Promise<string | undefined> =>
  judge(flood, size, costOfFeed)

/** The quicker of two measurements counts. */
const judge = async <T>(
  make: (size: number) => T,
  size: number,
  costOf: (made: T) => Promise<Cost>,
): Promise<string | undefined> => {
  const quickest = async (n: number): Promise<Cost> => {
    const made = make(n)
    const [one, other] = [await costOf(made), await costOf(made)]
    return one.milliseconds < other.milliseconds ? one : other
  }
  const small = await quickest(size)
  const large = await quickest(FACTOR * size)
  const growth = large.milliseconds / Math.max(small.milliseconds, NOISE)
  if (growth > MOST_GROWTH)
    return `takes ${Math.round(large.milliseconds)} ms at ${FACTOR * size}, ${growth.toFixed(1)} times as long as at ${size}`
  if (large.findings > findingsOfARule) return `has ${large.findings} findings of one rule`
  return large.characters > MOST_CHARACTERS ? `is told in ${large.characters} characters` : undefined
}
