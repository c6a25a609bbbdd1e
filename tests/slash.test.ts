/** Names as Jekyll and Hugo have them, from the root of the site: nothing outside is read, and the message says what is meant. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { goodAudio, goodShow } from './support/good-show.ts'
import { lay } from './support/lay.ts'
import { recipe } from './support/recipe.ts'
import { runShow } from './support/run.ts'
import { say } from './support/terminal.ts'

const cover = goodShow()['cover.jpg']!
const vtt = 'WEBVTT\n\n00:00.000 --> 00:09.000\nHello\n'

const cases: readonly [
  what: string,
  example: Readonly<Record<string, string>>,
  files: Files,
  right: string,
][] = [
  [
    'audio',
    { '001.md': 'audio: /assets/x.mp3', '001.mp3': '!nothing' },
    { 'assets/x.mp3': goodAudio['001.mp3'] },
    'assets/x.mp3',
  ],
  ['artwork of the show', { 'show.md': 'image: /cover.jpg' }, {}, 'cover.jpg'],
  [
    'artwork of an episode',
    { '001.md': 'image: "/public/x.jpg"' },
    { 'public/x.jpg': cover },
    'public/x.jpg',
  ],
  ['a transcript', { '001.md': 'transcripts: /t/x.vtt' }, { 't/x.vtt': vtt }, 't/x.vtt'],
  [
    'one of several transcripts',
    { '001.md': 'transcripts: [{ file: /t/x.vtt }]' },
    { 't/x.vtt': vtt },
    't/x.vtt',
  ],
  [
    'a file of chapters',
    { '001.md': 'chapters: /c/x.txt' },
    { 'c/x.txt': '0:00 Intro\n0:03 Letter\n0:08 Farewell\n' },
    'c/x.txt',
  ],
  ['a portrait', { '001.md': 'persons: [{ name: Ada, img: /ada.jpg }]' }, { 'ada.jpg': cover }, 'ada.jpg'],
  [
    'an alternate enclosure',
    { '001.md': 'alternateEnclosures: [{ sources: [{ uri: /a/x.opus }] }]' },
    { 'a/x.opus': recipe('opus', '10') },
    'a/x.opus',
  ],
]

describe('a slash in front of a file that is there', () => {
  test.each(cases)(
    '%s: one finding, the right form, and a repair that works',
    async (_, example, files, right) => {
      const show = { ...lay(example).files, ...files }
      const run = await runShow(show)
      expect(run.ids.filter(id => id.startsWith('files/'))).toEqual(['files/outside-show'])
      const finding = run.diagnostics.find(found => found.rule === 'files/outside-show')!
      expect(finding.message).toContain('begins with a slash')
      expect(finding.help).toBe(`Leave the slash out: \`${right}\`.`)
      const cwd = temporaryFolder()
      writeFiles(join(cwd, 'episodes'), show)
      const said = await say({ cwd }, 'validate', '--fix')
      expect(said.stderr.replace(/^fixed .*$/gm, '')).not.toMatch(/outside-show|files\/missing/)
      expect(said.stderr).toContain('1 fix in 1 file.')
      const file = finding.place.file
      expect(readFileSync(join(cwd, file), 'utf8')).not.toContain(`/${right}`)
      expect(readFileSync(join(cwd, file), 'utf8')).toContain(right)
    },
  )
})

test('a picture of a chapter has no repair, and is told the same', async () => {
  const run = await runShow(
    lay({ '001.md': 'chapters: [0:00 Intro, { start: 3, title: Letter, image: /cover.jpg }, 0:08 Farewell]' })
      .files,
  )
  expect(run.diagnostics.map(({ rule, help, fix }) => [rule, help, fix])).toEqual([
    ['files/outside-show', 'Leave the slash out: `cover.jpg`.', undefined],
  ])
})

test.each([
  ['/etc/passwd', 'begins with a slash'],
  ['/images/nowhere.mp3', 'begins with a slash'],
  ['/../001.mp3', 'begins with a slash'],
  ['//media.example/1.mp3', 'is outside the show folder'],
  ['../../secret.mp3', 'is outside the show folder'],
])('%s stays out, without a repair', async (audio, words) => {
  const run = await runShow(lay({ '001.md': `audio: ${audio}`, '001.mp3': '!nothing' }).files)
  expect(run.diagnostics.map(({ rule, fix }) => [rule, fix])).toEqual([['files/outside-show', undefined]])
  expect(run.diagnostics[0]?.message).toContain(words)
})

test('where the name without its slash would be another file, nothing is guessed', async () => {
  const { '001.md': first, '001.mp3': audio, ...rest } = lay({ '001.md': 'audio: /001.mp3' }).files
  const run = await runShow({
    ...rest,
    'season-1/001.md': first!,
    'season-1/001.mp3': audio!,
    '001.mp3': goodAudio['002.mp3'],
  })
  expect(run.diagnostics.map(({ rule, fix }) => [rule, fix])).toEqual([['files/outside-show', undefined]])
})
