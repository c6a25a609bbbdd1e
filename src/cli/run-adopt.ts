import { basename, join, relative, resolve, sep } from 'node:path'
import { type Adopted, adopt, notWhole } from '../adopt/index.ts'
import { readFeedFile } from '../door/feed-file.ts'
import { doorOf, isFolder, isThere } from '../door/index.ts'
import { counted } from '../report/counts.ts'
import { ours } from '../units/shell.ts'
import { create } from '../write/create.ts'
import { type ExitCode, hint, type Io, UsageError } from './io.ts'
import { isUrl } from './is-feed.ts'
import { plainFolder } from './shows.ts'

export interface AdoptFlags {
  readonly feed?: string
  readonly show: string
  readonly dryRun?: boolean
  readonly title?: string
  readonly link?: string
  readonly baseUrl?: string
  readonly language?: string
  readonly category?: string
  readonly email?: string
  readonly timezone?: string
  readonly allowPrivate?: boolean
}

/** Asks nobody anything: what it cannot know is marked in what it writes, or told by a flag. So it never waits in CI. */
export const runAdopt = async (asked: string | undefined, flags: AdoptFlags, io: Io): Promise<ExitCode> => {
  const folder = plainFolder(asked ?? '.')
  const location = resolve(io.cwd, folder)
  if (!isFolder(location))
    throw new UsageError(`${asked ?? '.'} is not a folder; name the one that holds the site`)
  const path = resolve(location, flags.show)
  const show = relative(location, path).replaceAll(sep, '/')
  if (show.startsWith('..')) throw new UsageError(`--show ${flags.show} is outside ${folder}`)
  const shown = folder === '.' ? show : `${folder}/${show}`
  if (!flags.dryRun && isThere(path))
    throw new UsageError(`${shown} is there already; name another with --show, or look with --dry-run`)
  const { title, link, baseUrl, language, email, timezone, category } = flags
  const adopted = adopt({
    door: doorOf(location),
    folder,
    show,
    facts: { title, link, baseUrl, language, email, timezone, categories: category },
    feed: await feedOf(flags, location, show, io),
    now: io.now(),
  })
  if (adopted.guessed === undefined) {
    io.stderr.write(
      `nothing in ${folder} looks like an episode: no page names a recording, and no folder holds pages with front matter${
        adopted.site.isWhole ? '' : `; ${notWhole}, so name the folder that holds the episodes`
      }\n`,
    )
    return 1
  }
  io.stdout.write(flags.dryRun ? adopted.text : `${shown}\n`)
  if (!flags.dryRun) {
    const refusal = create([{ path, text: adopted.text }])
    if (refusal) throw new UsageError(`${shown} cannot be written: ${refusal.reason}`)
  }
  io.stderr.write(`${reportOf(adopted, shown, flags.dryRun ?? false, io).join('\n')}\n`)
  return adopted.errors.length > 0 ? 1 : 0
}

const feedOf = async ({ feed, allowPrivate }: AdoptFlags, location: string, show: string, io: Io) => {
  if (feed === undefined) return undefined
  if (isUrl(feed)) {
    const { readFeedBytes } = await import('./feeds.ts')
    return { bytes: (await readFeedBytes(feed, allowPrivate ?? false, io)).bytes, name: feed }
  }
  const read = readFeedFile(resolve(io.cwd, feed))
  if ('problem' in read) throw new UsageError(`${feed} cannot be read: ${read.problem}`)
  const inside = relative(location, resolve(io.cwd, feed)).replaceAll(sep, '/')
  const from = relative(join(location, show, '..'), resolve(io.cwd, feed)).replaceAll(sep, '/')
  return { bytes: read.bytes, name: inside.startsWith('..') ? undefined : from }
}

const reportOf = (
  { site, guessed, zone, episodes, first, score, errors }: Adopted,
  shown: string,
  isDry: boolean,
  io: Io,
): readonly string[] => [
  '',
  site.preset === undefined
    ? 'No generator is known by its configuration.'
    : `The site is made with ${site.preset.name}, as ${site.configurationFile} says.`,
  `${counted(episodes, 'episode')}, in ${guessed.content.join(', ')}${guessed.whereWhy === undefined ? '' : `; ${guessed.whereWhy}`}.`,
  ...(site.isWhole ? [] : [`Of a larger site: ${notWhole}.`]),
  ...guessed.fields.map(({ key, why }) => `  ${key}: ${why}`),
  ...(zone === undefined ? [] : [`  timezone: ${zone.zone}; ${zone.why}`]),
  ...(first.length === 0
    ? []
    : ['', 'The newest episode, as it is read:', ...first.map(([key, value]) => `  ${key}: ${value}`)]),
  ...(score === undefined
    ? []
    : [
        '',
        `Of ${score.items} items of the feed, ${score.matched} are episodes here. The same in both:`,
        ...Object.entries(score.same).map(([key, count]) => `  ${key}: ${count} of ${score.matched}`),
      ]),
  ...(errors.length === 0
    ? []
    : [
        '',
        `${counted(errors.length, 'error')}:`,
        ...errors.slice(0, 5).map(({ place, message }) => `  ${place.file}:${place.line ?? 1}: ${message}`),
      ]),
  '',
  'Next:',
  ...(isDry
    ? [`  1. write it, without \`--dry-run\``]
    : [`  1. look through ${shown}, and fill in what is marked`]),
  hint(
    `  2. run \`${ours('', basename(shown) === 'show.md' ? shown.replace(/\/?show\.md$/, '') || '.' : shown)}\``,
    io,
  ),
]
