/**
 * A stranger's show tries to get at what is not its own: every field that names a file, and every file that is found by its name,
 * by every way. Nothing of it may be in the output, in a message, in what is shown of a file, in the cache; and it is said where
 * it stands.
 */

import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../src/build.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { audioEndings, imageEndings, isMarkdown, lockName, markdownEndings } from '../../src/names.ts'
import { chapterEndings, transcriptTypes } from '../../src/probe/find.ts'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { goodShow } from '../support/good-show.ts'
import { mp3 } from '../support/mpeg.ts'
import { say } from '../support/terminal.ts'
import { type Scene, sceneOf, secretFile, type Way, ways, write } from './escape-table.ts'
import { documentWith, episodeFields, type Field, fileFields, showFields } from './file-fields.ts'

/** Something that a show can name, or have beside an episode. */
interface Target {
  readonly what: string
  /** Of the secret; where the field does not say otherwise, also of the file in the show. */
  readonly file: string
  /** Of the episode that it belongs to. */
  readonly stem: string
  readonly field?: Field
}

/** What nobody may see. The dashes keep one from being a part of another. */
const tokenOf = ({ stem }: Pick<Target, 'stem'>): string => `TOP-SECRET-${stem}-`

const endingFor = ({ name }: Field): string => {
  if (/audio|trailers|alternateEnclosures/.test(name)) return 'mp3'
  if (/transcripts/.test(name)) return 'vtt'
  return name === 'chapters' ? 'chapters.txt' : 'jpg'
}

let named: readonly Target[] = []
beforeAll(async () => {
  const fields = await fileFields()
  named = fields.map((field, i) => ({
    what: field.name,
    file: `bait-${i}.${endingFor(field)}`,
    stem: `f${i}`,
    field,
  }))
})

/** Files that are found because they bear the name of an episode, or one that every show has. */
const beside: readonly Target[] = [
  ...audioEndings.map(ending => `.${ending}`),
  ...imageEndings.map(ending => `.${ending}`),
  ...Object.keys(transcriptTypes).map(ending => `.${ending}`),
  ...chapterEndings,
  '.de.vtt',
  ...markdownEndings.map(ending => `.${ending}`),
].map((ending, i) => ({ what: `beside: ${ending}`, file: `s${i}${ending}`, stem: `s${i}` }))

/** The show, with every target in it. */
const lay = async (scene: Scene, targets: readonly Target[], way: Way): Promise<void> => {
  const say = (target: Target): string => way.written?.(target.file, scene) ?? target.file
  const writtenIn = (target: Target) => target.field!.with(say(target))
  const show: Record<string, unknown> = { ...showFields }
  for (const target of targets.filter(one => one.field?.document === 'show')) {
    const { key } = target.field!
    // What several fields say under one key becomes one list.
    show[key] = key in showFields ? writtenIn(target) : [show[key] ?? [], writtenIn(target)].flat()
    if (key === 'liveItems')
      show[key] = (show[key] as object[]).map((item, i) => ({
        ...item,
        guid: `live-${i}`,
        contentLinks: 'https://show.example/live',
      }))
  }
  const files: Record<string, string | Uint8Array> = {
    'show.md': documentWith(show as typeof showFields),
    'cover.jpg': goodShow()['cover.jpg'] as Uint8Array,
  }
  for (const [i, target] of targets.entries()) {
    if (target.field?.document === 'show') continue
    const fields = target.field ? { [target.field.key]: writtenIn(target) } : {}
    if (!isMarkdown(target.file))
      files[`${target.stem}.md`] = documentWith({ ...episodeFields(i + 1), ...fields })
    const hasOwnAudio = target.field?.key !== 'audio' && !audioEndings.includes(endingOf(target.file))
    if (hasOwnAudio || (target.field && target.field.key !== 'audio'))
      files[`${target.stem}.mp3`] = audioOf(i)
  }
  writeFiles(scene.show, files)
  if (way.put) for (const target of targets) await way.put(join(scene.show, target.file), target.file, scene)
}

/** Each is another one, and made once. */
const made: Uint8Array[] = []
const audioOf = (i: number): Uint8Array => (made[i] ??= mp3({ seconds: 10 + i }))

const endingOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1)

const secretsOf = (targets: readonly Target[]) =>
  Object.fromEntries(targets.map(target => [target.file, secretFile(target.file, tokenOf(target))]))

