import { diffTextCharacters } from '../../limits.ts'
import { displayWidth } from '../../report/cells.ts'
import { type Paint, paint } from '../../report/colour.ts'
import { counted, grouped } from '../../report/counts.ts'
import { oneLine, wrap } from '../../report/wrap.ts'
import { type Change, isOfWhole } from '../change.ts'
import { calledOf } from '../parts.ts'
import type { State } from '../state.ts'
import { excerptOf } from './excerpt.ts'
import { printable } from './printable.ts'
import type { DifferenceReporter } from './reporter.ts'
import { type Entry, type Section, sectionsOf } from './sections.ts'
import { verdictOf } from './verdict.ts'

/** Text wider than this tires the eye. Columns. */
const READING_WIDTH = 100
const WIDTH_MIN = 50
const LABEL = 14

interface Page {
  readonly paint: Paint
  readonly width: number
}

/** For people. The layout may change in any version; `json` is for programs. */
export const pretty: DifferenceReporter = {
  name: 'pretty',
  describes: 'for people',
  render: (given, { colour, width }) => {
    const difference = printable(given)
    const page = { paint: paint(colour), width: Math.max(WIDTH_MIN, Math.min(width, READING_WIDTH)) }
    const { before, after } = difference
    const lines = [
      ...wrap(
        `${oneLine(after.title || before.title)}: ${sideText(before)} → ${sideText(after)}`,
        page.width,
      ).map(page.paint.bold),
      '',
      ...sectionsOf(difference).flatMap(section => [...sectionLines(section, page), '']),
      ...verdictLines(verdictOf(difference), page),
    ]
    return lines.map(line => `${noCommand(line)}\n`).join('')
  },
}

/** GitHub Actions obeys lines that begin with `::`, and `##[` anywhere: a title may hold either. */
const noCommand = (line: string): string =>
  line.replace(/^((?:\u001b\[[\d;]*m|\s)*):(?=:)/, '$1: ').replaceAll('##[', '## [')

const sideText = ({ name, episodes }: State): string =>
  `${oneLine(name)} (${counted(episodes.length, 'episode')})`

const sectionLines = ({ effect, heading, entries, left }: Section, page: Page): readonly string[] => {
  const { severity, good, bold, faint } = page.paint
  const style =
    effect === 'downloads-again' || effect === 'lost'
      ? severity.error
      : effect === 'new'
        ? good
        : effect === 'unnoticed'
          ? bold
          : severity.warning
  return [
    style(heading),
    ...entries.flatMap(entry => entryLines(entry, page)),
    ...(left > 0 ? [faint(`  … and ${counted(left, 'more episode')}`)] : []),
  ]
}

const entryLines = ({ episodes, changes }: Entry, page: Page): readonly string[] => {
  if (episodes === undefined) return ['  the show', ...changes.flatMap(change => changeLines(change, page))]
  const [first] = episodes
  if (episodes.length > 1) {
    const names = `such as "${oneLine(calledOf(first!))}"`
    return [
      ...wrap(`${grouped(episodes.length)} episodes alike, ${names}`, page.width - 2).map(
        line => `  ${line}`,
      ),
      ...changes.flatMap(change => changeLines(change, page)),
    ]
  }
  const [change] = changes
  if (change !== undefined && isOfWhole(change)) return [...bare(change, page)]
  return [
    ...wrap(oneLine(calledOf(first!)), page.width - 2).map(line => `  ${line}`),
    ...changes.flatMap(change => changeLines(change, page)),
  ]
}

const bare = (change: Change, { width, paint }: Page): readonly string[] => {
  const date = change.before ?? change.after
  const [first = '', ...more] = wrap(
    [date, oneLine(calledOf(change.episode!))].filter(Boolean).join('  '),
    width - 2,
  )
  return [
    `  ${first}`,
    ...more.map(line => `  ${line}`),
    ...remarks(change).flatMap(text => wrap(text, width - 4).map(line => `    ${paint.faint(line)}`)),
  ]
}

/** What stands below a change: in words, and how it can be accepted. */
const remarks = ({ remark, accept, isAccepted }: Change): readonly string[] => [
  ...(remark === undefined ? [] : [oneLine(remark)]),
  ...(accept === undefined ? [] : [isAccepted ? 'accepted' : `refused until --accept ${oneLine(accept)}`]),
]

const changeLines = (change: Change, page: Page): readonly string[] => {
  const label = `    ${oneLine(change.what)}`
  const head =
    displayWidth(label) < LABEL + 4 ? `${label}${' '.repeat(LABEL + 4 - displayWidth(label))}` : `${label}  `
  const indent = ' '.repeat(LABEL + 4)
  const room = page.width - indent.length
  const body = bodyLines(change, room, page)
  const notes = remarks(change)
    .flatMap(text => wrap(text, room))
    .map(page.paint.faint)
  const [first = '', ...more] = [...body, ...notes]
  return [`${head}${first}`.trimEnd(), ...more.map(line => `${indent}${line}`)]
}

const bodyLines = ({ before, after, isProse }: Change, room: number, { paint }: Page): readonly string[] => {
  if (isProse && before !== undefined && after !== undefined) {
    const marked = excerptOf(before, after, diffTextCharacters).words.map(({ kind, text }) =>
      kind === 'same'
        ? oneLineKept(text)
        : `${kind === 'removed' ? '[-' : '{+'}${oneLine(text)}${kind === 'removed' ? '-]' : '+}'} `,
    )
    return painted(wrap(marked.join('').replace(/ +/g, ' ').trim(), room), paint)
  }
  const [was, is] = [before, after].map(text => (text === undefined ? undefined : cropped(text)))
  if (was === undefined && is === undefined) return []
  if (was === undefined) return wrap(`{+${is}+}`, room).map(paint.good)
  if (is === undefined) return wrap(`[-${was}-]`, room).map(paint.severity.error)
  if (displayWidth(was) + displayWidth(is) + 3 <= room) return [`${was} → ${is}`]
  return [...wrap(was, room), ...wrap(is, room - 2).map((line, i) => `${i === 0 ? '→ ' : '  '}${line}`)]
}

const oneLineKept = (text: string): string => `${/^\s/.test(text) ? ' ' : ''}${oneLine(text)} `

const cropped = (text: string): string =>
  oneLine(text.length > diffTextCharacters ? `${text.slice(0, diffTextCharacters).toWellFormed()}…` : text)

/** What is removed or added may go over several lines: styles do not. */
const painted = (lines: readonly string[], { severity, good }: Paint): readonly string[] => {
  let open: '-' | '+' | undefined
  return lines.map(line =>
    line
      .split(/(?=\[-|\{\+)|(?<=-\]|\+\})/)
      .map(part => {
        if (part.startsWith('[-')) open = '-'
        else if (part.startsWith('{+')) open = '+'
        const style = open === '-' ? severity.error : open === '+' ? good : undefined
        if (part.endsWith('-]') || part.endsWith('+}')) open = undefined
        return style === undefined ? part : style(part)
      })
      .join(''),
  )
}

const verdictLines = (
  { isGood, sentences, accepts }: ReturnType<typeof verdictOf>,
  { paint, width }: Page,
): readonly string[] => [
  ...wrap(sentences.join(' '), width).map(isGood ? paint.good : paint.severity.error),
  ...(accepts.length === 0
    ? []
    : wrap(`If all of it is meant: ${oneLine(accepts.join(' '))}`, width).map(paint.faint)),
]
