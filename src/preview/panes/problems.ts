/** Every finding, in the order of the terminal, with the lines that it is about. A click opens the editor there. */

import type { Diagnostic, Severity } from '../../diagnostic.ts'
import { countOf, placesIn } from '../../diagnostic.ts'
import { previewFindings } from '../../limits.ts'
import type { Judged } from '../../make.ts'
import { paint } from '../../report/colour.ts'
import { frame } from '../../report/frame.ts'
import { type Lines, linesOf } from '../../report/lines.ts'
import { inOrder } from '../../report/order.ts'
import { ruleAddress } from '../../report/rule-address.ts'
import { withMore } from '../../report/said-once.ts'
import { grouped } from '../../units/amount.ts'
import { escapeAttribute, escapeText } from '../../units/escape-html.ts'
import { ours } from '../../units/shell.ts'
import type { Pane } from './pane.ts'

export const problems: Pane = {
  name: '',
  heading: 'Problems',
  body: ({ judged, generation, home }) => {
    const { diagnostics } = judged
    const linesIn = linesBy(judged)
    if (diagnostics.length === 0) return '<p>Nothing was found. This show can be published.</p>'
    const verdict =
      countOf(diagnostics, 'error') > 0
        ? '<p>This show cannot be published yet. Its pages are those that could be made last.</p>'
        : ''
    const numbers = new Map(diagnostics.map((found, number) => [found, number]))
    const shown = inOrder(diagnostics).slice(0, previewFindings)
    const rest = placesIn(diagnostics) - placesIn(shown)
    const items = shown.map(found =>
      itemOf(found, { number: `${generation}-${numbers.get(found)}`, linesIn, home }),
    )
    const more =
      rest > 0 ? `<p>And ${grouped(rest)} more: <code>build-feed validate</code> has all of them.</p>` : ''
    return `${verdict}<ol class="findings">${items.join('\n')}</ol>${more}`
  },
}

const severities: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', note: 'Note' }

interface Telling {
  /** By which the page asks for the editor. */
  readonly number: string
  readonly linesIn: LinesIn
  readonly home: string | undefined
}

const itemOf = (found: Diagnostic, { number, linesIn, home }: Telling): string => {
  const { place, severity, message, help, rule, url } = withMore(found)
  const where = [place.file, place.line, place.column].filter(part => part !== undefined).join(':')
  const rows = rowsOf(found, linesIn)
  return [
    `<li class="finding ${severity}">`,
    `<p class="what"><b>${severities[severity]}</b> ${escapeText(message)}</p>`,
    `<p><button type="button" data-finding="${number}" title="Open in the editor">${escapeText(where)}</button> ${ruleOf(rule, ruleAddress(url, { home }))}</p>`,
    ...(rows === '' ? [] : [`<pre tabindex="0">${escapeText(rows)}</pre>`]),
    ...(help === undefined ? [] : [`<p class="help">${escapeText(help)}</p>`]),
    '</li>',
  ].join('')
}

/** Where its documents have no address, the command that shows them. */
const ruleOf = (rule: string, address: string | undefined): string =>
  address === undefined
    ? `<code title="${escapeAttribute(`${ours(`explain ${rule}`)} says why`)}">${escapeText(rule)}</code>`
    : `<a href="${escapeAttribute(address)}">${escapeText(rule)}</a>`

type LinesIn = (file: string) => Lines | undefined

const linesBy = ({ sources }: Judged): LinesIn => {
  const known = new Map<string, Lines | undefined>()
  return file => {
    if (!known.has(file)) {
      const source = sources.get(file)
      known.set(file, source && linesOf(source.text))
    }
    return known.get(file)
  }
}

const rowsOf = ({ place }: Diagnostic, linesIn: LinesIn): string =>
  frame(place, linesIn(place.file), {
    paint: paint(false),
    underline: text => text,
    context: true,
    digits: `${(place.line ?? 0) + 1}`.length,
    width: 100,
  }).rows.join('\n')