/** Everything that a build leaves behind or says. */
const attack = async (
  scene: Scene,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly traces: string }> => {
  const cache = temporaryFolder()
  const { diagnostics } = await build({
    location: scene.show,
    folder: 'episodes',
    out: join(scene.repository, 'public'),
    outFolder: 'public',
    now: Date.parse('2026-11-24T12:00:00Z'),
    audio: true,
    generator: 'build-feed test',
    process: { id: process.pid, isRunning: () => true },
  })
  const world = { cwd: scene.repository, env: { XDG_CACHE_HOME: cache }, terminal: true }
  const said = await say(world)
  const published = [cache, join(scene.repository, 'public')].map(contentOf)
  return {
    diagnostics,
    traces: [JSON.stringify(diagnostics), said.stdout, said.stderr, ...published, lockIn(scene)].join('\n'),
  }
}

/** Unless it is what the attack has put there. */
const lockIn = ({ show }: Scene): string => {
  const lock = join(show, lockName)
  const there = lstatSync(lock, { throwIfNoEntry: false })
  return there?.isFile() ? readFileSync(lock, 'latin1') : ''
}

const contentOf = (folder: string): string =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
        .join('\n')
    : ''

const leaksOf = (targets: readonly Target[], traces: string): readonly string[] =>
  targets.filter(target => traces.includes(tokenOf(target))).map(({ what }) => what)

/** Whether an error says something of it, at its place: the file, its episode, or the line of show.md that its key is in. */
const isSaid = (
  { file, stem, field }: Target,
  diagnostics: readonly Diagnostic[],
  { show }: Scene,
): boolean =>
  diagnostics.some(({ severity, place }) => {
    if (severity !== 'error') return false
    if (place.file === `episodes/${file}`) return true
    if (field?.document !== 'show') return place.file === `episodes/${stem}.md`
    const line = readFileSync(join(show, 'show.md'), 'utf8').split('\n')[(place.line ?? 0) - 1]
    return place.file === 'episodes/show.md' && line?.startsWith(`${field.key}:`) === true
  })

describe('a field that names a file', () => {
  const tried = ways
  test.each(tried)(`gets nothing by $name (of ${tried.length} ways)`, async way => {
    const scene = sceneOf(secretsOf(named), way)
    await lay(scene, named, way)
    const { diagnostics, traces } = await attack(scene)
    expect(leaksOf(named, traces)).toEqual([])
    expect(named.filter(target => !isSaid(target, diagnostics, scene)).map(({ what }) => what)).toEqual([])
  })
})

describe(`a file beside an episode (of ${beside.length} kinds)`, () => {
  const tried = ways.filter(way => way.put)
  test.each(tried)(`gets nothing as $name (of ${tried.length} ways)`, async way => {
    const scene = sceneOf(secretsOf(beside), way)
    await lay(scene, beside, way)
    const { diagnostics, traces } = await attack(scene)
    expect(leaksOf(beside, traces)).toEqual([])
    if (way.isHarmless) return
    expect(beside.filter(target => !isSaid(target, diagnostics, scene)).map(({ what }) => what)).toEqual([])
  })
})

describe.each(['show.md', '001.md', '001.mp3', 'cover.jpg', lockName])('%s', name => {
  const tried = ways.filter(way => way.put)
  test.each(tried)(`gets nothing as $name (of ${tried.length} ways)`, async way => {
    const target: Target = { what: name, file: name, stem: name.replace(/\..*/, '') }
    const scene = sceneOf(secretsOf([target]), way)
    const { [name]: _, ...rest } = goodShow()
    writeFiles(scene.show, rest)
    await way.put!(join(scene.show, name), name, scene)
    const { diagnostics, traces } = await attack(scene)
    expect(leaksOf([target], traces)).toEqual([])
    if (way.isHarmless && /001\.md|lock/.test(name)) return
    expect(diagnostics.filter(({ severity }) => severity === 'error')).not.toEqual([])
  })
})

/** Or nothing above would prove anything. */
test('what is tried to be had would be published, were it the show’s own', async () => {
  const own = [...named, ...beside.filter(({ file }) => /\d\.(?:mp3|jpg|vtt|chapters\.txt)$/.test(file))]
  const scene = sceneOf({ nothing: '' })
  await lay(scene, own, {
    name: 'a file of the show',
    put: (at, file) => write(at, secretFile(file, tokenOf(own.find(one => one.file === file)!))),
  })
  const { diagnostics, traces } = await attack(scene)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(own.map(({ what }) => what).filter(what => !leaksOf(own, traces).includes(what))).toEqual([])
})
