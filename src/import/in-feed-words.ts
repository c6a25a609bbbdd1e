/** What a rule says of front matter, in the words of a feed. */

import type { Diagnostic } from '../diagnostic.ts'
import { episodeSchema, showSchema } from '../schema/index.ts'
import { attributeOfTag } from './known-elements.ts'

const tagOfKey: ReadonlyMap<string, string> = new Map(
  [showSchema.fields, episodeSchema.fields]
    .flatMap(fields => Object.entries(fields))
    .flatMap(([key, field]): [string, string][] => {
      const tag = field.meta()?.tag
      return typeof tag === 'string' ? [[key, tag]] : []
    }),
)

/** `explicit: false` and `explicit`, in backticks. */
const PAIR = /`([a-z][A-Za-z]*): ?([^`]*)`/g
const KEY = /`([a-z][A-Za-z]*)`/g

/** Advice for a show folder: of no use to somebody who has a feed. */
const ABOUT_FOLDERS =
  /front matter|\.md\b|build-feed|Markdown|`[a-z][A-Za-z]*:|`--|beside|\bfile name\b|\bremove the line\b/i

/** A finding of a rule of shows, about a feed. Repairs of front matter do not apply, nor does advice on it. */
export const inFeedWords = ({ help, fix: _, message, ...rest }: Diagnostic): Diagnostic => {
  const advice = help === undefined ? undefined : translated(help)
  return {
    ...rest,
    message: translated(message),
    ...(advice === undefined || ABOUT_FOLDERS.test(advice) ? {} : { help: advice }),
  }
}

const translated = (text: string): string =>
  text
    .replace(PAIR, (written, key: string, value: string) => {
      const tag = tagOfKey.get(key)
      return tag === undefined ? written : `\`${element(tag, value)}\``
    })
    .replace(KEY, (written, key: string) => {
      const tag = tagOfKey.get(key)
      return tag === undefined ? written : `\`<${tag}>\``
    })

const element = (tag: string, value: string): string => {
  const attribute = attributeOfTag[tag]
  return attribute === undefined
    ? `<${tag}>${value}</${tag}>`
    : `<${tag} ${attribute}="${value.replaceAll('&', '&amp;')}"/>`
}
