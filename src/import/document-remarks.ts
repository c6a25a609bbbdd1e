/** What was understood of a feed though it is no sound XML. The same in many places is told once, with the first of them. */

import type { Place } from '../diagnostic.ts'
import { canonicalNamespaces } from '../feed/feed-namespaces.ts'
import { type FeedDocument, isRepaired, type Mended, type Repaired } from '../feed/index.ts'
import { xmlProblemsKept } from '../limits.ts'
import { counted, grouped } from '../report/counts.ts'
import { doctypeReferences } from '../syntax/doctype.ts'
import type { XmlProblem } from '../syntax/xml.ts'
import { isBlank } from '../units/blank.ts'
import { codePointName, listed } from '../units/text.ts'
import type { ReportLine } from './report-file.ts'

/** `name`: how to call it. */
export const documentRemarks = (
  { mended, encoding, xml, text }: FeedDocument,
  name: string,
): readonly ReportLine[] => {
  const ofDoctype = new Set(doctypeReferences(xml, text))
  const lineOf = ({ line }: { readonly line?: number }): string => `line ${line} of ${name}`
  const alike = new Map<string, XmlProblem[]>()
  for (const problem of xml.problems.filter(isRepaired)) {
    const words = ofDoctype.has(problem) ? ONLY_DOCTYPE : repairWords(problem)
    alike.set(words, [...(alike.get(words) ?? []), problem])
  }
  const isCut = xml.problems.length >= xmlProblemsKept
  return [
    ...(mended === undefined ? [] : ofMended(mended, encoding.encoding, lineOf)),
    ...[...alike].map(([words, problems]) => ({
      about: placesText(problems, name, isCut),
      text: `${words}${detailsText(problems)}`,
    })),
  ]
}

type RepairedProblem = XmlProblem & { readonly kind: Repaired }

/** As many places, or names, are told of one kind. */
const TOLD = 3

/** `isCut`: only so many faults are remembered, so there may be more. */
const placesText = (problems: readonly XmlProblem[], name: string, isCut: boolean): string => {
  const lines = [...new Set(problems.map(({ line }) => line))]
  const told = lines.slice(0, TOLD)
  const first = `${told.length === 1 ? 'line' : 'lines'} ${listed(told.map(String))} of ${name}`
  const count = `${isCut ? 'at least ' : ''}${counted(problems.length, 'place')}`
  if (lines.length > TOLD) return `${first} and further on, ${count} in all`
  return problems.length > told.length || isCut ? `${first}, ${count} in all` : first
}

const detailsText = (problems: readonly XmlProblem[]): string => {
  const details = [...new Set(problems.flatMap(({ detail }) => detail ?? []))]
  if (details.length === 0) return ''
  const more = details.length - TOLD
  return ` (${[...details.slice(0, TOLD), ...(more > 0 ? [`and ${grouped(more)} more`] : [])].join(', ')})`
}

const ONLY_DOCTYPE = 'an entity that is known only to the DOCTYPE, which is not read, stays as it is written'

/** The same in many places is told once. */
const ofMended = (
  { windowsFrom, lost, references }: Mended,
  encoding: string,
  lineOf: (place: Place) => string,
): readonly ReportLine[] => [
  ...(windowsFrom === undefined
    ? []
    : [
        {
          about: lineOf(windowsFrom),
          text: 'letters that are no UTF-8, from here on, were read as Windows-1252',
        },
      ]),
  ...(lost === undefined
    ? []
    : [
        {
          about: lineOf(lost.place),
          text:
            lost.count === 1
              ? `a letter that ${encoding} does not have was lost, and \uFFFD stands in its place`
              : `${grouped(lost.count)} letters, from here on, that ${encoding} does not have were lost, and \uFFFD stands in the place of each`,
        },
      ]),
  ...references.map(({ name, character, count, place }) => ({
    about: `${lineOf(place)}${count === 1 ? '' : `, and ${grouped(count - 1)} more`}`,
    text: `&${name}; is known to HTML, but not to XML; it was read as ${isBlank(character) ? codePointName(character) : character}`,
  })),
]

const repairWords = ({ kind, detail }: RepairedProblem): string =>
  kind === 'undeclared-prefix' && !Object.hasOwn(canonicalNamespaces, detail ?? '')
    ? 'a prefix that was never declared is not known either, so what bears it is left out'
    : repairs[kind]

const repairs: Readonly<Record<Repaired, string>> = {
  'bare-ampersand': 'a bare & was read as &amp;',
  'undefined-entity': 'an entity that nobody knows stays as it is written',
  'undeclared-prefix': 'a prefix that was never declared was read as what it is usually for',
  'forbidden-character': 'a character that XML forbids was left out',
  'duplicate-attribute': 'of an attribute that is there twice, the first counts',
  'space-before-declaration': 'what stood in front of the XML declaration was left out',
}
