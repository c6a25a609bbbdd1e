/** How the fields of a show and its episodes are spoken of where they are the elements of a feed. */

import { table } from '../fields/index.ts'
import type { Written } from '../schema/index.ts'
import type { Value } from '../syntax/yaml-value.ts'
import type { Element } from '../table/element.ts'
import type { AnyField } from '../table/field.ts'
import type { Medium } from '../table/medium.ts'
import { resolution, type Setting } from '../table/resolve.ts'
import { type Said, spotAt } from '../table/said.ts'
import type { SaidFields, Writer } from '../table/table.ts'
import { escapeAttribute, escapeText } from '../units/escape-html.ts'

/** `said`: what the feed says, so that a part of a field is called after the element that says it. */
export const elements = (owner: Writer, said: SaidFields, setting: Setting): Medium => {
  const line: Medium['line'] = (key, value) => {
    const written = writtenAs(owner, key, value, setting)
    return written.length === 0 ? tag(key, owner) : `\`${written.map(xmlOf).join('')}\``
  }
  return {
    name: path => {
      const steps = typeof path === 'string' ? [path] : path
      return (steps.length > 1 ? partIn(said, steps) : undefined) ?? tag(String(steps[0]), owner)
    },
    line,
    value: line,
    either: ({ feed }) => feed,
  }
}

const tag = (key: string, owner: Writer): string => {
  const name = table.of(ownerOf(key, owner)).rows.find(({ field }) => field.key === key)?.element.name
  return name === undefined ? `\`${key}\`` : `\`<${name}>\``
}

/** What is said of all episodes is asked of the show. */
const ownerOf = (key: string, owner: Writer): Writer => {
  const has = (one: Writer) => table.of(one).rows.some(({ field }) => field.key === key)
  return has(owner) || !has(other[owner]) ? owner : other[owner]
}
const other = { show: 'episode', episode: 'show' } as const

const partIn = (said: SaidFields, path: readonly (string | number)[]): string | undefined => {
  const spot = spotAt(said as Readonly<Record<string, Said>>, path)
  if (spot === undefined) return undefined
  const { node, attribute } = spot
  return attribute === undefined || about.has(attribute)
    ? `\`<${node.name}>\``
    : `\`${attribute}\` of \`<${node.name}>\``
}

/** Attributes that hold what an element is about. */
const about: ReadonlySet<string> = new Set(['url', 'href', 'text'])

/** What the field table makes of it, as it does of front matter. */
const writtenAs = (from: Writer, key: string, value: Value, setting: Setting): readonly Element[] => {
  const owner = ownerOf(key, from)
  const { written } = table.accept(owner, { [key]: asWritten(value) })
  const { resolved } = resolution(table.of(owner), written, setting)
  for (const { field, element } of table.of(owner).writing) {
    const its = field.key === key ? resolved(field) : undefined
    const made =
      its === undefined ? [] : element.write!(its as never, (one: AnyField) => resolved(one) as never)
    if (made.length > 0) return made
  }
  return []
}

const asWritten = (value: Value): Written => {
  if (Array.isArray(value)) return value.map(asWritten)
  if (typeof value !== 'object') return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asWritten(part)]))
}

const xmlOf = ({ name, attributes = {}, text = '', children = [] }: Element): string => {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escapeAttribute(value)}"`,
  )
  const inside = `${escapeText(text)}${children.map(xmlOf).join('')}`
  const start = `<${name}${pairs.join('')}`
  return inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`
}
