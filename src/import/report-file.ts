/** What was taken over and how, for the person whose show it is: a file in the show folder, which no build reads. */

import type { Accounted } from './account.ts'

export interface ReportLine {
  readonly about: string
  readonly text: string
}

export interface ImportReport {
  /** Without a password in it. */
  readonly from: string
  readonly episodes: number
  readonly account: readonly Accounted[]
  /** What somebody should look at, the gravest first. */
  readonly remarks: readonly ReportLine[]
  readonly inherited: readonly ReportLine[]
}

export const reportText = ({ from, episodes, account, remarks, inherited }: ImportReport): string =>
  [
    `# How this show was imported\n`,
    `From ${from}: ${episodes} ${episodes === 1 ? 'episode' : 'episodes'}. No build reads this file; keep it or delete it.\n`,
    ...(remarks.length === 0 ? [] : ['## To look at\n', ...remarks.map(itemText), '']),
    ...(inherited.length === 0
      ? []
      : [
          '## Published with a fault\n',
          'These were in the feed when it was imported. They are in feed.lock.json, and no build stops for them; a new one is an error.\n',
          ...inherited.map(itemText),
          '',
        ]),
    '## What became of each element\n',
    ...tableText(
      'The show',
      account.filter(({ on }) => on === 'show'),
    ),
    ...tableText(
      'The episodes',
      account.filter(({ on }) => on === 'episode'),
    ),
  ].join('\n')

const itemText = ({ about, text }: ReportLine): string => `- ${cellText(about)}: ${cellText(text)}`

const tableText = (title: string, rows: readonly Accounted[]): readonly string[] =>
  rows.length === 0
    ? []
    : [
        `### ${title}\n`,
        '| element | kept exactly | kept in meaning | left out | how, or why |',
        '|---|---:|---:|---:|---|',
        ...rows.map(
          ({ name, exact, meant, leftOut, reason }) =>
            `| \`${cellText(name)}\` | ${exact || ''} | ${meant || ''} | ${leftOut || ''} | ${reason} |`,
        ),
        '',
      ]

/** On one line, and no mark-up of a stranger's. */
const cellText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[|<>[\]]/g, '\\$&')
    .replace(/\\([<>])(?=)/g, (_, sign: string) => (sign === '<' ? '&lt;' : '&gt;'))
