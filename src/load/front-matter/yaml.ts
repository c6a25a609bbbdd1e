/** The door to js-yaml: events with offsets, every scalar as the text that was written. */

import { COLLECTION_STYLE, EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml'
import { frontMatterLevels } from '../../limits.ts'

export type YamlEvent = ReturnType<typeof parseEvents>[number]
export type ScalarEvent = Extract<YamlEvent, { type: typeof EVENT_ID.SCALAR }>
export type ListEvent = Extract<YamlEvent, { type: typeof EVENT_ID.SEQUENCE }>
export type MapEvent = Extract<YamlEvent, { type: typeof EVENT_ID.MAPPING }>
export type AliasEvent = Extract<YamlEvent, { type: typeof EVENT_ID.ALIAS }>

export const EVENT = EVENT_ID
export const STYLE = SCALAR_STYLE
export const COLLECTION = COLLECTION_STYLE

/** js-yaml marks with -1 what is not there. */
export const ABSENT = -1

export interface YamlError {
  /** In the source's UTF-16 units. */
  readonly position: number
  /** js-yaml's own words. */
  readonly reason: string
}

/** Never throws: a source that is not YAML gives the first error. */
export function parseYaml(source: string): readonly YamlEvent[] | YamlError {
  try {
    return parseEvents(source, { maxDepth: frontMatterLevels })
  } catch (error) {
    if (error instanceof YAMLException && error.mark !== undefined)
      return { position: error.mark.position, reason: error.reason }
    return { position: 0, reason: String(error) }
  }
}

export const isYamlError = (parsed: readonly YamlEvent[] | YamlError): parsed is YamlError =>
  !Array.isArray(parsed)

/** The text of a scalar, quotes, escapes and folding resolved. */
export const scalarText = (source: string, event: ScalarEvent): string => getScalarValue(source, event)

export const isQuoted = (event: ScalarEvent): boolean =>
  event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED
