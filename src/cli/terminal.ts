import { reasonOf } from '../door/refused.ts'
import { calledAs } from './called.ts'
import { type Io, type Output, Stopped, stopSignals } from './io.ts'

/** What a library may know of the process. It listens to nothing: the streams are those of the program that calls it. */
export const machineOf = (host: NodeJS.Process): Pick<Io, 'cwd' | 'env' | 'now' | 'process'> => ({
  cwd: host.cwd(),
  env: host.env,
  now: () => Date.now(),
  process: { id: host.pid, isRunning: id => isRunning(host, id) },
})

/** The world of a real process. */
export const ioOf = (
  host: NodeJS.Process,
  signal?: AbortSignal,
): Io & { readonly isBroken: () => boolean } => {
  let isBroken = false
  /** A disk that is full, for instance. Said where it can be, and once. */
  const onFailure = (error: NodeJS.ErrnoException): void => {
    host.exitCode = 2
    if (!isBroken) host.stderr.write(`build-feed: the output cannot be written: ${reasonOf(error)}\n`)
    isBroken = true
  }
  return {
    isBroken: () => isBroken,
    ...machineOf(host),
    program: calledAs({ script: host.argv[1] ?? '', cwd: host.cwd(), env: host.env }),
    runtime: ['node', 'icu', 'tz'].map(part => host.versions[part] ?? '').join(' '),
    user: host.geteuid?.(),
    stdout: outputOf(host.stdout, onFailure),
    stderr: outputOf(host.stderr, onFailure),
    // In this order: to look at the input opens it, and most runs ask nothing.
    ...(host.stderr.isTTY && host.stderr.columns > 0 && host.stdin.isTTY
      ? { keyboard: { input: host.stdin, output: host.stderr } }
      : {}),
    stdin: most => allOf(host.stdin, most, signal),
    ...(signal === undefined ? {} : { signal }),
    ...(host.stderr.isTTY && host.stdin.isTTY
      ? {
          ask: (question: string) =>
            ask(question, {
              input: host.stdin,
              output: host.stderr,
              signal,
              interrupt: () => host.kill(host.pid, 'SIGINT'),
            }),
        }
      : {}),
  }
}

/**
 * Aborted when the system asks the process to end. The second time it is ended by the system, as without us: who presses Ctrl-C
 * twice does not want to wait.
 */
export const stopOf = (host: NodeJS.Process): AbortSignal => {
  const controller = new AbortController()
  for (const by of stopSignals) host.once(by, () => controller.abort(new Stopped(by)))
  return controller.signal
}

/** To leave the loop ends the stream: who pipes without end is told so by a broken pipe. */
const allOf = async (
  stream: NodeJS.ReadStream,
  most: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array | undefined> => {
  signal?.addEventListener('abort', () => stream.destroy(signal.reason as Error), { once: true })
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = chunk as Uint8Array
    size += bytes.length
    if (size > most) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks, size)
}

export interface Asking {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly signal?: AbortSignal | undefined
  /** Ctrl-C at the question, which the terminal does not see. */
  readonly interrupt: () => void
}

/** One line. Undefined when there is nothing in it, or the input ends. Rejects with the reason of the signal. */
export const ask = async (
  question: string,
  { input, output, signal, interrupt }: Asking,
): Promise<string | undefined> => {
  const { createInterface } = await import('node:readline')
  const lines = createInterface({ input, output })
  try {
    return await new Promise<string | undefined>((answered, stopped) => {
      signal?.throwIfAborted()
      lines.on('SIGINT', interrupt)
      // Ctrl-D.
      lines.once('close', () => answered(undefined))
      signal?.addEventListener('abort', () => stopped(signal.reason as Error), { once: true })
      lines.question(question, line => answered(line.trim() || undefined))
    })
  } finally {
    lines.close()
  }
}

const outputOf = (stream: NodeJS.WriteStream, onFailure: (error: NodeJS.ErrnoException) => void): Output => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // `build-feed … | head` closes the pipe early: that is the reader's right, and no failure of ours.
    if (error.code !== 'EPIPE') onFailure(error)
  })
  return {
    write: text => {
      stream.write(text)
    },
    isTerminal: stream.isTTY === true,
    width: stream.columns ?? 80,
  }
}

/** `en`, of what the machine is set to. */
export const machineLanguage = (): string =>
  new Intl.DateTimeFormat().resolvedOptions().locale.split('-')[0]!.toLowerCase()

/** The IANA zone that the machine is set to. */
export const machineZone = (): string => new Intl.DateTimeFormat('en').resolvedOptions().timeZone

const isRunning = (host: NodeJS.Process, id: number): boolean => {
  try {
    return host.kill(id, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Colour only for a person: on a terminal, unless NO_COLOR (https://no-color.org) or FORCE_COLOR=0 says otherwise. */
export const hasColour = (output: Output, env: Io['env']): boolean => {
  const forced = env.FORCE_COLOR
  if (forced === undefined || forced === '') return output.isTerminal && !env.NO_COLOR && env.TERM !== 'dumb'
  return forced !== '0' && forced !== 'false'
}

/**
 * Columns to write in: what COLUMNS says, which shells and people set where no terminal does (https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html),
 * else those of the terminal, else `otherwise`, for a file or a log.
 */
export const columnsOf = (output: Output, env: Io['env'], otherwise: number): number => {
  const asked = /^[1-9]\d{1,3}$/.test(env.COLUMNS ?? '') ? Number(env.COLUMNS) : undefined
  return asked ?? (output.isTerminal ? output.width : otherwise)
}

/** A line that is overwritten: only on a terminal, and not in CI, where it would fill the log. */
export const progressLine = (
  io: Io,
  quiet: boolean,
): { show: (text: () => string) => void; clear: () => void } => {
  if (quiet || !io.stderr.isTerminal || io.env.CI || io.env.TERM === 'dumb')
    return { show: () => {}, clear: () => {} }
  let last = 0
  let shown = false
  return {
    show: text => {
      const now = io.now()
      // Faster than the eye can read only costs time.
      if (now - last < 80) return
      last = now
      shown = true
      io.stderr.write(`\r\u001b[2K${text()}`)
    },
    clear: () => {
      if (shown) io.stderr.write('\r\u001b[2K')
      shown = false
    },
  }
}
