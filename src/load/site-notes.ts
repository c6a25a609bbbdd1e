/** The notes of a page without what only its site understands: elements that were named, and the tags of its templates. */

import type { Place } from '../diagnostic.ts'
import { mdxKinds } from '../limits.ts'
import type { Mapping } from '../mapping/index.ts'
import type { PageCode } from '../project.ts'
import { once } from '../units/once.ts'
import { firstHeading } from './first-heading.ts'
import { type Cut, without } from './mdx/cuts.ts'
import type { Body } from './page-code.ts'

export interface Marks {
  /** Names of elements, in small letters; `heading` is the first heading, where it is the title. */
  readonly drop: readonly string[]
  readonly isKramdown: boolean
  /** Whose templates the notes may call. */
  readonly tags: Mapping['preset']
}

interface Found extends Cut {
  /** As a person knows it: `{{< youtube >}}`. Undefined for what nobody misses. */
  readonly kind?: string
}

export interface SiteNotes {
  readonly body: () => Body
  /** What listeners may miss of the rest. `place`: of units of the file. */
  readonly pageCode: (place: (start: number, end: number) => Place) => PageCode | undefined
}

export const notesOfSite = (body: Body, marks: Marks): SiteNotes => {
  const cuts = cutsOf(body.text, marks)
  return {
    body: once(() => {
      if (cuts.length === 0) return body
      const rest = without(body.text, cuts)
      return { text: rest.text, sourceOf: offset => body.sourceOf(rest.sourceOf(offset)) }
    }),
    pageCode: place => {
      const lost = cuts.filter(({ kind }) => kind !== undefined)
      const [first] = lost
      if (first === undefined) return undefined
      const kinds = [...new Set(lost.map(({ kind }) => kind!))].slice(0, mdxKinds)
      return { kinds, place: place(body.sourceOf(first.start), body.sourceOf(first.end - 1) + 1) }
    },
  }
}

const cutsOf = (text: string, { drop, isKramdown, tags }: Marks): readonly Found[] => [
  ...drop.flatMap(name => (name === 'heading' ? (firstHeading(text) ?? []) : elementsIn(text, name))),
  ...(isKramdown ? attributesIn(text) : []),
  ...(tags === 'hugo' ? shortcodesIn(text) : []),
  ...(tags === 'jekyll' || tags === 'eleventy' ? liquidIn(text) : []),
]

/** `<audio …>…</audio>`; without an end, the tag alone. */
const elementsIn = (text: string, name: string): readonly Found[] => {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return []
  const found: Found[] = []
  const low = text.toLowerCase()
  // Behind the last of them none is looked for: with thousands that are never closed, that would take minutes.
  const lastEnd = low.lastIndexOf('>')
  const lastClosing = low.lastIndexOf(`</${name}`, lastEnd)
  for (let at = low.indexOf(`<${name}`); at >= 0 && at < lastEnd; at = low.indexOf(`<${name}`, at)) {
    if (!/[\s/>]/.test(low.charAt(at + name.length + 1))) {
      at += 1
      continue
    }
    const opened = low.indexOf('>', at)
    const isClosed = opened < lastClosing
    const end = low.indexOf('>', isClosed ? low.indexOf(`</${name}`, opened) : opened) + 1
    found.push({ start: at, end })
    at = end
  }
  return found
}

/** `{:.ltr}`, `{: #id .class}`, `{::nomarkdown}`: https://kramdown.gettalong.org/syntax.html#inline-attribute-lists */
const attributesIn = (text: string): readonly Found[] => between(text, '{:', '}', 300)

/** `{{< youtube id >}}`, `{{% note %}}`, and what closes them: https://gohugo.io/content-management/shortcodes/ */
const shortcodesIn = (text: string): readonly Found[] =>
  [...between(text, '{{<', '>}}', 4000), ...between(text, '{{%', '%}}', 4000)].map(cut =>
    named(text, cut, /^\{\{[<%]-?\s*(\/?[\w./-]+)/, ['{{< ', ' >}}']),
  )

/** `{% include player.html %}`, `{{ site.baseurl }}`: https://shopify.github.io/liquid/ */
const liquidIn = (text: string): readonly Found[] => [
  ...between(text, '{%', '%}', 4000).map(cut => named(text, cut, /^\{%-?\s*(\w+)/, ['{% ', ' %}'])),
  ...between(text, '{{', '}}', 1000).map(cut => valueIn(text, cut)),
]

/** In an address, where the site is: `body.base` says it. */
const valueIn = (text: string, cut: Cut): Found => {
  const value = text
    .slice(cut.start + 2, cut.end - 2)
    .replace(/^-|-$/g, '')
    .trim()
  return /^site\.(?:baseurl|url)\b/.test(value) ? cut : { ...cut, kind: `{{ ${value.slice(0, 40)} }}` }
}

const named = (
  text: string,
  cut: Cut,
  pattern: RegExp,
  [before, after]: readonly [string, string],
): Found => {
  const name = pattern.exec(text.slice(cut.start, cut.start + 120))?.[1]
  // What closes another, and what shows nothing, is not missed.
  return name === undefined || /^\/|^end|^(?:comment|assign|raw)$/.test(name)
    ? cut
    : { ...cut, kind: `${before}${name}${after}` }
}

/** From each opening mark to the closing one behind it, where that is not too far away. */
const between = (text: string, open: string, close: string, most: number): readonly Found[] => {
  const found: Found[] = []
  for (let at = text.indexOf(open); at >= 0; ) {
    const closing = text.slice(at + open.length, at + open.length + most).indexOf(close)
    const end = at + open.length + closing + close.length
    if (closing >= 0) found.push({ start: at, end })
    at = text.indexOf(open, closing < 0 ? at + open.length : end)
  }
  return found
}
