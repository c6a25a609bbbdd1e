import type { Diagnostic, Place } from '../diagnostic.ts'
import { relatedPlaces } from '../limits.ts'
import { ourName, ours, spoken } from '../units/shell.ts'
import { displayWidth } from './cells.ts'
import { type Paint, paint } from './colour.ts'
import { placeText } from './compact.ts'
import { counted, grouped, nothingReported, SEVERITIES, verdict } from './counts.ts'
import { frame } from './frame.ts'
import { type Lines, linesOf } from './lines.ts'
import { inOrder } from './order.ts'
import { readiness, readinessText, whoAsks } from './parties.ts'
import { type Report, type Reporter, type ReporterOptions, reported, type ShowReport } from './reporter.ts'
import { saidOnce } from './said-once.ts'
import { oneLine, wrap } from './wrap.ts'

/** Text wider than this tires the eye, however wide the terminal is. Columns. */
const READING_WIDTH = 110
const WIDTH_MIN = 40

/** What every part of one rendering shares. */
interface Page {
  readonly report: Report
  readonly paint: Paint
  readonly width: number
  /** A hint in the words that started the program. */
  readonly spoken: (hint: string) => string
  readonly lines: (file: string) => Lines | undefined
}

const pageOf = (report: Report, options: ReporterOptions): Page => {
  const known = new Map<string, Lines | undefined>()
  return {
    report,
    paint: paint(options.colour),
    width: Math.max(WIDTH_MIN, options.width),
    spoken: hint => spoken(hint, options.program ?? ourName),
    lines: file => {
      if (!known.has(file)) {
        const text = report.source(file)
        known.set(file, text === undefined ? undefined : linesOf(text))
      }
      return known.get(file)
    },
  }
}

const readingWidth = (page: Page): number => Math.min(page.width, READING_WIDTH)

/** `error[episode/date-invalid]: There is no 30 February.` */
const header = (d: Diagnostic, page: Page): readonly string[] => {
  const label = `${d.severity}[${oneLine(d.rule)}]:`
  const [first = '', ...more] = wrap(
    oneLine(page.spoken(d.message)),
    readingWidth(page) - 2,
    displayWidth(label) + 1 - 2,
  )
  return [
    `${page.paint.severity[d.severity](label)} ${page.paint.bold(first)}`,
    ...more.map(line => `  ${page.paint.bold(line)}`),
  ]
}

/** `help: Write a day that exists`, later lines under the first. */
const footnote = (
  label: string,
  text: string,
  page: Page,
  style: (text: string) => string,
): readonly string[] => {
  const [first = '', ...more] = wrap(text, readingWidth(page) - 5 - label.length)
  const indent = ' '.repeat(label.length)
  return [`${style(label)}${first}`, ...more.map(line => `${indent}${line}`)]
}

