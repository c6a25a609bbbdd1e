import { resolve } from 'node:path'
import { asMp3, ffmpeg } from '../check/command.ts'
import { formatName, isTaken } from '../check/rules/audio/taken-formats.ts'
import { isThere, namesIn } from '../door/index.ts'
import { initValues } from '../init-values.ts'
import type { AudioFacts } from '../model.ts'
import { isAudio, isIgnored, isShowPath, showName } from '../names.ts'
import { factsOf } from '../probe/named-audio.ts'
import { ours } from '../units/shell.ts'
import { listed } from '../units/text.ts'
import { create, type NewFile } from '../write/create.ts'
import { type CommandDefinition, notACommand } from './commands/command.ts'
import { type FoundMedia, mediaAmong } from './found-media.ts'
import { type ExitCode, hint, type Io, isCi, UsageError } from './io.ts'
import { today } from './new-date.ts'
import { episodeText, saidByTags, titleOf } from './new-episode.ts'
import { type ShowAnswers, showText } from './new-show.ts'
import { answerKeys, answerOf } from './show-answers.ts'
import { plainFolder, shownPath } from './shows.ts'
import { takenOut } from './taken-out.ts'
import { machineLanguage, machineZone } from './terminal.ts'

export interface InitFlags extends ShowAnswers {
  /** Whether nothing is asked. */
  readonly yes?: boolean
  readonly sample?: boolean
  /** Writes the files for this CI service instead. */
  readonly ci?: string
}

/** Where the new show comes. */
interface Home {
  /** As whoever runs the program writes it. */
  readonly folder: string
  readonly at: (name: string) => string
  readonly shown: (name: string) => string
}

export const runInit = async (
  asked: string | undefined,
  flags: InitFlags,
  io: Io,
  commands: readonly CommandDefinition[],
): Promise<ExitCode> => {
  if (flags.ci !== undefined) return (await import('./init-ci.ts')).initCi(asked, flags.ci, io)
  const home = homeOf(asked, io)
  const names = namesIn(home.at('.'))
  refuseOtherShow(names, home)
  const answers = await answersOf(flags, io)
  const media = mediaAmong(names)
  const zone = machineZone()
  const start = await startOf(
    media,
    { zone, isSample: flags.sample ?? false, author: answers.author },
    home,
    io,
  )

  const ignore = ignoreFile(home, io)
  const files: readonly NewFile[] = [
    { path: home.at(showName), text: showText({ ...answers, zone, image: media.picture }) },
    ...start.files,
    ...ignore.files,
  ]
  const refusal = create(files)
  if (refusal) throw new UsageError(`${shownPath(io.cwd, refusal.path)} cannot be written: ${refusal.reason}`)

  for (const { path } of files) io.stdout.write(`${shownPath(io.cwd, path)}\n`)
  const steps = [
    ...fillIn(answers, home),
    ...(media.picture !== undefined || start.hasCover
      ? []
      : [
          `put your artwork there as ${home.shown('cover.jpg')}: a square JPEG or PNG of 1400 to 3000 pixels`,
        ]),
    ...start.steps,
    ...ignore.steps,
    `run \`${home.folder === 'episodes' || home.folder === '.' ? ours() : ours('', notACommand(home.folder, commands))}\``,
  ]
  const numbered = steps.map((step, index) => `  ${index + 1}. ${step}`)
  io.stderr.write(hint(['', ...start.remarks, 'Next:', ...numbered, ''].join('\n'), io))
  return 0
}

/** Where recordings lie already, and nobody says otherwise, the show is made of them. */
const homeOf = (asked: string | undefined, io: Io): Home => {
  const hasRecordings = (path: string): boolean =>
    namesIn(resolve(io.cwd, path)).some(name => isAudio(name) && !isIgnored(name))
  const usual = !hasRecordings('episodes') && hasRecordings('.') ? '.' : 'episodes'
  const folder = asked === undefined ? usual : plainFolder(asked)
  return {
    folder,
    at: name => resolve(io.cwd, folder, name),
    shown: name => (folder === '.' ? name : `${folder}/${name}`),
  }
}

const refuseOtherShow = (names: readonly string[], { shown }: Home): void => {
  const taken = names.find(isShowPath)
  if (taken === undefined) return
  const reason = taken === showName ? 'it is there already' : `${shown(taken)} is a show already`
  throw new UsageError(`${shown(showName)} cannot be written: ${reason}`)
}

/** What the flags say, and what somebody at the terminal adds. */
const answersOf = async (flags: InitFlags, io: Io): Promise<ShowAnswers> => {
  const known: Partial<Record<(typeof answerKeys)[number], string>> = {}
  for (const key of answerKeys) {
    const answer = answerOf(key, flags[key] ?? '')
    if (answer === undefined) continue
    if ('problem' in answer) throw new UsageError(`--${key}: ${answer.problem}`)
    known[key] = answer.value
  }
  if (io.keyboard === undefined || isCi(io) || flags.yes) return known
  const { askShow } = await import('./ask-show.ts')
  return askShow(known, { keyboard: io.keyboard, language: machineLanguage() })
}

interface Start {
  readonly files: readonly NewFile[]
  readonly steps: readonly string[]
  readonly remarks: readonly string[]
  /** Whether artwork is among the files. */
  readonly hasCover: boolean
}

interface Wanted {
  readonly zone: string
  readonly isSample: boolean
  readonly author: string | undefined
}

