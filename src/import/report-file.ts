/** What was taken over and how, for the person whose show it is: a file in the show folder, which no build reads. */

import { counted, grouped } from '../report/counts.ts'
import type { Accounted } from './account.ts'

export interface ReportLine {
  readonly about: string
  readonly text: string
}

export interface ImportReport {
  /** Without a password in it. */
  readonly from: string
  readonly episodes: number
  readonly drafts: number
  /** Undefined for a show that was not there before. */
  readonly merged: MergeCounts | undefined
  /** Undefined where the show cannot be built, so that nobody knows. */
  readonly account: readonly Accounted[] | undefined
  /** What somebody should look at, the gravest first. */
  readonly remarks: readonly ReportLine[]
  readonly inherited: readonly ReportLine[]
  /** What was edited here since it was imported. */
  readonly edits: readonly ReportLine[]
}

/** What became of the episodes of a feed in a folder that has the show already. Together they are all of them. */
export interface MergeCounts {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  /** Somebody took them out of the show, so they stay out. */
  readonly leftOut: number
}

export const episodesText = (episodes: number, drafts: number): string => {
  const held =
    drafts === 0 ? '' : `, ${drafts === 1 ? '1 of them a draft' : `${grouped(drafts)} of them drafts`}`
  return `${counted(episodes, 'episode')}${held}`
}

export const mergeText = ({ added, updated, unchanged, leftOut }: MergeCounts): string =>
  [
    `${grouped(added)} new`,
    `${grouped(updated)} updated`,
    `${grouped(unchanged)} left as ${unchanged === 1 ? 'it was' : 'they were'}`,
    ...(leftOut === 0
      ? []
      : [`${grouped(leftOut)} left out, as you took ${leftOut === 1 ? 'it' : 'them'} out`]),
  ].join(', ')

export const reportText = (report: ImportReport): string => {
  const { from, episodes, drafts, merged, account, remarks, inherited, edits } = report
  return [
    `# How this show was imported\n`,
    `From ${from}: ${episodesText(episodes, drafts)}${merged === undefined ? '' : ` (${mergeText(merged)})`}. No build reads this file; keep it or delete it.\n`,
    ...(remarks.length === 0 ? [] : ['## To look at\n', ...remarks.map(itemText), '']),
    ...(edits.length === 0
      ? []
      : ['## Edited here\n', 'These stay as they are.\n', ...edits.map(itemText), '']),
    ...(inherited.length === 0
      ? []
      : [
          '## Published with a fault\n',
          'These were in the feed when it was imported. They are in feed.lock.json, and no build stops for them; a new one is an error.\n',
          ...inherited.map(itemText),
          '',
        ]),
    '## What became of each element\n',
    ...(account === undefined
      ? ['Not known: the show cannot be built yet, so there is no new feed to compare with.\n']
      : [
          ...tableText(
            'The show',
            account.filter(({ on }) => on === 'show'),
          ),
          ...tableText(
            'The episodes',
            account.filter(({ on }) => on === 'episode'),
          ),
          ...(account.some(({ inDrafts }) => inDrafts > 0)
            ? ['What is in drafts is in the folder, and in the feed once they are published.\n']
            : []),
        ]),
  ].join('\n')
}

const itemText = (line: ReportLine): string => `- ${cellText(lineText(line))}`

/** Some begin with the file that they are about. */
export const lineText = ({ about, text }: ReportLine): string =>
  text.startsWith(`${about} `) ? text : `${about}: ${text}`

const tableText = (title: string, rows: readonly Accounted[]): readonly string[] => {
  if (rows.length === 0) return []
  const counts = countsOf.filter(({ isAlways, of }) => isAlways || rows.some(row => of(row) > 0))
  const lineOf = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [
    `### ${title}\n`,
    lineOf(['element', ...counts.map(({ head }) => head), 'how, or why']),
    `|---|${counts.map(() => '---:|').join('')}---|`,
    ...rows.map(row =>
      lineOf([
        codeText(row.name),
        ...counts.map(({ of }) => of(row) || ''),
        [row.how, ...row.why.map(cellText)].filter(part => part !== '').join('; '),
      ]),
    ),
    '',
  ]
}

const countsOf: readonly {
  readonly head: string
  readonly of: (row: Accounted) => number
  readonly isAlways: boolean
}[] = [
  { head: 'kept exactly', of: ({ exact }) => exact, isAlways: true },
  { head: 'kept in meaning', of: ({ meant }) => meant, isAlways: true },
  { head: 'edited here', of: ({ edited }) => edited, isAlways: false },
  { head: 'in drafts', of: ({ inDrafts }) => inDrafts, isAlways: false },
  { head: 'left out', of: ({ leftOut }) => leftOut, isAlways: true },
]

/** Markup is text there. */
const codeText = (text: string): string => `\`${text.replace(/[\s`]+/g, ' ').replaceAll('|', '\\|')}\``

/** On one line, and no mark-up of a stranger's. */
const cellText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[|<>[\]]/g, '\\$&')
    .replace(/\\([<>])(?=)/g, (_, sign: string) => (sign === '<' ? '&lt;' : '&gt;'))
