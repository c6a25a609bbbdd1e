/** What each directory and app reads of the show and of one episode: a table of the fields and the rules, and no picture of any app. */

import type { Diagnostic } from '../../diagnostic.ts'
import { table } from '../../fields/index.ts'
import type { Podcast } from '../../podcast.ts'
import { whoAsks } from '../../report/parties.ts'
import { rulesById } from '../../rules.ts'
import { wordsOf } from '../../table/owned.ts'
import { directoryNames, readersNamed, readsBy } from '../../table/readers.ts'
import { escapeAttribute, escapeText } from '../../units/escape-html.ts'
import type { Pane } from './pane.ts'

export const readers: Pane = {
  name: 'readers',
  heading: 'Readers',
  body: ({ judged, query }) => {
    const { podcast, diagnostics } = judged
    if (podcast === undefined)
      return '<p>This is seen of a show without errors: <a href="/-/">Problems</a> has them.</p>'
    const { releases, show } = podcast
    const chosen = releases.find(({ stem }) => stem === query) ?? releases[0]
    const about = (file: string): readonly Diagnostic[] =>
      diagnostics.filter(({ place }) => place.file === file)
    const fileOf = (path: string): string =>
      judged.files.find(file => file.endsWith(`/${path}`) || file === path) ?? ''
    return [
      '<p>Which fields of this show each directory and app reads, and which it would read if you wrote them. In brackets: many apps read it, and nothing says whether this one does.</p>',
      '<h2>The show</h2>',
      tableOf('show', show, about(judged.files[0] ?? '')),
      ...(chosen === undefined
        ? []
        : [
            `<h2>${escapeText(chosen.episode.title)}</h2>`,
            tableOf('episode', chosen.episode, about(fileOf(chosen.path))),
            '<h2>Other episodes</h2>',
            listOf(podcast, chosen.stem),
          ]),
    ].join('\n')
  },
}

const listOf = ({ releases }: Podcast, chosen: string): string =>
  `<ul class="choices">${releases
    .filter(({ stem }) => stem !== chosen)
    .map(
      ({ stem, episode }) =>
        `<li><a href="/-/readers?${escapeAttribute(encodeURIComponent(stem))}">${escapeText(episode.title)}</a></li>`,
    )
    .join('')}</ul>`

type Owner = 'show' | 'episode'

interface FieldRead {
  readonly key: string
  readonly readBy: readonly string[]
  readonly isWritten: boolean
}

const fieldsOf = (
  owner: Owner,
  model: Podcast['show'] | Podcast['releases'][number]['episode'],
): readonly FieldRead[] => {
  const { writing } = table.of(owner)
  const said = new Set(table.write(owner, model as never).map(({ name }) => name))
  const values = model as unknown as Readonly<Record<string, unknown>>
  // Of what a build writes by itself, and of what it is not known who reads, there is nothing to decide.
  const told = writing.filter(
    ({ field, element }) => element.readBy !== undefined && wordsOf(field, owner) !== undefined,
  )
  return [...new Set(told.map(({ field }) => field))].map(field => {
    const rows = writing.filter(row => row.field === field)
    return {
      key: field.key,
      readBy: rows.flatMap(({ element }) => element.readBy ?? []),
      isWritten: values[field.key] !== undefined && rows.some(({ element }) => said.has(element.name)),
    }
  })
}

const tableOf = (
  owner: Owner,
  model: Parameters<typeof fieldsOf>[1],
  found: readonly Diagnostic[],
): string => {
  const fields = fieldsOf(owner, model)
  const named = new Set([
    ...directoryNames.keys(),
    ...fields.flatMap(({ readBy }) => readBy.flatMap(readersNamed)).sort(),
  ])
  return [
    `<div class="wide" tabindex="0" role="region" aria-label="What is read of the ${owner}"><table>`,
    '<thead><tr><th scope="col">Who</th><th scope="col">Reads</th><th scope="col">Ignores</th><th scope="col">Not written here</th><th scope="col">Finds fault with</th></tr></thead><tbody>',
    ...[...named].map(reader => rowOf(reader, fields, found)),
    '</tbody></table></div>',
  ].join('\n')
}

const rowOf = (reader: string, fields: readonly FieldRead[], found: readonly Diagnostic[]): string => {
  const reads = ({ readBy }: FieldRead) => {
    const all = readBy.map(one => readsBy(one, reader))
    return all.includes('yes') ? 'yes' : all.includes('some') ? 'some' : 'no'
  }
  const written = fields.filter(({ isWritten }) => isWritten)
  const listed = (some: readonly FieldRead[], isSome = false): string =>
    some.map(({ key }) => (isSome ? `(${key})` : key)).join(', ')
  const read = [
    listed(written.filter(field => reads(field) === 'yes')),
    listed(
      written.filter(field => reads(field) === 'some'),
      true,
    ),
  ]
  const party = directoryNames.get(reader)
  const faults = party === undefined ? [] : found.filter(({ rule }) => rulesById.get(rule)?.askedBy?.[party])
  const cells = [
    read.filter(Boolean).join(', '),
    listed(written.filter(field => reads(field) === 'no')),
    listed(fields.filter(field => !field.isWritten && reads(field) === 'yes')),
    [...new Set(faults.map(({ rule }) => rule))].join(', '),
  ]
  const title = faults.map(({ rule }) => whoAsks(rulesById.get(rule))).join('; ')
  return `<tr><th scope="row">${escapeText(reader)}</th>${cells
    .map(
      (cell, i) =>
        `<td${i === 3 && title !== '' ? ` title="${escapeAttribute(title)}"` : ''}>${escapeText(cell)}</td>`,
    )
    .join('')}</tr>`
}
