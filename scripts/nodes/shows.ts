/** Shows that every Node must make the same of: what is built of them, what is said about them, and what the command line itself says. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { reporters } from '../../src/report/index.ts'
import { everythingShow } from '../../tests/support/everything-show.ts'
import { type Files, writeFiles } from '../../tests/support/folder.ts'
import { goldenFolder, goldenShow, goldenShows } from '../../tests/support/golden-shows.ts'
import { goodShow } from '../../tests/support/good-show.ts'
import { lay } from '../../tests/support/lay.ts'
import { mp3 } from '../../tests/support/mpeg.ts'

export const reporterNames = reporters.map(({ name }) => name)

/** Where Nodes are known to differ, or might: addresses, names, zones, letters and languages. */
const differingShow = (): Files => ({
  ...lay({
    'show.md': [
      'link: https://STRAẞE.example/a^b|c{d}/?q=^',
      'timezone: America/New_York',
      'funding: https://münchen.example/^/ä',
    ].join('\n'),
    '001.md': [
      'date: 2026-03-08 02:30',
      'link: https://show.example/^',
      'persons: [Ödön ẞ, "★\ufe0f Star", 👩🏽‍✈️ Ada]',
    ].join('\n'),
  }).files,
  '003 – Ǆ ﬁ ẞ.md':
    '---\ntitle: 3 ﬁ ẞ\ndate: 2025-11-02 01:30\nseason: 1\nepisode: 3\n---\n<https://ẞ.example/a^b>, [a](/x^y|z), ada@show.example, www.show.example/^\n',
  '003 – Ǆ ﬁ ẞ.mp3': mp3({ seconds: 12 }),
})

/** Mistakes whose help is looked up: of a language, a zone, a region, a key. */
const wrongShow = (): Files => ({
  ...goodShow(),
  'show.md':
    '---\ntitel: ★\ufe0f 港の水先案内人 👩🏽‍✈️\nlanguage: deutsch\ntimezone: Europe/Brusels\nlocations: { name: Ghent, country: uk }\n---\n',
  '001.md': '---\ntitle: [\n---\n',
  '002.md': '---\ntitle: Second\ndate: 31.12.2026\nlink: https://a^b.example/\n---\n',
})

export const layShows = (root: string, folder: string): { good: string[]; wrong: string[] } => {
  const lays: Readonly<Record<string, Files>> = {
    ...Object.fromEntries(goldenShows(root).map(name => [`golden-${name}`, goldenShow(root, name)])),
    everything: everythingShow(),
    differing: differingShow(),
    wrong: wrongShow(),
  }
  for (const [name, files] of Object.entries(lays)) writeFiles(join(folder, name), files)
  const names = Object.keys(lays)
  // A golden show of mistakes has no feed.
  const isWrong = (name: string): boolean =>
    name === 'wrong' ||
    (name.startsWith('golden-') &&
      !existsSync(join(goldenFolder(root), name.slice('golden-'.length), 'feed.xml')))
  return { good: ['sample', ...names.filter(name => !isWrong(name))], wrong: names.filter(isWrong) }
}
