import { reasonOf } from '../door/refused.ts'
import { calledAs } from './called.ts'
import { type Io, type Output, Stopped, stopSignals } from './io.ts'

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
    cwd: host.cwd(),
    env: host.env,
    program: calledAs({ script: host.argv[1] ?? '', cwd: host.cwd(), env: host.env }),
    runtime: ['node', 'icu', 'tz'].map(part => host.versions[part] ?? '').join(' '),
    user: host.geteuid?.(),
    stdout: outputOf(host.stdout, onFailure),
    stderr: outputOf(host.stderr, onFailure),
    ...(host.stdin.isTTY && host.stderr.isTTY && host.stderr.columns > 0
      ? { keyboard: { input: host.stdin, output: host.stderr } }
      : {}),
    now: () => Date.now(),
    stdin: most => allOf(host.stdin, most, signal),
    ...(signal === undefined ? {} : { signal }),
    process: { id: host.pid, isRunning: id => isRunning(host, id) },
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

/** A line that is overwritten: only on a terminal, and not in CI, where it would fill the log. */
export const progressLine = (
  io: Io,
  quiet: boolean,
): { show: (text: () => string) => void; clear: () => void } => {
  if (quiet || !io.stderr.isTerminal || io.env.CI) return { show: () => {}, clear: () => {} }
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
