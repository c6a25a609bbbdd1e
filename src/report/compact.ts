import type { Diagnostic, Place } from '../diagnostic.ts'
import { type Reporter, reported } from './reporter.ts'
import { withMore } from './said-once.ts'
import { oneLine } from './wrap.ts'

/** `file:line:column`, or as much of it as is known. */
export const placeText = ({ file, line, column }: Place): string =>
  [oneLine(file), line, line === undefined ? undefined : column].filter(part => part !== undefined).join(':')

/** `episodes/003.md:4:7: error episode/date-invalid There is no 30 February.` */
export const compactLine = (d: Diagnostic): string =>
  `${placeText(d.place)}: ${d.severity} ${d.rule} ${oneLine(withMore(d).message)}`

/** One line per finding: for grep, and for editors that jump to `file:line:column`. */
export const compact: Reporter = {
  name: 'compact',
  describes: 'one line per finding, for editors and grep',
  goesTo: 'stderr',
  render: (report, options) =>
    reported(report, options)
      .map(d => `${compactLine(d)}\n`)
      .join(''),
}
