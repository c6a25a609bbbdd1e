/** What a rule says of front matter, in the words of a feed. */

import type { Diagnostic } from '../diagnostic.ts'
import { episodeSchema, showSchema } from '../fields/index.ts'
import { once } from '../units/once.ts'
import { attributeOfTag } from './known-elements.ts'

/** Made when it is first asked for: it takes every form of every field. */
const tagOfKey = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      [showSchema.fields, episodeSchema.fields]
        .flatMap(fields => Object.entries(fields))
        .flatMap(([key, field]): [string, string][] => {
          const tag = field.meta()?.tag
          return typeof tag === 'string' ? [[key, tag]] : []
        }),
    ),
)

/** `explicit: false` and `explicit`, in backticks. */
const PAIR = /`([a-z][A-Za-z]*): ?([^`]*)`/g
const KEY = /`([a-z][A-Za-z]*)`/g

/** Advice for a show folder: of no use to somebody who has a feed. */
const ABOUT_FOLDERS =
  /front matter|\.md\b|build-feed|feed\.lock|Markdown|show folder|`[a-z][A-Za-z]*:[ `]|`--|`\[|\bbeside\b|\b(?:the|those) lines?\b/i

/** A finding of a rule of shows, about a feed. Repairs of front matter do not apply, nor does advice on it. */
export const inFeedWords = ({ help, fix: _, message, rule, ...rest }: Diagnostic): Diagnostic => {
  const advice = help === undefined ? '' : helpInFeeds(help, rule)
  return { ...rest, rule, message: translated(message), ...(advice === '' ? {} : { help: advice }) }
}

const helpInFeeds = (help: string, rule: string): string => {
  const written = rule.startsWith('show/category-') ? withCategories(help) : translated(help)
  return escaped(withoutFolders(written))
}

const translated = (text: string): string =>
  text
    .replace(PAIR, (written, key: string, value: string) => {
      const tag = tagOfKey().get(key)
      return tag === undefined ? written : `\`${element(tag, value)}\``
    })
    .replace(KEY, (written, key: string) => {
      const tag = tagOfKey().get(key)
      return tag === undefined ? written : `\`<${tag}>\``
    })

/** `{ name: Ada Pier, email: ada@show.example }` */
const OWNER = /(name|email): ([^,}]*[^,} ])/g

const element = (tag: string, value: string): string => {
  const attribute = attributeOfTag[tag]
  if (tag === 'itunes:owner')
    return `<itunes:owner>${value
      .replace(OWNER, '<itunes:$1>$2</itunes:$1>')
      .replace(/[{}]|, (?=<)/g, '')
      .trim()}</itunes:owner>`
  return attribute === undefined ? `<${tag}>${value}</${tag}>` : `<${tag} ${attribute}="${value}"/>`
}

/** Of several ways out, those up to the first that leads into a folder. */
const withoutFolders = (help: string): string => {
  const ways = help.split(/(?=; |, or )/)
  const first = ways.findIndex(way => ABOUT_FOLDERS.test(way))
  if (first < 0) return help
  const left = ways.slice(0, first).join('')
  return left === '' ? '' : `${left.replace(/\.$/, '')}.`
}

/** `Arts > Books`, as front matter has it. */
const withCategories = (help: string): string => {
  const names = help.match(/`[^`]+`/g) ?? []
  // A long list is for reading.
  if (names.length > 3) return help
  return help.replace(/`([^`<>]+?)(?: > ([^`<>]+))?`/g, (_, name: string, sub?: string) =>
    sub === undefined
      ? `\`<itunes:category text="${name}"/>\``
      : `\`<itunes:category text="${name}"><itunes:category text="${sub}"/></itunes:category>\``,
  )
}

/** What is shown as it is to be written, is written as XML. */
const escaped = (help: string): string =>
  help.replace(/`[^`]*`/g, code => code.replace(/&(?!(?:amp|lt|gt|quot|apos|#\w+);)/g, '&amp;'))
