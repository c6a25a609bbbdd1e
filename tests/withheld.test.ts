/** What is held back or was taken out, and is in the output folder from an earlier build: said, never deleted. */

import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { mp3 } from './support/mpeg.ts'
import { type Run, rebuild, runShow } from './support/run.ts'
import { say } from './support/terminal.ts'

const later = '2026-12-24T20:00:00Z'
const vtt = 'WEBVTT\n\n00:00.000 --> 00:04.000\nGood evening.\n'
const third = (fields: Readonly<Record<string, string>>) => ({
  ...goodShow(),
  '003.md': documentOf({ ...frontMatter['002.md'], title: 'Third', episode: '3', ...fields }, 'Notes.\n'),
  '003.mp3': mp3({ seconds: 12 }),
  '003.vtt': vtt,
})
const transcripts = ['vtt', 'json', 'txt'].map(ending => `public/transcripts/003.${ending}`)
const left = `public/003.mp3, ${transcripts.slice(0, -1).join(', ')} and ${transcripts.at(-1)}`
const remove = (root: string): void => {
  for (const path of ['public/003.mp3', ...transcripts]) rmSync(join(root, path))
}
const saidOf = ({ diagnostics }: Run) =>
  diagnostics
    .filter(({ rule }) => rule === 'output/withheld')
    .map(({ place, message }) => [place.file, message])

describe('a recording that is not out, and stays in the output folder', () => {
  test.each([
    ['of a draft', { draft: 'true' }, 'a draft'],
    ['of a later day', { date: later }, 'an episode that is not out yet'],
  ])('%s is told by every build and every check, until it is removed', async (_, fields, what) => {
    const said = [
      ['episodes/003.md', `${left} belong to ${what}, and anybody who guesses the address can get them`],
    ]
    const run = await runShow(third(fields), { drafts: true })
    expect(saidOf(run)).toEqual([])
    expect(saidOf(await rebuild(run.root))).toEqual(said)
    expect(saidOf(await rebuild(run.root))).toEqual(said)
    expect(saidOf(await rebuild(run.root, { check: true }))).toEqual(said)
    expect(saidOf(await rebuild(run.root, { audio: false }))).toEqual(said)
    expect(existsSync(join(run.root, 'public/003.mp3'))).toBe(true)
    remove(run.root)
    expect((await rebuild(run.root)).ids).not.toContain('output/withheld')
  })

  test('its page and the player for other sites are told too, each until it is removed', async () => {
    const withPages = String(goodShow()['show.md']).replace('---\n', '---\nwebsite: true\n')
    const run = await runShow({ ...third({ draft: 'true' }), 'show.md': withPages }, { drafts: true })
    const told = async (): Promise<string> => saidOf(await rebuild(run.root)).join(' ')
    expect(await told()).toMatch(/public\/003\/index\.html.*public\/003\/embed\.html/)
    remove(run.root)
    rmSync(join(run.root, 'public/003/index.html'))
    expect(await told()).toContain('public/003/embed.html belongs to a draft')
    rmSync(join(run.root, 'public/003/embed.html'))
    expect(await told()).toBe('')
  })

  test('its pages are told of by a build without pages too; a page of somebody else is not', async () => {
    const withPages = String(goodShow()['show.md']).replace('---\n', '---\nwebsite: true\n')
    const run = await runShow({ ...third({ draft: 'true' }), 'show.md': withPages }, { drafts: true })
    const told = async (): Promise<string> => saidOf(await rebuild(run.root, { website: false })).join(' ')
    expect(await told()).toMatch(/public\/003\/index\.html.*public\/003\/embed\.html/)
    writeFileSync(join(run.root, 'public/003/index.html'), '<title>Mine</title>')
    expect(await told()).not.toContain('index.html')
    expect(await told()).toContain('public/003/embed.html')
  })

  test('stops a strict build', async () => {
    const run = await runShow(third({ draft: 'true' }), { drafts: true })
    expect((await rebuild(run.root, { strict: true })).output).toBeUndefined()
  })

  test('is nothing to say where it is looked at', async () => {
    const run = await runShow(third({ date: later }), { now: later, look: 'here' })
    expect(saidOf(run)).toEqual([])
    expect(saidOf(await rebuild(run.root, { drafts: true }))).toEqual([])
    expect(saidOf(await rebuild(run.root, { now: later, look: 'here' }))).toEqual([])
  })

  test('that a published episode has too is published', async () => {
    const files = { ...third({ draft: 'true', image: 'cover.jpg' }) }
    const run = await runShow(files, { drafts: true })
    expect(saidOf(await rebuild(run.root)).join()).not.toContain('cover.jpg')
  })

  test('may be meant so', async () => {
    const run = await runShow(third({ draft: 'true', allow: '[output/withheld]' }), { drafts: true })
    expect((await rebuild(run.root)).ids.filter(id => /withheld|allow/.test(id))).toEqual([])
  })

  test('but nobody is told of what the output never had', async () => {
    expect(saidOf(await runShow(third({ draft: 'true' })))).toEqual([])
  })
})

