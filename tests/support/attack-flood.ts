/** What a flood costs, and whether it is bounded. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from '../../src/build.ts'
import { reporters } from '../../src/report/index.ts'
import { rulesById } from '../../src/rules.ts'
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
/** What is told of one file at most: no rule floods it. */
const MOST_FINDINGS = 400
/** Of a report for people. */
const MOST_CHARACTERS = 400_000

interface Cost {
  readonly milliseconds: number
  readonly findings: number
  readonly characters: number
}

const costOf = async (folder: string, files: Files): Promise<Cost> => {
  const location = join(folder, 'episodes')
  rmSync(location, { recursive: true, force: true })
  mkdirSync(location, { recursive: true })
  for (const [path, content] of Object.entries({ ...goodShow(), ...files }))
    if (typeof content === 'string' || content instanceof Uint8Array)
      writeFileSync(join(location, path), content)
  const done = cpuSince()
  const {
    diagnostics,
    title,
    episodes,
    files: read,
    sources,
  } = await validate({
    location,
    folder: 'episodes',
    now: Date.parse('2026-11-24T12:00:00Z'),
    generator: 'build-feed test',
    transport: webOf({}),
  })
  const text = reporters.get('pretty')!.render(
    {
      diagnostics,
      rules: rulesById,
      source: path => sources.get(path)?.text,
      shows: [{ name: title ?? '', folder: 'episodes', episodes, ready: {} }],
      files: read,
      tool: { name: 'build-feed', version: '0.0.0' },
    },
    { colour: false, width: 100, quiet: false },
  )
  return { milliseconds: done(), findings: diagnostics.length, characters: text.length }
}

/** What is wrong with it; undefined when all is well. The quicker of two measurements counts. */
export const attackFlood = async (
  folder: string,
  flood: Flood,
  size: number,
): Promise<string | undefined> => {
  const quickest = async (n: number): Promise<Cost> => {
    const files = flood(n)
    const [one, other] = [await costOf(folder, files), await costOf(folder, files)]
    return one.milliseconds < other.milliseconds ? one : other
  }
  const small = await quickest(size)
  const large = await quickest(FACTOR * size)
  const growth = large.milliseconds / Math.max(small.milliseconds, NOISE)
  if (growth > MOST_GROWTH)
    return `takes ${Math.round(large.milliseconds)} ms at ${FACTOR * size}, ${growth.toFixed(1)} times as long as at ${size}`
  if (large.findings > MOST_FINDINGS) return `has ${large.findings} findings`
  return large.characters > MOST_CHARACTERS ? `is told in ${large.characters} characters` : undefined
}
