import { withoutCommands } from '../units/workflow-log.ts'
import type { Io, Output } from './io.ts'

/**
 * In a GitHub workflow what a program prints is read for commands. A title or a file name may come from anybody who sends a pull
 * request, so whatever is printed for people has none; reports, which have their own way to write such text, go as they are.
 */
export const inWorkflow = (io: Io): Io =>
  io.env.GITHUB_ACTIONS === 'true'
    ? {
        ...io,
        stdout: harmless(io.stdout),
        stderr: harmless(io.stderr),
        verbatim: { stdout: io.stdout, stderr: io.stderr },
      }
    : io

const harmless = ({ write, isTerminal, width }: Output): Output => ({
  write: text => write(withoutCommands(text)),
  isTerminal,
  width,
})
