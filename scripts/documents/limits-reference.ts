import { readFileSync } from 'node:fs'
import * as limits from '../../src/limits.ts'
import { bytesText, millisecondsText } from '../../src/units/amount.ts'

/** One bound, as src/limits.ts has it. */
export interface Limit {
  readonly name: string
  readonly section: string
  /** What is counted. */
  readonly what: string
  /** Empty where that says it. */
  readonly why: string
  readonly value: number
}

const HEADING = /^\/\/ (\S.*)$/
const ENTRY = /^\/\*\* (.+?\.)(?: (.*))? \*\/$/
const NAME = /^export const (\w+) =/

/** The comments of src/limits.ts and its numbers. `source`: the file. */
export const limitsIn = (source: string): readonly Limit[] => {
  const found: Limit[] = []
  let section = ''
  let comment: RegExpExecArray | null = null
  for (const line of source.split('\n')) {
    section = HEADING.exec(line)?.[1] ?? section
    const name = NAME.exec(line)?.[1]
    if (name !== undefined) {
      const value = (limits as Readonly<Record<string, number>>)[name]
      if (comment === null || value === undefined)
        throw new Error(`src/limits.ts: ${name} has no comment of one line`)
      found.push({ name, section, what: comment[1]!, why: comment[2] ?? '', value })
    }
    comment = ENTRY.exec(line)
  }
  return found
}

/** Run from the root of the repository. */
export const limitsSource = (): string => readFileSync('src/limits.ts', 'utf8')

export const amountOf = ({ name, value }: Pick<Limit, 'name' | 'value'>): string =>
  name.endsWith('Bytes')
    ? bytesText(value)
    : name.endsWith('Milliseconds')
      ? millisecondsText(value)
      : `${value.toLocaleString('en')}${name.endsWith('Characters') ? ' characters' : ''}`

/** docs/limits.md */
export const limitsReference = (): string => {
  const all = limitsIn(limitsSource())
  const sections = [...new Set(all.map(({ section }) => section))].map(section => {
    const rows = all
      .filter(limit => limit.section === section)
      .map(limit => `| ${limit.what.replace(/\.$/, '')} | ${amountOf(limit)} | ${limit.why} |`)
    return [`## ${section}`, '', '| | at most | |', '|---|---|---|', ...rows, ''].join('\n')
  })
  return [
    '# Limits',
    '',
    'What build-feed reads, asks and tells, and where it stops. No show comes near these bounds; a broken file, a slow host or a',
    'hostile pull request may, and none of them can make a build run for hours or take all memory. Where a bound is met, the build',
    'says so. The bounds cannot be changed.',
    '',
    'This page is generated from src/limits.ts.',
    '',
    ...sections,
  ].join('\n')
}
