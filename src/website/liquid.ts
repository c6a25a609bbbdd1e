/**
 * The only door to liquidjs (with straight.ts): templates in memory, no files, no clock, no chance. What is printed is escaped unless a template says
 * `raw`. A theme may come from a stranger, so that what it may take is bounded (limits.ts).
 */

import { Context, Liquid, type Template } from 'liquidjs'
import { pageCharacters, siteSteps, templateCharacters, templateMemory, templateSteps } from '../limits.ts'
import { grouped } from '../units/amount.ts'
import { escapeAttribute } from '../units/escape-html.ts'
import { dayBy } from './dates.ts'
import { filled, type Phrase, type Words } from './messages/index.ts'
import { TemplateMistake } from './mistake.ts'
import { renderStraight } from './straight.ts'

export type Render = (template: string, view: object) => string

/** Of the library's own: those that ask the clock or chance, or show what a template has no business with. */
const without = [
  ...['sample', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'],
  ...['sha256', 'hmac_sha256', 'inspect'],
]

const ending = '.liquid'

/** @throws TemplateMistake, also when it renders. */
export const renderer = (files: Readonly<Record<string, string>>, words: Words): Render => {
  const templates = named(files, words)
  const engine = new Liquid({
    templates,
    cache: true,
    ownPropertyOnly: true,
    outputEscape: 'escape',
    strictFilters: true,
    parseLimit: templateCharacters,
    memoryLimit: templateMemory,
  })
  for (const name of without) delete engine.filters[name]
  engine.registerFilter('date', (day: unknown, pattern: unknown) =>
    dayBy(String(day), typeof pattern === 'string' ? pattern : words.longDate, words),
  )
  engine.registerFilter('t', (phrase: unknown, ...values: unknown[]) => phraseOf(words, phrase, values))
  renderStraight(engine)
  const parsed = new Map<string, Template[]>()
  const steps = { left: siteSteps }
  return (name, view) => {
    if (templates[name] === '') return ''
    try {
      const template = parsed.get(name) ?? engine.parse(templates[name] ?? '', name)
      parsed.set(name, template)
      const html: string = engine.renderSync(template, contextOf(engine, view, steps))
      if (html.length > pageCharacters)
        throw new Error(`it makes more than ${grouped(pageCharacters)} characters`)
      return html
    } catch (error) {
      throw mistakeOf(error, name)
    }
  }
}

/**
 * The library bounds a page by time, which a busy machine has less of, and asks at each tag and value whether it is over. Here these
 * are counted instead. (What it calls `templateLimit` bounds nothing as of 10.30.)
 */
const contextOf = (engine: Liquid, view: object, site: { left: number }): Context => {
  let left = templateSteps
  const check = (): void => {
    if (--left < 0 || --site.left < 0) throw new Error('it takes too many steps, and may never end')
  }
  type Limits = NonNullable<ConstructorParameters<typeof Context>[3]>
  const renderLimit = { check } as unknown as NonNullable<Limits['renderLimit']>
  const globals = everywhere(view)
  return new Context(view, engine.options, { sync: true, globals }, { renderLimit, liquid: engine })
}

/** What a template sees too that another one names: what else it is to see, that one hands it. */
const everywhere = ({ show = {}, page = {} }: { readonly show?: object; readonly page?: object }) => ({
  show,
  page,
})

/** `{{ 'copy' | t }}` says the same on every page: it is written once, and not a thousand times. */
const withPhrases = (text: string, words: Words): string =>
  text.replace(/\{\{\s*'(\w+)'\s*\|\s*t\s*\}\}/g, (_, phrase: string) =>
    escapeAttribute(phraseOf(words, phrase, []))
      .replaceAll("'", '&#39;')
      .replaceAll('{', '&#123;'),
  )

const named = (files: Readonly<Record<string, string>>, words: Words): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => name.endsWith(ending))
      .map(([name, text]) => [name.slice(0, -ending.length), withPhrases(text, words)]),
  )

/** `{{ 'published' | t: date: episode.date.long }}` */
const phraseOf = (words: Words, phrase: unknown, values: readonly unknown[]): string => {
  const text = Object.hasOwn(words.text, String(phrase))
    ? words.text[String(phrase) as Phrase]
    : String(phrase)
  const given = new Map(values.filter(isPair).map(([name, value]) => [name, String(value ?? '')]))
  return filled(text, given)
}

/** How the library gives an argument that has a name. */
const isPair = (value: unknown): value is readonly [string, unknown] =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'string'

const mistakeOf = (error: unknown, name: string): TemplateMistake => {
  const { token, message, originalError } = error as Error & {
    token?: { file?: string; getPosition?: () => readonly [number, number] }
    originalError?: Error
  }
  const said = (originalError?.message ?? message).replace(/, file:.*$/s, '').replace(/, line:.*$/s, '')
  return new TemplateMistake(token?.file ?? name, token?.getPosition?.()[0], inPlainWords(said))
}

/** What the library says of its inside, as somebody who writes templates would. */
const plainly: readonly (readonly [RegExp, string])[] = [
  [/^ENOENT: Failed to lookup "(.*)" in .*$/s, 'there is no template "$1"'],
  [/^memory alloc limit exceeded$/, 'it takes too much memory'],
  [/^parse length limit exceeded$/, 'it is too long'],
]

const inPlainWords = (said: string): string =>
  plainly.reduce((text, [pattern, words]) => text.replace(pattern, words), said)
