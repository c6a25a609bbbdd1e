import { resolve } from 'node:path'
import { patchOf } from '../diff/patch.ts'
import { doorOf } from '../door/index.ts'
import { load } from '../load/index.ts'
import { type Validated, validate } from '../make.ts'
import type { Manuscript } from '../project.ts'
import { byHandText, type Change, editShow, standings } from '../submit/index.ts'
import { directories as judged } from '../targets.ts'
import { reachOfUrl } from '../units/host.ts'
import { unreachable } from '../web/transport.ts'
import { replaceText } from '../write/replace-text.ts'
import { defaultOut, type ExitCode, type Io, UsageError } from './io.ts'
import { oneShow } from './one-show.ts'
import { momentOf, type ShowFolder } from './shows.ts'
import { type ChangeFlags, changesOf } from './submit-changes.ts'
import { standingsJson, standingsText } from './submit-words.ts'
import { name, version } from './version.ts'

export interface SubmitFlags extends ChangeFlags {
  readonly dryRun?: boolean
  readonly json?: boolean
}

type ShowEntry = Manuscript['show']

/** Asks no host and waits for nobody. */
export const runSubmit = async (asked: string | undefined, flags: SubmitFlags, io: Io): Promise<ExitCode> => {
  const show = await oneShow(asked, io)
  const changes = changesOf(flags)
  if (changes.length === 0 && flags.dryRun)
    throw new UsageError('--dry-run shows what would be written; say what, such as --listed <url>')
  if (changes.length > 0) return change(show, changes, flags, io)

  const { meta } = showIn(show)
  const found = await judgedFor(show, io)
  const { podcast } = found.own
  const feedUrl =
    podcast?.show.feedUrl ?? meta.feedUrl ?? (meta.baseUrl && `${meta.baseUrl.replace(/\/?$/, '/')}feed.xml`)
  const isPublic = feedUrl !== undefined && reachOfUrl(feedUrl) === 'public'
  const all = standings({
    feedUrl: isPublic ? feedUrl : undefined,
    listings: (meta.listings ?? []).map(({ url }) => url),
    hasOwner: meta.owner !== undefined,
    diagnostics: found.all.diagnostics,
    targets: found.own.targets,
  })
  const what = {
    title: found.own.title,
    folder: show.folder,
    feedUrl,
    isPublic,
    owner: meta.owner?.email,
    verify: meta.verify,
  }
  io.stdout.write(
    flags.json ? `${JSON.stringify(standingsJson(what, all), undefined, 2)}\n` : standingsText(what, all),
  )
  return isPublic && podcast !== undefined ? 0 : 1
}

/** By the rules of those for whom it is made, which decide whether it is built, and by those of all directories. */
const judgedFor = async (
  show: ShowFolder,
  io: Io,
): Promise<{ readonly own: Validated; readonly all: Validated }> => {
  const options = {
    ...show,
    ...momentOf(undefined, true, io),
    out: resolve(io.cwd, defaultOut),
    generator: `${name} ${version}`,
    transport: async ({ url }: { readonly url: URL }) => {
      throw unreachable('refused', url.hostname)
    },
    ...(io.signal && { signal: io.signal }),
  }
  const own = await validate(options)
  if (own.files.length === 0) throw new UsageError(own.diagnostics[0]?.message ?? 'there is no show')
  const isAll = judged.every(party => own.targets.includes(party))
  return { own, all: isAll ? own : await validate({ ...options, targets: judged }) }
}

const showIn = ({ location, folder, show }: ShowFolder, edited?: ReadonlyMap<string, string>): ShowEntry => {
  const { value, diagnostics } = load(doorOf(location), folder, { show, edited })
  if (value === undefined) throw new UsageError(diagnostics[0]?.message ?? 'there is no show')
  return value.show
}

/** Written only where it is read back as it was meant. */
const change = (
  show: ShowFolder,
  changes: readonly Change[],
  { dryRun, json }: SubmitFlags,
  io: Io,
): ExitCode => {
  if (json) throw new UsageError('--json is for the list of directories; leave it out')
  const { file, path } = showIn(show)
  const before = doorOf(show.location).read(path).toString('utf8')
  const edited = editShow(before, changes)
  if ('byHand' in edited)
    throw new UsageError(
      `${file} cannot be changed without changing more than that; ${edited.byHand.kind === 'without' ? 'take out' : 'add'} ${byHandText(edited.byHand)} yourself`,
    )
  const after = edited.text
  if (after === before) {
    io.stderr.write(`${file} says so already\n`)
    return 0
  }
  const problem = load(doorOf(show.location), show.folder, {
    show: show.show,
    edited: new Map([[path, after]]),
  }).diagnostics.find(one => one.severity === 'error' && one.place.file === file)
  if (problem !== undefined) throw new UsageError(`${file} would not be right any more: ${problem.message}`)
  if (dryRun) {
    io.stdout.write(patchOf(file, before, after))
    return 0
  }
  const refusal = replaceText({ root: show.location, path, before, after, processId: io.process.id })
  if (refusal !== undefined) throw new UsageError(`${file} was left alone: ${refusal.leftAlone}`)
  io.stdout.write(`${file}\n`)
  return 0
}