/** An episode for each recording; without any, the sample where it is wanted, or what makes the first one. */
const startOf = async (media: FoundMedia, wanted: Wanted, home: Home, io: Io): Promise<Start> => {
  if (media.recordings.length > 0) return ofRecordings(media, wanted, home, io)
  if (wanted.isSample) return sample(media, wanted, home, io)
  const step = `make the first episode of its recording: \`${newWords(home)} <recording.mp3>\``
  return { files: [], steps: [step], remarks: [], hasCover: false }
}

const newWords = ({ folder }: Home): string =>
  folder === 'episodes' || folder === '.' ? ours('new') : ours('new --show', folder)

const sample = async (media: FoundMedia, { zone }: Wanted, { at, shown }: Home, io: Io): Promise<Start> => {
  const { sampleFiles } = await import('./sample-files.ts')
  const names = Object.keys(sampleFiles).filter(name => name !== 'cover.jpg' || media.picture === undefined)
  const text = episodeText({
    title: 'Hello',
    date: fromMidnight(today(io.now(), zone)),
    season: 1,
    episode: 1,
    notes: initValues.notes,
  })
  return {
    files: [
      { path: at('001-hello.md'), text },
      ...names.map(name => ({ path: at(name), bytes: Buffer.from(sampleFiles[name]!, 'base64') })),
    ],
    steps: [
      `listen to ${shown('001-hello.mp3')}, and put a recording and artwork of your own in place of the sample`,
    ],
    remarks: [],
    hasCover: names.includes('cover.jpg'),
  }
}

/** So that it is in the feed at once, however early in the day this is. */
const fromMidnight = (day: string): string => `${day} 00:00`

/** The last of them is dated today, and each before it a day earlier. */
const ofRecordings = async (
  media: FoundMedia,
  { zone, author }: Wanted,
  home: Home,
  io: Io,
): Promise<Start> => {
  const measured = await Promise.all(
    media.recordings.map(async name => ({ name, facts: await factsOf(home.at(name)) })),
  )
  const recordings = measured.flatMap(({ name, facts }) => (facts === undefined ? [] : [{ name, facts }]))
  const unread = measured.filter(({ facts }) => facts === undefined)
  const numbers = numbersOf(recordings.map(({ name }) => name))
  const cover = media.picture === undefined ? undefined : home.at(media.picture)
  const files: NewFile[] = []
  for (const [index, { name, facts }] of recordings.entries()) {
    const left = recordings.length - 1 - index
    const day = today(io.now() - left * 86_400_000, zone)
    const stem = name.replace(/\.[^.]+$/, '')
    const text = episodeText({
      title: titleOf(stem, facts.tags),
      date: left === 0 ? fromMidnight(day) : day,
      season: 1,
      episode: numbers[index]!,
      notes: initValues.notes,
      ...saidByTags(facts.tags, { author }, {}, new Set()),
    })
    const inside = await takenOut(home.at(name), facts, home.at(stem), cover)
    files.push({ path: home.at(`${stem}.md`), text }, ...inside.files.filter(({ path }) => !isThere(path)))
  }
  const written = recordings.map(({ name }) => home.shown(name.replace(/\.[^.]+$/, '.md')))
  return {
    files,
    steps: [
      ...recordings.flatMap(({ name, facts }) =>
        isTaken(facts) ? [] : [conversion(home.shown(name), facts)],
      ),
      ...(written.length === 0
        ? []
        : [
            `write the notes in ${written.length > 3 ? 'the episodes' : listed(written)}, and correct the dates`,
          ]),
    ],
    remarks: unread.map(
      ({ name }) => `${home.shown(name)} holds no audio that can be measured, so it is not an episode.`,
    ),
    hasCover: false,
  }
}

const conversion = (recording: string, facts: AudioFacts): string => {
  const command = ffmpeg(recording, asMp3(facts.channels), recording.replace(/\.[^.]+$/, '.mp3'))
  return `convert ${recording}, which is ${formatName(facts)} and which Apple does not take: \`${command}\`; then move the original elsewhere`
}

/** As the names of the files begin, where each has a number of its own; else in their order. */
const numbersOf = (recordings: readonly string[]): readonly number[] => {
  const written = recordings.map(name => Number(/^\d{1,6}(?=\D)/.exec(name)?.[0] ?? 0))
  const isOwn = written.every(number => number > 0) && new Set(written).size === written.length
  return isOwn ? written : recordings.map((_, index) => index + 1)
}

const fillIn = (answers: ShowAnswers, { shown }: Home): readonly string[] => {
  const missing = answerKeys.filter(key => answers[key] === undefined && key !== 'language')
  return missing.length === 0
    ? []
    : [`fill in ${shown(showName)}: ${listed(missing.map(key => LABELS[key]))}`]
}

const LABELS: Readonly<Record<(typeof answerKeys)[number], string>> = {
  title: 'the title',
  author: 'the author',
  email: "the owner's e-mail address",
  site: 'the address of the show',
  language: 'the language',
  category: 'the category',
  description: 'the description',
}

const IGNORED = ['public/', 'node_modules/']

/** What a build makes is not kept with what it is made of. */
const ignoreFile = (
  home: Home,
  io: Io,
): { readonly files: readonly NewFile[]; readonly steps: readonly string[] } => {
  const path = resolve(io.cwd, '.gitignore')
  const isInside = home.folder === '.' || !/^(?:\.\.|\/|[A-Za-z]:)/.test(home.folder)
  if (!isInside) return { files: [], steps: [] }
  if (!isThere(path)) return { files: [{ path, text: `${IGNORED.join('\n')}\n` }], steps: [] }
  return { files: [], steps: ['if you use git, see that .gitignore has a line `public/`'] }
}
