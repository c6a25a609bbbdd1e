/** HTML with `cite`, `time` and `p` only: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md */

import { transcriptCues, transcriptProblems } from '../limits.ts'
import type { Cue, Seconds } from '../model.ts'
import { withoutReferences } from '../syntax/html-references.ts'
import { positionsIn } from '../syntax/positions.ts'
import { parseNpt } from '../units/timestamp.ts'
import { orderProblems } from './order.ts'
import type { TranscriptProblem, TranscriptReading } from './problem.ts'

const ALLOWED = ['cite', 'time', 'p']
/** Their content is never text. */
const HIDDEN = ['script', 'style', 'head', 'title', 'template', 'noscript']
/** Their ends and starts part paragraphs. */
const BLOCKS = [
  'p',
  'div',
  'br',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'tr',
  'section',
  'article',
  'body',
  'blockquote',
]
// The attributes cannot contain `<`, so that no start of a tag is searched twice.
const TAG = /<!--[\s\S]*?-->|<![a-zA-Z][^<>]*>|<(\/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>/g

interface Paragraph {
  readonly text: string
  readonly offset: number
  readonly speaker?: string
  readonly start?: Seconds
}

export function readTranscriptHtml(text: string): TranscriptReading {
  const { paragraphs, problems } = new Reader(text).read()
  const timed = paragraphs.some(({ start }) => start !== undefined)
  const cues = timed ? cuesOf(paragraphs, text) : []
  return {
    type: 'text/html',
    cues,
    ...(timed ? {} : { text: paragraphs.map(spoken).join('\n\n') }),
    problems: [...problems, ...orderProblems(cues)],
  }
}

const spoken = ({ speaker, text }: Paragraph): string => (speaker ? `${speaker}: ${text}` : text)

/** A paragraph without a time of its own goes on where the one above stopped. */
function cuesOf(paragraphs: readonly Paragraph[], text: string): Cue[] {
  const positionAt = positionsIn(text)
  const cues: Cue[] = []
  for (const { start, speaker, text: words, offset } of paragraphs) {
    const last = cues.at(-1)
    const begins = start ?? last?.start ?? 0
    const voice = speaker ? { speaker } : {}
    cues.push({ start: begins, ...voice, text: words, line: positionAt(offset).line })
  }
  return cues
}

/** The state of one pass. */
class Reader {
  readonly #text: string
  readonly #paragraphs: Paragraph[] = []
  readonly #problems: TranscriptProblem[] = []
  readonly #disallowed = new Set<string>()
  readonly #positionAt: ReturnType<typeof positionsIn>
  /** Of `cite`, `time` and `p`: those that are open, and where. */
  readonly #open = new Map<string, number>()
  #hidden: string | undefined
  #words = ''
  #wordsAt: number | undefined
  #speaker: string | undefined
  #start: Seconds | undefined

  constructor(text: string) {
    this.#text = text
    this.#positionAt = positionsIn(text)
  }

  read(): { paragraphs: readonly Paragraph[]; problems: readonly TranscriptProblem[] } {
    let from = 0
    for (const { 0: tag, 1: slash, 2: name, index } of withoutUnclosedComment(this.#text).matchAll(TAG)) {
      this.#addWords(from, index)
      from = index + tag.length
      if (name !== undefined) this.#onTag(name.toLowerCase(), slash === '/', index)
      if (this.#paragraphs.length > transcriptCues) break
    }
    this.#addWords(from, this.#text.length)
    for (const [name, offset] of this.#open) this.#report('unclosed-tag', offset, name)
    this.#finishParagraph()
    return { paragraphs: this.#paragraphs, problems: this.#problems }
  }

  #addWords(from: number, to: number): void {
    if (this.#hidden || from === to) return
    const words = withoutReferences(this.#text.slice(from, to).replace(/^\ufeff/, ''))
    if (this.#wordsAt === undefined && words.trim())
      this.#wordsAt = from + words.length - words.trimStart().length
    this.#words += words
  }

  #onTag(name: string, isEnd: boolean, offset: number): void {
    if (!ALLOWED.includes(name) && !this.#disallowed.has(name)) {
      this.#disallowed.add(name)
      this.#report('disallowed-tag', offset, name)
    }
    if (this.#hidden) {
      if (isEnd && name === this.#hidden) this.#hidden = undefined
    } else if (HIDDEN.includes(name)) this.#hidden = isEnd ? undefined : name
    else if (name === 'cite' || name === 'time') this.#onLabel(name, isEnd, offset)
    else if (BLOCKS.includes(name)) this.#onBlock(name, isEnd, offset)
  }

  #onLabel(name: 'cite' | 'time', isEnd: boolean, offset: number): void {
    if (!isEnd) {
      this.#finishParagraph()
      this.#reopen(name, offset)
      return
    }
    if (!this.#open.delete(name)) return
    const label = this.#takeWords()
    if (name === 'cite') this.#speaker = label.replace(/:$/, '').trim() || undefined
    else this.#onTime(label, offset)
  }

  #onTime(label: string, offset: number): void {
    const seconds = parseNpt(label.replace(/^[[(]|[\])]$/g, ''))
    if (seconds === undefined) this.#report('bad-time', offset, label.slice(0, 80))
    else this.#start = seconds
  }

  #onBlock(name: string, isEnd: boolean, offset: number): void {
    this.#finishParagraph()
    if (name !== 'p') return
    if (isEnd) this.#open.delete('p')
    else this.#reopen('p', offset)
  }

  #reopen(name: string, offset: number): void {
    const before = this.#open.get(name)
    if (before !== undefined) this.#report('unclosed-tag', before, name)
    this.#open.set(name, offset)
  }

  #takeWords(): string {
    const words = this.#words.replace(/\s+/g, ' ').trim()
    this.#words = ''
    this.#wordsAt = undefined
    return words
  }

  /** Speaker and time are said once and hold for the paragraph that follows; the speaker of a further one is left open. */
  #finishParagraph(): void {
    const offset = this.#wordsAt ?? 0
    const text = this.#takeWords()
    if (!text) return
    this.#paragraphs.push({
      text,
      offset,
      ...(this.#speaker ? { speaker: this.#speaker } : {}),
      ...(this.#start === undefined ? {} : { start: this.#start }),
    })
    this.#speaker = undefined
    this.#start = undefined
  }

  #report(kind: TranscriptProblem['kind'], offset: number, value: string): void {
    if (this.#problems.length >= transcriptProblems) return
    const { line, column } = this.#positionAt(offset)
    this.#problems.push({ kind, line, column, value })
  }
}

/** Else every further `<!--` would be searched to the end again. */
function withoutUnclosedComment(text: string): string {
  const open = text.indexOf('<!--', text.lastIndexOf('-->') + 1)
  return open < 0 ? text : text.slice(0, open)
}
