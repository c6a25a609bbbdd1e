import { validate } from '../build.ts'
import { byPlace, type Diagnostic } from '../diagnostic.ts'
import { progressLine as progressText, type ShowReport } from '../report/index.ts'
import type { ValidateFlags } from './commands/validate.ts'
import { exitCodeOf } from './exit-code.ts'
import type { Io } from './io.ts'
import type { ExitCode } from './main.ts'
import { printReport, reporterOf } from './print-report.ts'
import { nowOf, showFolders } from './shows.ts'
import { progressLine } from './terminal.ts'
import { name, version } from './version.ts'

export const runValidate = async (
  asked: readonly string[],
  flags: ValidateFlags,
  io: Io,
): Promise<ExitCode> => {
  const shows = showFolders(asked, io)
  const reporter = reporterOf(flags, io)
  const now = nowOf(flags.asOf, io)
  const progress = progressLine(io, flags.quiet ?? false)
  const diagnostics: Diagnostic[] = []
  const reports: ShowReport[] = []
  const files: string[] = []

  for (const show of shows) {
    const validated = await validate({
      ...show,
      now,
      generator: `${name} ${version}`,
      onProgress: (done, of, file) =>
        progress.show(progressText({ verb: 'Measuring', done, of, name: file }, io.stderr.width - 1)),
    })
    progress.clear()
    diagnostics.push(...validated.diagnostics)
    files.push(...validated.files)
    reports.push({
      name: validated.title ?? show.name,
      folder: show.folder,
      episodes: validated.episodes,
      ready: {},
    })
  }

  printReport(diagnostics.sort(byPlace), reports, files, reporter, flags, io)
  return exitCodeOf(diagnostics, flags.strict ?? false)
}
