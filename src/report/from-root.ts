import { join } from 'node:path/posix'
import type { Place } from '../diagnostic.ts'
import type { Report } from './reporter.ts'

/** `folder`: where the program ran, from the root of the repository. Every file is named from there: so do annotations on a pull request. */
export const fromRoot = (report: Report, folder: string): Report => {
  if (folder === '') return report
  const named = (file: string): string =>
    /^(?:\/|[a-z]+:)/i.test(file) || file === 'standard input' ? file : join(folder, file)
  const placed = (place: Place): Place => ({ ...place, file: named(place.file) })
  return {
    ...report,
    diagnostics: report.diagnostics.map(one => ({
      ...one,
      place: placed(one.place),
      ...(one.fix && { fix: { ...one.fix, file: named(one.fix.file) } }),
      ...(one.related && {
        related: one.related.map(({ place, message }) => ({ place: placed(place), message })),
      }),
    })),
    files: report.files.map(named),
  }
}
