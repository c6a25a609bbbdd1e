/** Podlove Simple Chapters: https://podlove.org/simple-chapters/ */

import { attributeOf, isWellFormed, parseXml, type XmlElement } from '../syntax/xml.ts'
import { parseNpt } from '../units/timestamp.ts'
import { type ChapterProblem, type ChapterReading, type Found, readingOf } from './problem.ts'

export const PSC_NAMESPACE = 'http://podlove.org/simple-chapters'
/** Feeds write it with https and with a slash behind it; readers accept that. */
const NEARLY = /^https?:\/\/podlove\.org\/simple-chapters\/?$/
const VERSIONS = ['1.0', '1.1', '1.2']
const ATTRIBUTES = ['start', 'title', 'href', 'image']

/** The first `psc:chapters` in a document. */
export function readPsc(text: string): ChapterReading {
  const document = parseXml(text)
  const fault = isWellFormed(document)
    ? undefined
    : document.problems.find(problem => !isWellFormed({ ...document, problems: [problem] }))
  const broken: ChapterProblem[] = fault
    ? [{ kind: 'not-well-formed', line: fault.line, column: fault.column, value: fault.detail ?? fault.kind }]
    : []
  const element = document.root && firstChapters(document.root)
  if (!element) return readingOf([], [...broken, { kind: 'no-chapters', line: document.root?.line ?? 1 }])
  const { found, problems } = readPscElement(element)
  return readingOf(found, [...broken, ...problems])
}

interface PscReading {
  readonly found: readonly Found[]
  readonly problems: readonly ChapterProblem[]
}

/** A `psc:chapters` element, as it stands in a feed's item too. */
export function readPscElement(element: XmlElement): PscReading {
  const parts = element.children.filter(({ name }) => name.local === 'chapter').map(readChapter)
  const { line, column } = element
  const empty: ChapterProblem[] = parts.length ? [] : [{ kind: 'no-chapters', line, column }]
  return {
    found: parts.flatMap(({ found }) => found),
    problems: [...headProblems(element), ...empty, ...parts.flatMap(({ problems }) => problems)],
  }
}

export const isPscChapters = ({ name }: XmlElement): boolean =>
  name.local === 'chapters' &&
  (NEARLY.test(name.uri) || (name.uri === '' && ['psc', ''].includes(name.prefix)))

function firstChapters(element: XmlElement): XmlElement | undefined {
  if (isPscChapters(element)) return element
  for (const child of element.children) {
    const found = firstChapters(child)
    if (found) return found
  }
  return undefined
}

function headProblems(element: XmlElement): ChapterProblem[] {
  const { line, column, name } = element
  const version = attributeOf(element, 'version')
  return [
    ...(name.uri === PSC_NAMESPACE
      ? []
      : [{ kind: 'wrong-namespace', line, column, value: name.uri } as const]),
    ...(version === undefined || VERSIONS.includes(version)
      ? []
      : [{ kind: 'wrong-version', line, column, value: version } as const]),
  ]
}

function readChapter(element: XmlElement, index: number): PscReading {
  const { line, column } = element
  const at = { line, column, index }
  const written = attributeOf(element, 'start')
  const [title, url, image] = ['title', 'href', 'image'].map(
    name => attributeOf(element, name)?.trim() || undefined,
  )
  const start = written === undefined ? undefined : parseNpt(written)
  const problems: ChapterProblem[] = element.attributes
    .filter(({ name }) => name.uri === '' && !ATTRIBUTES.includes(name.local))
    .map(attribute => ({
      kind: 'unknown-key',
      key: attribute.name.local,
      line: attribute.line,
      column: attribute.column,
      index,
    }))
  if (written === undefined) problems.push({ kind: 'missing-key', key: 'start', ...at })
  else if (start === undefined)
    problems.push({ kind: 'bad-time', key: 'start', value: written.slice(0, 80), ...at })
  if (!title) problems.push({ kind: 'missing-title', ...at })
  if (start === undefined) return { found: [], problems }
  const chapter = { start, ...(title ? { title } : {}), ...(url ? { url } : {}), ...(image ? { image } : {}) }
  return { found: [{ chapter, line, index }], problems }
}
