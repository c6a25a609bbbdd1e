/** What people are told of one finding. */

import type { Diagnostic, Place } from '../diagnostic.ts'
import { relatedPlaces } from '../limits.ts'
import { listed } from '../units/text.ts'
import { displayWidth } from './cells.ts'
import { placeText } from './compact.ts'
import { counted } from './counts.ts'
import { frame } from './frame.ts'
import { type Page, readingWidth } from './page.ts'
import { whoAsks } from './parties.ts'
import { oneLine, wrap } from './wrap.ts'

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
const footnote = (label: string, text: string, room: number, page: Page): readonly string[] => {
  const [first = '', ...more] = wrap(text, room - label.length, 0, page.program)
  const indent = ' '.repeat(label.length)
  return [`${page.paint.help(label)}${first}`, ...more.map(line => `${indent}${line}`)]
}

const unquoted = (text: string): string => text.replace(/["`]|\.$/g, '')

/** What to do. Where the repair does just what the help says, it need not be said twice. */
const remedies = (d: Diagnostic, room: number, page: Page): readonly string[] => {
  const isSame = d.fix !== undefined && unquoted(d.help ?? '') === unquoted(d.fix.title)
  return [
    ...(d.help === undefined || isSame ? [] : footnote('help: ', oneLine(page.spoken(d.help)), room, page)),
    ...(d.fix === undefined ? [] : footnote('fix:  ', oneLine(d.fix.title), room, page)),
  ]
}

/** Enough digits for the lines before and after each place. */
const digitsOf = (places: readonly Place[]): number =>
  Math.max(...places.map(place => String((place.line ?? 0) + 1).length))

type Related = NonNullable<Diagnostic['related']>

/** Neighbours with the same words. */
const inGroups = (related: Related): readonly Related[] => {
  const groups: Related[] = []
  for (const one of related) {
    const last = groups.at(-1)
    if (last?.[0]?.message === one.message) groups[groups.length - 1] = [...last, one]
    else groups.push([one])
  }
  return groups
}

/** `lines 12 and 40` of the file at hand, `12:7 and 12:40` where they share a line, else in full. */
const placesText = (places: readonly Place[], file: string): string => {
  if (places.some(place => place.file !== file || place.line === undefined))
    return listed(places.map(placeText))
  const lines = [...new Set(places.map(({ line }) => line))]
  if (lines.length < places.length) return listed(places.map(({ line, column }) => `${line}:${column ?? 1}`))
  return `${lines.length === 1 ? 'line' : 'lines'} ${listed(lines.map(String))}`
}

/** `├─ here too: lines 12 and 40`: who has seen the first knows the others. */
const listPart = (group: Related, file: string, margin: string, page: Page): readonly string[] => {
  const { faint, related } = page.paint
  const label = oneLine(group[0]?.message ?? '')
  const places = group.map(({ place }) => place)
  const [first = '', ...more] = wrap(
    placesText(places, file),
    readingWidth(page) - margin.length - 3,
    displayWidth(label) + 2,
  )
  return [
    `${faint(`${margin}├─`)} ${related(`${label}:`)} ${first}`,
    ...more.map(line => `${faint(`${margin}│`)}  ${line}`),
  ]
}

const framedPart = (place: Place, message: string, digits: number, page: Page): readonly string[] => {
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

/** How much of the file is shown: the line with its neighbours, the line, or only where it is. */
export type Detail = 'neighbours' | 'line' | 'place'

const relatedParts = (d: Diagnostic, digits: number, detail: Detail, page: Page): readonly string[] => {
  const margin = ` ${' '.repeat(digits)} `
  const others = (d.related ?? []).slice(0, relatedPlaces)
  const untold = (d.related ?? []).length - others.length
  return [
    ...inGroups(others).flatMap(group => {
      const [first] = group
      return first !== undefined && group.length === 1 && detail !== 'place'
        ? framedPart(first.place, first.message, digits, page)
        : listPart(group, d.place.file, margin, page)
    }),
    ...(untold > 0 ? [`${page.paint.faint(`${margin}├─`)} … and ${counted(untold, 'more place')}`] : []),
  ]
}

/** The finding with its places. */
export const block = (d: Diagnostic, detail: Detail, page: Page): readonly string[] => {
  const { faint, severity } = page.paint
  const others = (d.related ?? []).slice(0, relatedPlaces)
  const digits = detail === 'place' ? 1 : digitsOf([d.place, ...others.map(other => other.place)])
  const margin = ` ${' '.repeat(digits)} `
  const { rows } =
    detail === 'place'
      ? { rows: [] }
      : frame(d.place, page.lines(d.place.file), {
          paint: page.paint,
          underline: severity[d.severity],
          context: detail === 'neighbours',
          digits,
          width: page.width,
        })
  const asks = whoAsks(page.report.rules.get(d.rule))
  const place = placeText(d.place)
  const isBeside =
    asks !== '' && margin.length + displayWidth(place) + displayWidth(asks) + 6 <= readingWidth(page)
  const room = readingWidth(page) - margin.length - 3
  const told = [...remedies(d, room, page), ...(asks === '' || isBeside ? [] : wrap(asks, room).map(faint))]
  const parts = relatedParts(d, digits, detail, page)
  const [firstNote, ...moreNotes] = told
  const isAlone = rows.length + parts.length + told.length === 0
  return [
    ...header(d, page),
    `${faint(`${margin}${isAlone ? '╰─' : '╭─'}`)} ${place}${isBeside ? faint(` · ${asks}`) : ''}`,
    ...rows,
    ...parts,
    ...(firstNote === undefined ? [] : [`${faint(`${margin}╰─`)} ${firstNote}`]),
    ...moreNotes.map(note => `${margin}   ${note}`),
  ]
}
