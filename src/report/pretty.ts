import { countOf, type Diagnostic, placesIn } from '../diagnostic.ts'
import { ours } from '../units/shell.ts'
import { block, type Detail } from './block.ts'
import { checkedText } from './checked.ts'
import { counted, grouped, nothingReported, SEVERITIES, verdict } from './counts.ts'
import { inOrder } from './order.ts'
import { type Page, pageOf, paragraph } from './page.ts'
import { readiness, readinessText } from './parties.ts'
import { type Report, type Reporter, reported, type ShowReport } from './reporter.ts'
import { ruleAddress } from './rule-address.ts'
import { saidOnce } from './said-once.ts'
import { oneLine } from './wrap.ts'

/** A line per directory; under the name of the show where there are several. With `quiet`, only where something is in the way. */
const showLines = (show: ShowReport, page: Page, quiet: boolean): readonly string[] => {
  const { good, bold, plain } = page.paint
  const shown = readiness(show).filter(one => !quiet || one.inTheWay > 0)
  const name = page.report.shows.length > 1 ? [bold(oneLine(show.name))] : []
  const indent = name.length > 0 ? '  ' : ''
  return shown.length === 0
    ? []
    : [
        ...name,
        ...shown.flatMap(one =>
          paragraph(readinessText(one), page, one.inTheWay === 0 ? good : plain, indent),
        ),
      ]
}

/** For who asks for it. */
const checkedLines = ({ name, counted }: ShowReport, page: Page): readonly string[] => {
  if (counted === undefined) return []
  const several = page.report.shows.length > 1 ? [page.paint.bold(oneLine(name))] : []
  return [...several, ...checkedText(counted).flatMap(line => paragraph(line, page, page.paint.plain))]
}

const episodesOf = (report: Report): number => report.shows.reduce((sum, show) => sum + show.episodes, 0)

const closing = (diagnostics: readonly Diagnostic[], page: Page): readonly string[] => {
  const { report, paint } = page
  if (diagnostics.length === 0) {
    const where = episodesOf(report) === 0 ? '' : ` in ${counted(episodesOf(report), 'episode')}`
    return paragraph(`${nothingReported(report)}${where}.`, page, paint.good)
  }
  const worst = SEVERITIES.find(severity => diagnostics.some(d => d.severity === severity)) ?? 'note'
  return paragraph(verdict(diagnostics), page, paint.severity[worst])
}

/** A quiet run keeps its warnings to itself. Who reads why it failed is told that there are more. */
const unshown = (report: Report, heard: readonly Diagnostic[], page: Page): readonly string[] => {
  const count = countOf(report.diagnostics, 'warning') - countOf(heard, 'warning')
  return count === 0
    ? []
    : paragraph(
        `${counted(count, 'warning')} not shown; leave out \`--quiet\` to see ${count === 1 ? 'it' : 'them'}.`,
        page,
        page.paint.plain,
      )
}

const hint = (
  shown: readonly Diagnostic[],
  diagnostics: readonly Diagnostic[],
  page: Page,
): readonly string[] => {
  const [first] = shown
  if (first === undefined) return []
  const repairs = diagnostics.filter(d => d.fix !== undefined).length
  const address = ruleAddress(first.url, page.report.tool)
  const isEach = shown.length === placesIn(diagnostics)
  return [
    ...(repairs === 0 ? [] : [`\`${ours('validate --fix')}\` repairs ${grouped(repairs)} of them.`]),
    ...(isEach ? [] : ['`--reporter compact` lists every place on a line of its own.']),
    address === undefined
      ? `Run \`${ours(`explain ${oneLine(first.rule)}`)}\` to see why, with an example.`
      : `${address} says why, with an example.`,
  ].flatMap(line => paragraph(page.spoken(line), page, page.paint.faint))
}

/** An error is shown where it stands, a warning by its line, and once for each rule; a note says where it is. No frame comes twice in a row. */
const inDetail = (shown: readonly Diagnostic[]): readonly (readonly [Diagnostic, Detail])[] => {
  const seen = new Set<string>()
  return shown.map((d, index) => {
    if (isSamePlace(d, shown[index - 1]) && d.related === undefined) return [d, 'place']
    if (d.severity === 'error') return [d, 'neighbours']
    const isNew = !seen.has(d.rule)
    seen.add(d.rule)
    return [d, d.severity === 'warning' && isNew ? 'line' : 'place']
  })
}

const isSamePlace = ({ place }: Diagnostic, other: Diagnostic | undefined): boolean =>
  place.line !== undefined &&
  place.file === other?.place.file &&
  place.line === other.place.line &&
  place.column === other.place.column &&
  place.endColumn === other.place.endColumn

/** For people: what a good compiler prints. The layout may change in any version; `json` is for programs. */
export const pretty: Reporter = {
  name: 'pretty',
  describes: 'for people, with the lines that are meant',
  goesTo: 'stderr',
  render: (report, options) => {
    const diagnostics = reported(report, options)
    const page = pageOf(report, options)
    // What succeeds has nothing to say then: cron sends a letter for every word.
    const isSilent = options.quiet && diagnostics.length === 0
    const shown = saidOnce(inOrder(diagnostics, options.sort))
    const lines = [
      ...inDetail(shown).flatMap(([d, detail]) => [...block(d, detail, page), '']),
      ...(isSilent ? [] : closing(diagnostics, page)),
      ...(options.quiet && !isSilent ? unshown(report, diagnostics, page) : []),
      ...(isSilent ? [] : report.shows.flatMap(show => showLines(show, page, options.quiet))),
      ...report.shows.flatMap(show => checkedLines(show, page)),
      ...hint(shown, diagnostics, page),
    ]
    return lines.map(line => `${line}\n`).join('')
  },
}
