/** The JSON of the podcast namespace, version 1.0.0: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md */

import { transcriptProblems } from '../limits.ts'
import type { Cue, Seconds } from '../model.ts'
import { type JsonMember, type JsonNode, memberOf, parseJson } from '../syntax/json.ts'
import type { TextPosition } from '../syntax/positions.ts'
import { parseNpt } from '../units/timestamp.ts'
import { orderProblems } from './order.ts'
import type { TranscriptProblem, TranscriptReading } from './problem.ts'

const VERSION = '1.0.0'
const SEGMENT_KEYS = ['speaker', 'startTime', 'endTime', 'body']
const NEEDED_KEYS = ['startTime', 'body']

export function readTranscriptJson(text: string): TranscriptReading {
  const reading = parseJson(text)
  if (!('node' in reading)) {
    const { line, column, expected } = reading.fault
    if (expected === 'fewer-values')
      return { type: 'application/json', cues: [], problems: [{ kind: 'too-large', line, value: 'values' }] }
    return {
      type: 'application/json',
      cues: [],
      problems: [{ kind: 'invalid-json', line, column, value: expected }],
    }
  }
  const { cues, problems } = new Reader(reading.positionAt).read(reading.node)
  return { type: 'application/json', cues, problems: [...problems, ...orderProblems(cues)] }
}

/** The state of one pass. */
class Reader {
  readonly #positionAt: (offset: number) => TextPosition
  readonly #problems: TranscriptProblem[] = []

  constructor(positionAt: (offset: number) => TextPosition) {
    this.#positionAt = positionAt
  }

  read(root: JsonNode): { cues: readonly Cue[]; problems: readonly TranscriptProblem[] } {
    if (root.type === 'object') this.#checkVersion(root)
    else this.#report('not-an-object', root.offset)
    // A bare list of segments is common enough to be read.
    const segments = root.type === 'array' ? root : memberOf(root, 'segments')?.value
    if (segments?.type !== 'array') this.#report('no-segments', (segments ?? root).offset)
    const cues =
      segments?.type === 'array' ? segments.items.flatMap(segment => this.#readSegment(segment)) : []
    return { cues, problems: this.#problems }
  }

  #checkVersion(root: JsonNode): void {
    const version = memberOf(root, 'version')?.value
    if (!version) this.#report('missing-version', root.offset)
    else if (version.type !== 'string' || version.value !== VERSION) {
      this.#report('wrong-version', version.offset, 'value' in version ? String(version.value) : version.type)
    }
  }

  #readSegment(segment: JsonNode): Cue[] {
    if (segment.type !== 'object') {
      this.#report('not-an-object', segment.offset)
      return []
    }
    this.#checkKeys(segment.members, segment.offset)
    const start = this.#seconds(memberOf(segment, 'startTime'))
    const end = this.#seconds(memberOf(segment, 'endTime'))
    const speaker = this.#words(memberOf(segment, 'speaker'))
    const text = this.#words(memberOf(segment, 'body'))
    if (start === undefined || !text) return []
    const { line } = this.#positionAt(segment.offset)
    return [{ start, ...(end === undefined ? {} : { end }), ...(speaker ? { speaker } : {}), text, line }]
  }

  #checkKeys(members: readonly JsonMember[], offset: number): void {
    for (const { key, offset: at } of members)
      if (!SEGMENT_KEYS.includes(key)) this.#report('unknown-key', at, key)
    for (const key of NEEDED_KEYS) {
      if (!members.some(member => member.key === key)) this.#report('missing-key', offset, key)
    }
  }

  #seconds(member: JsonMember | undefined): Seconds | undefined {
    if (!member) return undefined
    const { key, value } = member
    if (value.type === 'number' && value.value >= 0) return value.value
    const seconds = value.type === 'string' ? parseNpt(value.value) : undefined
    this.#report(seconds === undefined ? 'wrong-type' : 'number-as-text', value.offset, key)
    return seconds
  }

  #words(member: JsonMember | undefined): string | undefined {
    if (!member) return undefined
    if (member.value.type === 'string') return member.value.value.trim()
    this.#report('wrong-type', member.value.offset, member.key)
    return undefined
  }

  #report(kind: TranscriptProblem['kind'], offset: number, value?: string): void {
    if (this.#problems.length >= transcriptProblems) return
    const { line, column } = this.#positionAt(offset)
    this.#problems.push({ kind, line, column, ...(value === undefined ? {} : { value }) })
  }
}
