import { diffPageCharacters, diffTextCharacters } from '../../limits.ts'
import { counted, grouped } from '../../report/counts.ts'
import { plainMarkdown } from '../../report/markdown.ts'
import { type Change, isOfWhole } from '../change.ts'
import type { Effect } from '../effect.ts'
import { calledOf } from '../parts.ts'
import type { State } from '../state.ts'
import { excerptOf } from './excerpt.ts'
import { printable } from './printable.ts'
import type { DifferenceReporter } from './reporter.ts'
import { type Entry, type Section, sectionsOf } from './sections.ts'
import { verdictOf } from './verdict.ts'

/** For a comment in a pull request: GitHub-flavoured Markdown, bounded, in which a stranger's text is nothing but text. */
export const markdown: DifferenceReporter = {
  name: 'markdown',
  describes: 'for a comment in a pull request, or the summary of a job',
  render: given => {
    const difference = printable(given)
    const { before, after } = difference
    const { sentences, accepts, isGood } = verdictOf(difference)
    const head = [
      `## ${plainMarkdown(after.title || before.title || 'The feed')}: what subscribers notice`,
      '',
      `${sideText(before)} → ${sideText(after)}`,
      '',
      `${isGood ? '✅' : '❌'} ${sentences.join(' ')}`,
      ...(accepts.length === 0 ? [] : ['', `If all of it is meant: ${plainMarkdown(accepts.join(' '))}`]),
      '',
    ]
    return `${withinBounds(head, sectionsOf(difference).map(sectionLines)).join('\n')}\n`
  },
}

const sideText = ({ name, episodes }: State): string =>
  `${plainMarkdown(name)} (${counted(episodes.length, 'episode')})`

/** Whole entries, as long as there is room. */
const withinBounds = (
  head: readonly string[],
  sections: readonly (readonly string[])[],
): readonly string[] => {
  let room = diffPageCharacters - head.join('\n').length
  const kept: string[] = []
  for (const line of sections.flat()) {
    room -= line.length + 1
    if (room < 0)
      return [...head, ...kept, '', '… and more than there is room for here: see `--reporter json`.']
    kept.push(line)
  }
  return [...head, ...kept]
}

const SIGNS: Readonly<Record<Effect, string>> = {
  'downloads-again': '🔁',
  lost: '🗑️',
  replaced: '🔊',
  moved: '↕️',
  reads: '📝',
  'finds-again': '🧭',
  new: '🆕',
  unnoticed: '🤫',
}

const sectionLines = ({ effect, heading, entries, left }: Section): readonly string[] => [
  `### ${SIGNS[effect]} ${heading}`,
  '',
  ...entries.flatMap(entryLines),
  ...(left > 0 ? [`- … and ${counted(left, 'more episode')}`] : []),
  '',
]

const entryLines = ({ episodes, changes }: Entry): readonly string[] => {
  const [first] = episodes ?? []
  const title = plainMarkdown(first === undefined ? '' : calledOf(first))
  const [change] = changes
  if (episodes?.length === 1 && change !== undefined && isOfWhole(change))
    return [`- ${[change.before ?? change.after, title].filter(Boolean).join(' ')}${remarks(change)}`]
  const subject =
    episodes === undefined
      ? 'the show'
      : episodes.length > 1
        ? `${grouped(episodes.length)} episodes alike, such as **${title}**`
        : `**${title}**`
  return [
    `- ${subject}`,
    ...changes.map(change => `  - ${plainMarkdown(change.what)}${body(change)}${remarks(change)}`),
  ]
}

/** Empty for what is told by its remark alone. */
const body = ({ before, after, isProse }: Change): string => {
  if (before === undefined && after === undefined) return ''
  return `: ${isProse && before !== undefined && after !== undefined ? proseBody(before, after) : valueBody(before, after)}`
}

const proseBody = (before: string, after: string): string =>
  excerptOf(before, after, diffTextCharacters)
    .words.map(({ kind, text }) => {
      const plain = plainMarkdown(text, diffTextCharacters)
      return kind === 'same' ? plain : kind === 'removed' ? `~~${plain}~~` : `**${plain}**`
    })
    .filter(text => text !== '')
    .join(' ')

const valueBody = (before: string | undefined, after: string | undefined): string =>
  [before, after]
    .map((text, i) =>
      text === undefined || text === '' ? (i === 0 ? 'nothing' : 'gone') : plainMarkdown(text),
    )
    .join(' → ')

const remarks = ({ remark, accept, isAccepted }: Change): string => {
  const all = [
    ...(remark === undefined ? [] : [plainMarkdown(remark)]),
    ...(accept === undefined
      ? []
      : [isAccepted ? 'accepted' : `refused until ${plainMarkdown(`--accept ${accept}`)}`]),
  ]
  return all.length === 0 ? '' : ` (${all.join('; ')})`
}
