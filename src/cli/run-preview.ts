import { resolve } from 'node:path'
import { openMemo } from '../cache/memo.ts'
import { preview } from '../preview/index.ts'
import { tally } from '../report/counts.ts'
import { homeOf } from '../report/rule-address.ts'
import { replaceText } from '../write/replace-text.ts'
import type { CommandDefinition } from './commands/command.ts'
import { stateAgainst } from './difference.ts'
import { defaultOut, type ExitCode, type Io, UsageError } from './io.ts'
import { buildOf } from './named-show.ts'
import { oneShow } from './one-show.ts'
import { refuseLenient } from './refuse-lenient.ts'
import { momentOf } from './shows.ts'
import { standing } from './standing.ts'
import { name, published, version } from './version.ts'

export interface PreviewFlags {
  readonly port?: string
  readonly host: string
  readonly open?: boolean
  readonly against?: string
  readonly lenient?: boolean
  readonly allowPrivate?: boolean
}

const usualPort = 4321
const lastPort = 65_535

export const runPreview = async (
  asked: string | undefined,
  flags: PreviewFlags,
  io: Io,
  commands: readonly CommandDefinition[],
): Promise<ExitCode> => {
  refuseLenient(flags)
  const show = await oneShow(asked, io)
  const port = portOf(flags.port)
  const out = resolve(io.cwd, defaultOut)
  const { allowPrivate = false } = flags
  const against =
    flags.against === undefined
      ? undefined
      : await stateAgainst(
          flags.against,
          { moment: momentOf(undefined, true, io), allowPrivate, isLenient: flags.lenient },
          io,
        )
  if (flags.against !== undefined && against === undefined) return 1
  const server = await preview({
    port,
    host: flags.host,
    make: address => ({
      ...show,
      out,
      now: io.now(),
      drafts: true,
      website: true,
      baseUrl: address,
      again: buildOf(show, commands),
      generator: `${name} ${version}`,
      allowPrivate,
      signal: io.signal,
    }),
    memo: () => {
      const cache = standing(show, out, io)
      return cache && openMemo(cache)
    },
    home: homeOf(published),
    changes: async () =>
      (await import('./preview-changes.ts')).previewChanges(show, { against, allowPrivate }, io),
    open: async place => {
      const reason = await (await import('./editor.ts')).openInEditor(place, io.cwd)
      return reason === undefined
        ? { status: 200, text: `Opened ${place.file}.` }
        : { status: 500, text: `The editor could not be opened: ${reason}` }
    },
    write: change => replaceText({ root: show.location, ...change, processId: io.process.id })?.leftAlone,
    onFailed: error => {
      if (!io.signal?.aborted) io.stderr.write(`${name}: ${error instanceof Error ? error.message : error}\n`)
    },
    onMade: ({ diagnostics }) => io.stderr.write(`${tally(diagnostics) || 'no problems'}\n`),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new UsageError(
        `port ${port} is taken by another program; name another one, such as --port ${port < lastPort ? port + 1 : usualPort}`,
      )
    if (error.code === 'EACCES')
      throw new UsageError(
        `this system lets only an administrator listen at port ${port}; name one from 1024, or 0 for any that is free`,
      )
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
      throw new UsageError(`this machine has no address "${flags.host}"; leave --host out`)
    throw error
  })
  io.stdout.write(`${server.address}\n`)
  if (flags.open) {
    const reason = await (await import('./browser.ts')).openInBrowser(server.address)
    if (reason !== undefined) io.stderr.write(`${name}: the browser could not be opened: ${reason}\n`)
  }
  await stopped(io.signal)
  await server.close()
  return 0
}

const portOf = (written: string | undefined): number => {
  if (written === undefined) return usualPort
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN
  if (!(port <= lastPort))
    throw new UsageError(
      `--port "${written}" is no port; write a number up to ${lastPort}, or 0 for any that is free`,
    )
  return port
}

const stopped = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise(resolve => {
    if (signal?.aborted) resolve()
    else signal?.addEventListener('abort', () => resolve(), { once: true })
  })
