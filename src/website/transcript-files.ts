/** The files of an episode's transcripts, each with a name of its own to be linked by. */

import type { Episode } from '../podcast.ts'
import { nameOf, unescaped } from '../units/file-name.ts'
import type { Addresses } from './addresses.ts'
import { languageName, type Words } from './messages/index.ts'

interface Own {
  readonly language: string
  readonly words: Words
}

/** Its name: the language, where there are several or it is not the show's, the kind of file, and more where that would be the same twice. */
export const transcriptFiles = (
  { transcripts = [] }: Episode,
  { words, language: own }: Own,
  of: Addresses['of'],
) => {
  const all = new Set([own, ...transcripts.map(({ language }) => language ?? own)].map(lower))
  const isNamed = all.size > 1
  const main = own.split('-', 1)[0]!
  // Of which country the show is, everybody knows, where nothing is in the language without a country.
  const ofShow = all.has(lower(main)) ? own : main
  const named = (language = own): string =>
    languageName(lower(language) === lower(own) ? ofShow : language, words)
  const labels = transcripts.map(({ type, language }) =>
    [...(isNamed ? [named(language)] : []), kindOf(type)].join(', '),
  )
  const urls = transcripts.map(({ url }) => url)
  const ownLabels = toldApart(toldApart(labels, urls.map(fileName)), urls)
  return transcripts.map(({ url, type, language }, i) => ({
    url: of(url),
    type,
    language: language ?? '',
    label: ownLabels[i]!,
  }))
}

/** Those that are there twice, with more: `VTT, captions.vtt`. */
const toldApart = (labels: readonly string[], more: readonly string[]): readonly string[] =>
  labels.map((label, i) =>
    labels.indexOf(label) === labels.lastIndexOf(label) ? label : `${label}, ${more[i]}`,
  )

const fileName = (url: string): string => unescaped(nameOf(new URL(url).pathname)) || url

const lower = (text: string): string => text.toLowerCase()

/** `text/vtt`: VTT, `application/x-subrip`: SRT. */
const kindOf = (type: string): string => {
  const kind = type.replace(/^.*\/(?:x-)?/, '').toUpperCase()
  return { SUBRIP: 'SRT', PLAIN: 'TXT' }[kind] ?? kind
}
