/** A show of many documents, each of them an attack, through the whole pipeline: load → probe → check → render → report. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { type Validated, validate } from '../../src/make.ts'
import type { Podcast } from '../../src/podcast.ts'
import { render, renderLock } from '../../src/render/index.ts'
import { type Report, reporters } from '../../src/report/index.ts'
import { rulesById } from '../../src/rules.ts'
import { parseXml } from '../../src/syntax/xml.ts'
import { anyBody, anyEpisodeFields, anyShowFields, documentWith, type Fields } from './any-front-matter.ts'
import { frontMatter } from './good-show.ts'
import { jpeg } from './image.ts'
import { mp3 } from './mpeg.ts'
import fc from './property.ts'
import { webOf } from './web.ts'

interface Document {
  readonly fields: Fields
  readonly body: string
}

/** What is attacked: `show.md`, and episodes `01.md`, `02.md` … */
export type Attacked = readonly Document[]

const anyDocument = (fields: fc.Arbitrary<Fields>): fc.Arbitrary<Document> =>
  fc.record({ fields, body: anyBody })

/** So many documents at once: what a show costs by itself is then shared by all. */
export const documentsAtOnce = 40

export const anyAttacked: fc.Arbitrary<Attacked> = fc.tuple(
  anyDocument(anyShowFields),
  ...Array.from({ length: documentsAtOnce - 1 }, () => anyDocument(anyEpisodeFields)),
)

const nameOf = (index: number): string => (index === 0 ? 'show' : `${index}`.padStart(2, '0'))

/** The good values that stand in each document, but for what is attacked. */
const goodFields = (index: number): Fields => {
  const { title, ...rest } = frontMatter[index === 0 ? 'show.md' : '001.md']
  const own: Readonly<Record<string, string>> =
    index === 0
      ? { title }
      : { title: `${title} ${index}`, episode: `${index}`, link: `https://show.example/${index}` }
  return Object.fromEntries(Object.entries({ ...rest, ...own }).map(([key, value]) => [key, ` ${value}`]))
}

/** What the documents may name, laid down once. */
export const layAttacked = (folder: string): void => {
  mkdirSync(join(folder, 'episodes'), { recursive: true })
  const lay = (name: string, content: string | Uint8Array): void =>
    writeFileSync(join(folder, 'episodes', name), content)
  for (let index = 1; index < documentsAtOnce; index++)
    lay(`${nameOf(index)}.mp3`, mp3({ seconds: 1 + index / 10, bitrate: 64 }))
  lay('001.mp3', mp3({ seconds: 20, bitrate: 64 }))
  lay('cover.jpg', jpeg({ width: 1400, height: 1400 }))
  lay('01.vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ada>Hello.\n')
}

/** What went wrong, and should not have, whatever is written: an exception, or a feed that is not XML. Undefined when all is well. */
export const attackShow = async (folder: string, attacked: Attacked): Promise<string | undefined> => {
  try {
    let documents = attacked
    let before: Attacked = []
    // What is refused is taken out, so that what is taken gets as far as the feed.
    for (let attempt = 0; attempt < 4; attempt++) {
      for (const [index, document] of documents.entries())
        if (document !== before[index])
          writeFileSync(join(folder, 'episodes', `${nameOf(index)}.md`), textOf(document, index))
      const validated = await judge(folder)
      if (attempt === 0) reportAll(validated)
      if (validated.podcast !== undefined) return faultOf(validated.podcast)
      const { diagnostics } = validated
      before = documents
      documents = documents.map((document, index) => withoutErrors(document, index, diagnostics))
    }
    // What is refused may lie in a file that is none of these documents.
    return undefined
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

const textOf = ({ fields, body }: Document, index: number): string =>
  documentWith({ ...goodFields(index), ...fields }, body)

const judge = (folder: string): Promise<Validated> =>
  validate({
    location: join(folder, 'episodes'),
    folder: 'episodes',
    now: Date.parse('2026-11-24T12:00:00Z'),
    generator: 'build-feed test',
    transport: webOf({}),
  })

const withoutErrors = (document: Document, index: number, diagnostics: readonly Diagnostic[]): Document => {
  const errors = diagnostics.filter(
    ({ severity, place }) => severity === 'error' && place.file === `episodes/${nameOf(index)}.md`,
  )
  if (errors.length === 0) return document
  const { fields, body } = document
  const lines = errors.map(({ place }) => place.line ?? 1)
  // The first line is the fence.
  let next = 2
  const refused = new Set<string>()
  for (const [field, yaml] of Object.entries({ ...goodFields(index), ...fields })) {
    const end = next + yaml.split('\n').length
    if (lines.some(line => line >= next && line < end)) refused.add(field)
    next = end
  }
  const isElsewhere =
    lines.some(line => line < 2 || line >= next) || ![...refused].some(field => field in fields)
  return {
    fields: isElsewhere
      ? {}
      : Object.fromEntries(Object.entries(fields).filter(([field]) => !refused.has(field))),
    body: isElsewhere ? 'Notes.\n' : body,
  }
}

const reportAll = ({ diagnostics, title, files, episodes, sources }: Validated): void => {
  const report: Report = {
    diagnostics,
    rules: rulesById,
    source: file => sources.get(file)?.text,
    shows: [{ name: title ?? 'episodes', folder: 'episodes', episodes, ready: {} }],
    files,
    tool: { name: 'build-feed', version: '0.0.0' },
  }
  // Each show another: they all see enough.
  const turn = diagnostics.length % reporters.length
  reporters[turn]!.render(report, { colour: true, width: 80, quiet: false })
}

const faultOf = (podcast: Podcast): string | undefined => {
  const feed = render(podcast, { audio: true }).find(({ path }) => path === 'feed.xml')
  const { problems } = parseXml(Buffer.from((feed as { readonly bytes: Uint8Array }).bytes).toString())
  if (podcast.lock !== undefined) renderLock(podcast.lock)
  return problems.length === 0 ? undefined : `the feed is not well-formed: ${JSON.stringify(problems[0])}`
}