const unquoted = (text: string): string => text.replace(/["`]|\.$/g, '')

const footnotes = (d: Diagnostic, page: Page): readonly string[] => {
  const asks = whoAsks(page.report.rules.get(d.rule))
  // Where the repair does just what the help says, it need not be said twice.
  const isSame = d.fix !== undefined && unquoted(d.help ?? '') === unquoted(d.fix.title)
  return [
    ...(d.help === undefined || isSame
      ? []
      : footnote('help: ', oneLine(page.spoken(d.help)), page, page.paint.help)),
    ...(d.fix === undefined ? [] : footnote('fix:  ', oneLine(d.fix.title), page, page.paint.help)),
    ...(asks === '' ? [] : wrap(asks, readingWidth(page) - 5).map(page.paint.faint)),
  ]
}

/** Enough digits for the lines before and after each place. */
const digitsOf = (places: readonly Place[]): number =>
  Math.max(...places.map(place => String((place.line ?? 0) + 1).length))

const relatedPart = (place: Place, message: string, digits: number, page: Page): readonly string[] => {
  const { faint, related } = page.paint
  const label = oneLine(message)
  const { rows, labelled } = frame(place, page.lines(place.file), {
    paint: page.paint,
    underline: related,
    label,
    context: false,
    digits,
    width: page.width,
  })
  const head = `${faint(` ${' '.repeat(digits)} ├─`)} ${placeText(place)}${labelled ? '' : `  ${related(label)}`}`
  return [head, ...rows]
}

/** The finding with its places, framed. */
const block = (d: Diagnostic, page: Page): readonly string[] => {
  const { faint, severity } = page.paint
  const others = (d.related ?? []).slice(0, relatedPlaces)
  const untold = (d.related ?? []).length - others.length
  const digits = digitsOf([d.place, ...others.map(other => other.place)])
  const { rows } = frame(d.place, page.lines(d.place.file), {
    paint: page.paint,
    underline: severity[d.severity],
    context: true,
    digits,
    width: page.width,
  })
  const [firstNote, ...moreNotes] = footnotes(d, page)
  const margin = ` ${' '.repeat(digits)} `
  return [
    ...header(d, page),
    `${faint(`${margin}╭─`)} ${placeText(d.place)}`,
    ...rows,
    ...others.flatMap(other => relatedPart(other.place, other.message, digits, page)),
    ...(untold > 0 ? [`${faint(`${margin}├─`)} … and ${counted(untold, 'more place')}`] : []),
    ...(firstNote === undefined ? [] : [`${faint(`${margin}╰─`)} ${firstNote}`]),
    ...moreNotes.map(note => `${margin}   ${note}`),
  ]
}

/** A line per directory; under the name of the show where there are several. With `quiet`, only where something is in the way. */
const showLines = (show: ShowReport, page: Page, quiet: boolean): readonly string[] => {
  const { good, bold, plain } = page.paint
  const shown = readiness(show).filter(one => !quiet || one.inTheWay > 0)
  const states = shown.map(one => (one.inTheWay === 0 ? good : plain)(readinessText(one)))
  if (states.length === 0) return []
  const name = page.report.shows.length > 1 ? [bold(oneLine(show.name))] : []
  return [...name, ...states.map(state => (name.length > 0 ? `  ${state}` : state))]
}

const episodesOf = (report: Report): number => report.shows.reduce((sum, show) => sum + show.episodes, 0)

const closing = (diagnostics: readonly Diagnostic[], page: Page): readonly string[] => {
  const { report, paint } = page
  if (diagnostics.length === 0) {
    const where = episodesOf(report) === 0 ? '' : ` in ${counted(episodesOf(report), 'episode')}`
    return [paint.good(`${nothingReported(report)}${where}.`)]
  }
  const worst = SEVERITIES.find(severity => diagnostics.some(d => d.severity === severity)) ?? 'note'
  return [paint.severity[worst](verdict(diagnostics))]
}

/** A quiet run keeps its warnings to itself, but not that there are some. */
const unshown = (report: Report, heard: readonly Diagnostic[]): readonly string[] => {
  const isWarning = ({ severity }: Diagnostic): boolean => severity === 'warning'
  const count = report.diagnostics.filter(isWarning).length - heard.filter(isWarning).length
  return count === 0
    ? []
    : [`${counted(count, 'warning')} not shown; leave out \`--quiet\` to see ${count === 1 ? 'it' : 'them'}.`]
}

const hint = (diagnostics: readonly Diagnostic[], page: Page): readonly string[] => {
  const first = diagnostics.find(d => d.severity === 'error') ?? diagnostics[0]
  if (first === undefined) return []
  const repairs = diagnostics.filter(d => d.fix !== undefined).length
  return [
    ...(repairs === 0 ? [] : [`\`${ours('validate --fix')}\` repairs ${grouped(repairs)} of them.`]),
    `Run \`${ours(`explain ${oneLine(first.rule)}`)}\` to see why, with an example.`,
  ].map(line => page.paint.faint(page.spoken(line)))
}

/** For people: what a good compiler prints. The layout may change in any version; `json` is for programs. */
export const pretty: Reporter = {
  name: 'pretty',
  describes: 'for people, with the lines that are meant',
  goesTo: 'stderr',
  render: (report, options) => {
    const diagnostics = reported(report, options)
    const page = pageOf(report, options)
    const blocks = saidOnce(inOrder(diagnostics, options.sort)).flatMap(one => [...block(one, page), ''])
    const lines = [
      ...blocks,
      ...(options.quiet && diagnostics.length === 0 ? [] : closing(diagnostics, page)),
      ...(options.quiet ? unshown(report, diagnostics) : []),
      ...report.shows.flatMap(show => showLines(show, page, options.quiet)),
      ...hint(diagnostics, page),
    ]
    return lines.map(line => `${line}\n`).join('')
  },
}