test.each([
  ['its Markdown', ['003.md']],
  ['all its files', ['003.md', '003.mp3', '003.vtt']],
])('an episode that was taken out with %s leaves its files, and every build says so', async (_, lost) => {
  const run = await runShow(third({}))
  for (const path of lost) rmSync(join(run.root, 'episodes', path))
  const said = [
    [
      'public/003.mp3',
      `${left} belong to an episode that was taken out of the feed, and anybody who guesses the address can get them`,
    ],
  ]
  expect(saidOf(await rebuild(run.root, { accept: ['gone:003'] }))).toEqual(said)
  expect(saidOf(await rebuild(run.root))).toEqual(said)
})

describe('pages of earlier builds, where a build makes none', () => {
  const withPages = {
    ...goodShow(),
    'show.md': String(goodShow()['show.md']).replace('---\n', '---\nwebsite: true\n'),
  }
  const told = ({ diagnostics }: Run) =>
    diagnostics.filter(({ rule }) => rule === 'output/pages-left').map(({ message }) => message)
  const said =
    'public has 6 pages of earlier builds, such as public/index.html, which go out of date because this one makes none'

  test('are told once, by every build, and stay', async () => {
    const run = await runShow(withPages)
    expect(told(run)).toEqual([])
    for (const more of [{}, { check: true }, { audio: false }])
      expect(told(await rebuild(run.root, { website: false, ...more }))).toEqual([said])
    expect(existsSync(join(run.root, 'public/001/index.html'))).toBe(true)
    expect(told(await rebuild(run.root))).toEqual([])
    for (const path of ['index.html', '001', '002'])
      rmSync(join(run.root, 'public', path), { recursive: true })
    expect(told(await rebuild(run.root, { website: false }))).toEqual([
      'public/404.html is a page of an earlier build, which goes out of date because this one makes no pages',
    ])
    rmSync(join(run.root, 'public/404.html'))
    expect(told(await rebuild(run.root, { website: false }))).toEqual([])
  })

  test('are as many as have been written', async () => {
    const run = await runShow(withPages)
    const pages = run.artefacts.filter(({ path }) => path.endsWith('.html'))
    expect(told(await rebuild(run.root, { website: false })).join()).toContain(
      `public has ${pages.length} pages`,
    )
  })

  test('what to do about them is what the user can do: take back the option, or write the field', async () => {
    const helps = ({ diagnostics }: Run) =>
      diagnostics.filter(({ rule }) => rule === 'output/pages-left').map(({ help }) => help)
    const run = await runShow(withPages)
    expect(helps(await rebuild(run.root, { website: false }))).toEqual([
      'Leave out `--no-website` to keep them up to date; or remove them here, and wherever the folder was uploaded.',
    ])
    writeFiles(join(run.root, 'episodes'), goodShow())
    expect(helps(await rebuild(run.root))).toEqual([
      'Write `website: true` in show.md to keep them up to date; or remove them here, and wherever the folder was uploaded.',
    ])
  })

  test('that of an episode that was taken out too, which is withheld', async () => {
    const run = await runShow(withPages)
    rmSync(join(run.root, 'episodes/002.md'))
    rmSync(join(run.root, 'episodes/002.mp3'))
    const gone = await rebuild(run.root, { website: false, accept: ['gone:002'] })
    expect(saidOf(gone).join()).toContain('public/002/index.html')
    expect(told(gone)).toEqual([said])
  })

  test('are none where somebody else made them, or nobody did', async () => {
    const run = await runShow(goodShow())
    expect(told(run)).toEqual([])
    writeFiles(join(run.root, 'public'), { 'index.html': '<title>Mine</title>', '001/index.html': 'mine' })
    expect(told(await rebuild(run.root))).toEqual([])
  })

  test('the program asks each time whether they are still there', async () => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), withPages)
    const world = { cwd, env: { HOME: cwd } }
    await say(world)
    for (let times = 1; times <= 3; times++)
      expect((await say(world, '--no-website')).stderr).toContain('output/pages-left')
    for (const path of ['index.html', '404.html', '001', '002'])
      rmSync(join(cwd, 'public', path), { recursive: true })
    expect((await say(world, '--no-website')).stderr).not.toContain('output/pages-left')
  })
})

test('the program, which remembers its last build, asks each time whether the file is still there', async () => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), third({ draft: 'true' }))
  const world = { cwd, env: { HOME: cwd } }
  await say(world, '--drafts')
  for (let times = 1; times <= 3; times++) expect((await say(world)).stderr).toContain('output/withheld')
  remove(cwd)
  for (let times = 1; times <= 2; times++) expect((await say(world)).stderr).not.toContain('output/withheld')
  writeFiles(join(cwd, 'public'), { '003.mp3': 'back again' })
  expect((await say(world)).stderr).toContain('output/withheld')
})
