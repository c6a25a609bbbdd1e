/** Front matter as a person would write it: text in, YAML out. Our reader gives back every scalar as it was. */

import { inQuotes, needsEscape, quoteScalar } from '../load/front-matter/quote.ts'
import type { Written } from '../schema/index.ts'

export interface Line {
  readonly key: string
  readonly value: Written
  /** A number, a flag or a date: it stands without quotes, since it is what every YAML reader takes it for. */
  readonly isPlain?: boolean
}

/** The lines between the fences, each with its newline. */
export const frontMatterText = (lines: readonly Line[]): string =>
  lines.map(({ key, value, isPlain }) => `${key}:${valueText(value, '', isPlain)}\n`).join('')

/** Longer lists and maps stand on lines of their own. UTF-16 units. */
const LONGEST_FLOW = 80

const valueText = (value: Written, indent: string, isPlain = false): string => {
  if (typeof value === 'string') return ` ${scalarText(value, indent, isPlain)}`
  const flow = flowText(value)
  if (flow !== undefined && flow.length <= LONGEST_FLOW) return ` ${flow}`
  return Array.isArray(value)
    ? value.map(one => `\n${indent}  - ${itemText(one, `${indent}    `)}`).join('')
    : pairsText(value as Map, `${indent}  `)
        .map(pair => `\n${indent}  ${pair}`)
        .join('')
}

type Map = Readonly<Record<string, Written>>

const pairsText = (map: Map, indent: string): readonly string[] =>
  Object.entries(map).map(([key, value]) => `${keyText(key)}:${valueText(value, indent, isNumber(value))}`)

const itemText = (value: Written, indent: string): string => {
  if (typeof value === 'string') return scalarText(value, indent, false)
  const flow = flowText(value)
  if (flow !== undefined && flow.length <= LONGEST_FLOW && !isMapOfText(value)) return flow
  if (Array.isArray(value))
    return flow ?? value.map(one => `- ${itemText(one, `${indent}  `)}`).join(`\n${indent}`)
  return pairsText(value as Map, indent).join(`\n${indent}`)
}

/** A map reads best line by line, unless it is short. */
const isMapOfText = (value: Written): boolean => !Array.isArray(value) && (flowText(value)?.length ?? 0) > 50

/** Undefined for what holds something that has to stand on several lines. */
const flowText = (value: Written): string | undefined => {
  if (typeof value === 'string') {
    if (value.includes('\n')) return undefined
    return isNumber(value) ? value : quoteScalar(value)
  }
  if (Array.isArray(value)) {
    const parts = value.map(flowText)
    return parts.every(part => part !== undefined) ? `[${parts.join(', ')}]` : undefined
  }
  const parts = Object.entries(value).map(([key, one]) => {
    const text = flowText(one)
    return text === undefined ? undefined : `${keyText(key)}: ${text}`
  })
  return parts.every(part => part !== undefined) ? `{ ${parts.join(', ')} }` : undefined
}

const keyText = (key: string): string => quoteScalar(key)

/** Inside a map it is for the key to say what is a number; what looks like one is one. */
const isNumber = (value: Written): boolean =>
  typeof value === 'string' && /^(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$|^(?:true|false)$/.test(value)

const scalarText = (text: string, indent: string, isPlain: boolean): string => {
  if (text.includes('\n')) return blockText(text, indent) ?? inQuotes(text)
  return isPlain && isSafe(text) ? text : quoteScalar(text)
}

/** What a number, a flag, a duration and a date consist of. */
const isSafe = (text: string): boolean => /^[\w+.-]+(?::\d\d(?:[\w+.:-]*))?$/.test(text)

/** Several lines, as they are. Undefined for what a block would change. */
const blockText = (text: string, indent: string): string | undefined => {
  const lines = text.split('\n')
  const isChanged =
    lines.some(line => needsEscape(line) || /^\s+$/.test(line)) ||
    /^\s/.test(lines[0]!) ||
    lines[0] === '' ||
    lines.at(-1) === ''
  if (isChanged) return undefined
  return `|-\n${lines.map(line => (line === '' ? '' : `${indent}  ${line}`)).join('\n')}`
}
