/** Faults that were published before they were refused are let be, and new ones of their kind are not. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { doorOf } from '../src/door/index.ts'
import { load } from '../src/load/index.ts'
import type { Lock } from '../src/model.ts'
import { probe } from '../src/probe/index.ts'
import { renderLock } from '../src/render/index.ts'
import { readyOf } from '../src/report/index.ts'
import { rules } from '../src/rules.ts'
import { canStop } from '../src/targets.ts'
import { digest } from '../src/units/digest.ts'
import { type Files, writeFiles } from './support/folder.ts'
import { bodies, documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { jpeg } from './support/image.ts'
import { recipe } from './support/recipe.ts'
import { asVersion1, type Run, rebuild, runShow } from './support/run.ts'

const inShow = ({ root }: Pick<Run, 'root'>, path: string): string => join(root, 'episodes', path)
const lockText = (run: Pick<Run, 'root'>): string => readFileSync(inShow(run, 'feed.lock.json'), 'utf8')
const lockOf = (run: Pick<Run, 'root'>): Lock => JSON.parse(lockText(run))
const write = (run: Run, files: Files): void => void writeFiles(inShow(run, ''), files)
const showMd = (fields: Readonly<Record<string, string>>): Files => ({
  'show.md': documentOf({ ...frontMatter['show.md'], ...fields }, bodies['show.md']),
})
const episodeMd = (number: number, fields: Readonly<Record<string, string>> = {}): Files => ({
  [`00${number}.md`]: documentOf(
    {
      ...frontMatter['002.md'],
      title: `Part ${number}`,
      date: `2026-02-0${number}`,
      episode: `${number}`,
      ...fields,
    },
    'Notes.\n',
  ),
})

/** The digest of the cover, as it is measured. */
const pictureOf = async (run: Run): Promise<string> => {
  const door = doorOf(join(run.root, 'episodes'))
  const manuscript = load(door, 'episodes').value!
  return (await probe(door, manuscript)).value.picture!.digest
}

/** As a show that was published by 0.1.0, which did not know the rule. */
const published = async (files: Files = {}): Promise<Run> => {
  const run = await runShow(goodShow())
  asVersion1(inShow(run, 'feed.lock.json'))
  write(run, files)
  return run
}
const note = 'history/inherited'

describe('when version 1 becomes 2', () => {
  test('a fault that it could publish is recorded and said once; then one note says that it is there', async () => {
    const run = await published(showMd({ author: 'Your Name' }))
    const first = await rebuild(run.root)
    expect(first.ids).toEqual([note])
    expect(first.diagnostics[0]).toMatchObject({ severity: 'note' })
    expect(first.diagnostics[0]?.related?.[0]).toMatchObject({
      place: { file: 'episodes/show.md', line: 9 },
      message: expect.stringMatching(/^show\/placeholder: .*Your Name/),
    })
    expect(lockOf(run).inherited).toEqual({ 'show/placeholder': [digest('Your Name')] })
    const next = await rebuild(run.root)
    expect(next.ids).toEqual([note])
    expect(next.diagnostics[0]?.related).toEqual([])
    expect(next.diagnostics[0]?.message).toBe(
      'a fault that was already published does not stop the build: "Your Name" is still a placeholder (`author`), and listeners and directories would see it (show/placeholder)',
    )
  })

  test('it is in the way of nothing: not with --strict, not with --frozen, before or after', async () => {
    const run = await published(showMd({ author: 'Your Name' }))
    for (let i = 0; i < 2; i++) {
      expect((await rebuild(run.root, { frozen: true, ci: true })).output).toBeDefined()
      expect((await rebuild(run.root, { strict: true })).output).toBeDefined()
      expect((await rebuild(run.root, { check: true })).diagnostics.map(one => one.rule)).toEqual([note])
    }
  })

  test('what 0.1.0 refused was never published: that is an error as ever', async () => {
    const run = await published(showMd({ language: 'eng' }))
    const before = lockText(run)
    const { ids, output } = await rebuild(run.root)
    expect(ids).toEqual(['show/language'])
    expect(output).toBeUndefined()
    expect(lockText(run)).toBe(before)
  })

  test('an episode that the lock does not know was not published with it', async () => {
    const fault = { link: 'https://example.com/3' }
    const run = await published({ ...episodeMd(3, fault), '003.mp3': recipe('mp3', '13') })
    expect((await rebuild(run.root)).ids).toContain('show/placeholder')
    const known = await runShow({ ...goodShow(), ...episodeMd(3), '003.mp3': recipe('mp3', '13') })
    asVersion1(inShow(known, 'feed.lock.json'))
    write(known, episodeMd(3, fault))
    expect((await rebuild(known.root)).ids).toContain(note)
  })
})

