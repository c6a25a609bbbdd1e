/** What `submit` says of the directories. */

import type { Diagnostic } from '../diagnostic.ts'
import type { Directory, Standing } from '../submit/index.ts'
import { ours, quoted } from '../units/shell.ts'
import { name } from './version.ts'

export interface Submission {
  readonly title: string | undefined
  readonly folder: string
  readonly feedUrl: string | undefined
  /** Whether that is an address that anybody can reach. */
  readonly isPublic: boolean
  /** An e-mail address. */
  readonly owner: string | undefined
  /** Apple's code. */
  readonly verify: string | undefined
}

/** Findings that are named for a directory. */
const NAMED = 3

export const standingsText = (show: Submission, all: readonly Standing[]): string => {
  const listed = all.filter(one => one.listed !== undefined)
  const open = all.filter(one => one.listed === undefined)
  const automatic = open.filter(({ directory }) => directory.submit === undefined)
  const byHand = open.filter(({ directory }) => directory.submit !== undefined)
  return [
    `${show.title ?? 'The show'}: ${show.feedUrl ?? 'its feed has no address yet'}`,
    ...(show.isPublic ? [] : notPublic(show)),
    ...section(
      'Listed',
      listed.map(({ directory, listed: url }) => `  ${directory.name}  ${url}`),
    ),
    ...section(
      'By hand',
      byHand.flatMap((one, i) => [...(i === 0 ? [] : ['']), ...byHandLines(one, show)]),
    ),
    ...section('Automatic', automatic.map(automaticLine)),
    '',
    `The directories as they were on ${readOn(all)}; where that was read: \`${ours('submit --json')}\``,
    `Once it has a page there: ${command('submit --listed <its address>', show)}`,
    ...(show.owner === undefined && show.verify === undefined
      ? []
      : [`Once it is claimed everywhere: ${command('submit --without owner --without codes', show)}`]),
    '',
  ].join('\n')
}

/** The oldest look is what the list is worth. */
const readOn = (all: readonly Standing[]): string =>
  all.reduce((oldest, { directory }) => (directory.readOn < oldest ? directory.readOn : oldest), '9999')

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines]

const command = (words: string, { folder }: Submission): string =>
  `\`${folder === 'episodes' ? ours(words) : ours(words.replace('submit', `submit ${quoted(folder)}`))}\``

const notPublic = ({ folder, feedUrl }: Submission): readonly string[] => [
  feedUrl === undefined
    ? `Nothing can be submitted yet: write \`baseUrl\` in ${folder}/show.md.`
    : `Nothing can be submitted yet: nobody but you can reach that address; write \`baseUrl\` in ${folder}/show.md.`,
]

const byHandLines = (one: Standing, show: Submission): readonly string[] => {
  const { directory, submit } = one
  return [
    `  ${directory.name} (${directory.id})`,
    ...(submit === undefined ? [] : [`    ${submit}`]),
    ...directory.asks.map(ask => `    asks for ${ask}`),
    ...proofLines(directory, show),
    ...wayLines(one.inTheWay, show),
  ]
}

/** In, and out again. */
const proofLines = ({ id, name: called, proof }: Directory, show: Submission): readonly string[] => {
  switch (proof) {
    case 'owner':
      return [
        show.owner === undefined
          ? `    in the way: the feed has no e-mail address; ${command('submit --owner <e-mail>', show)} writes one, which you can remove later`
          : `    the code goes to ${show.owner}`,
      ]
    case 'verify':
      return show.verify === undefined
        ? [
            `    if it asks for a code in the feed: ${command(`submit --verify ${id}=<code>`, show)}, then build and publish`,
          ]
        : [`    its code is in the feed: ${show.verify}`]
    case 'txt':
      return [
        `    to claim the show at ${called}: ${command(`submit --verify ${id}=<code>`, show)}, then build and publish`,
      ]
    case 'none':
      return []
  }
}

const wayLines = (all: readonly Diagnostic[], { isPublic }: Submission): readonly string[] => {
  // That there is no address yet has been said, once for all of them.
  const inTheWay = isPublic ? all : all.filter(({ rule }) => rule !== 'show/provisional')
  if (inTheWay.length === 0) return []
  const rest = inTheWay.length - NAMED
  return [
    ...inTheWay
      .slice(0, NAMED)
      .map(({ place, message, rule }) => `    in the way: ${placeText(place)}: ${message} (${rule})`),
    ...(rest > 0 ? [`    and ${rest} more, which \`${name} validate\` lists`] : []),
  ]
}

const placeText = ({ file, line, column }: Diagnostic['place']): string =>
  [file, line, column].filter(part => part !== undefined).join(':')

const automaticLine = ({ directory, from, comesFrom }: Standing): string =>
  comesFrom === undefined
    ? `  ${directory.name}, once it is at ${from.map(one => one.name).join(' or ')}`
    : `  ${directory.name}: from ${comesFrom}, where it is`

export const standingsJson = (show: Submission, all: readonly Standing[]) => ({
  version: 1,
  title: show.title ?? null,
  feed: show.feedUrl ?? null,
  public: show.isPublic,
  owner: show.owner ?? null,
  directories: all.map(({ directory, listed, submit, inTheWay, lacksOwner }) => ({
    id: directory.id,
    name: directory.name,
    group: directory.submit === undefined ? 'automatic' : 'by hand',
    listed: listed ?? null,
    submit: submit ?? null,
    from: directory.from ?? [],
    asks: directory.asks,
    proof: directory.proof,
    ready: show.isPublic && inTheWay.length === 0 && !lacksOwner,
    inTheWay: [
      ...inTheWay.map(({ rule, place: { file, line, column }, message }) => ({
        rule,
        file,
        line: line ?? null,
        column: column ?? null,
        message,
      })),
    ],
    lacksOwner,
    sources: directory.sources,
    readOn: directory.readOn,
  })),
})