describe('a fault that is recorded', () => {
  const recorded = async (): Promise<Run> => {
    const run = await published(showMd({ author: 'Your Name' }))
    await rebuild(run.root)
    return run
  }

  test('is let be whatever else changes', async () => {
    const run = await recorded()
    write(run, showMd({ author: 'Your Name', title: 'Harbours' }))
    expect((await rebuild(run.root)).ids).toEqual([note])
  })

  test('of another value is a new one', async () => {
    const run = await recorded()
    write(run, showMd({ author: 'Ada Pier', link: 'https://example.com/' }))
    expect((await rebuild(run.root)).ids).toEqual(['show/placeholder'])
  })

  test('that was put right, and comes back, is a new one', async () => {
    const run = await recorded()
    write(run, showMd({}))
    expect((await rebuild(run.root)).ids).toEqual([])
    expect(lockOf(run)).not.toHaveProperty('inherited')
    write(run, showMd({ author: 'Your Name' }))
    expect((await rebuild(run.root)).ids).toEqual(['show/placeholder'])
  })

  test('is said of no directory', async () => {
    const run = await recorded()
    const { diagnostics } = await rebuild(run.root)
    expect(Object.values(readyOf('show', diagnostics, rules)).every(inTheWay => inTheWay.length === 0)).toBe(
      true,
    )
  })
})

describe('a lock as an import writes it', () => {
  const imported = async (files: Files, edit: (lock: Lock) => Lock): Promise<Run> => {
    const run = await runShow(goodShow())
    writeFileSync(inShow(run, 'feed.lock.json'), renderLock(edit(lockOf(run))))
    write(run, files)
    return run
  }
  const withFault =
    (rule: string, ...about: readonly string[]) =>
    (lock: Lock): Lock => ({
      ...lock,
      inherited: { [rule]: about.map(digest) },
    })

  test('lets a feed without a language be; not without a link, which is another field of that rule', async () => {
    const { language: _, ...rest } = frontMatter['show.md']
    const noLanguage = { 'show.md': documentOf(rest, bodies['show.md']) }
    const run = await imported(noLanguage, withFault('front-matter/required', 'language', 'link'))
    const built = await rebuild(run.root)
    expect(built.ids).toEqual([note])
    expect(built.feed).not.toContain('<language>')
    const { link: __, ...linkless } = rest
    write(run, { 'show.md': documentOf(linkless, bodies['show.md']) })
    expect((await rebuild(run.root)).ids).toContain('front-matter/required')
  })

  test('one that is about a picture is let be until that is replaced', async () => {
    const small = jpeg({ width: 1000, height: 1000 })
    const run = await runShow(goodShow())
    write(run, { 'cover.jpg': small })
    const refused = await rebuild(run.root)
    expect(refused.ids).toContain('artwork/size')
    // What the lock would say, had it been published so.
    const picture = await pictureOf(run)
    const lock = lockOf(run)
    writeFileSync(
      inShow(run, 'feed.lock.json'),
      renderLock({
        ...lock,
        artwork: { ...lock.artwork!, digest: picture },
        inherited: { 'artwork/size': [digest(picture)] },
      }),
    )
    expect((await rebuild(run.root)).ids).toEqual([note])
    write(run, { 'cover.jpg': jpeg({ width: 900, height: 900 }) })
    expect((await rebuild(run.root)).ids).toContain('artwork/size')
  })

  test('of several values of one rule each is known by itself', async () => {
    const run = await imported({}, lock => lock)
    write(run, showMd({ categories: 'Ships' }))
    expect((await rebuild(run.root)).ids).toContain('show/category-known')
    const lock = lockOf(run)
    const inherited = { 'show/category-known': [digest('Ships'), digest('Boats')] }
    writeFileSync(inShow(run, 'feed.lock.json'), renderLock({ ...lock, inherited }))
    expect((await rebuild(run.root)).ids).toContain(note)
    expect(lockOf(run).inherited).toEqual({ 'show/category-known': [digest('Ships')] })
    write(run, showMd({ categories: 'Ports' }))
    expect((await rebuild(run.root)).ids).toContain('show/category-known')
  })

  test('where the recording is not at hand, what is about the episode stays recorded', async () => {
    const inherited = { 'audio/extension': [digest('x')] }
    const run = await imported({}, lock => ({
      ...lock,
      episodes: { ...lock.episodes, '001': { ...lock.episodes['001']!, inherited } },
    }))
    rmSync(inShow(run, '001.mp3'))
    await rebuild(run.root)
    expect(lockOf(run).episodes['001']?.inherited).toEqual(inherited)
  })
})

describe('never inherited', () => {
  const inheritable = rules.filter(rule => (rule.inherits ?? 'never') !== 'never').map(rule => rule.id)

  test.each([
    ['identity', /guid|^history\/|^lock\//],
    ['containment', /outside|^files\/|^output\//],
    ['passwords', /credentials/],
    ['audio that cannot be played', /^audio\/(?!extension$)|^web\//],
    ['what cannot be read at all', /^front-matter\/(?!required$)/],
    ['dates', /^date\//],
  ])('%s', (_, kind) => {
    const those = rules.filter(rule => kind.test(rule.id)).map(rule => rule.id)
    expect(those.length).toBeGreaterThan(0)
    expect(inheritable.filter(id => kind.test(id))).toEqual([])
  })

  test('every rule that stops a build says whether it is', () => {
    const silent = rules.filter(rule => canStop(rule) && rule.inherits === undefined)
    // Of a feed that exists nothing is built.
    expect(silent.filter(rule => !rule.id.startsWith('document/'))).toEqual([])
    expect(inheritable.length).toBeGreaterThan(25)
  })
})
