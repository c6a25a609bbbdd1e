/** The show.md that says how a site is read, with why in comments. */

import { initValues } from '../init-values.ts'
import type { Json } from '../table/field.ts'
import type { Guessed } from './guess.ts'
import { notWhole, type Site } from './site.ts'

export interface ShowFacts {
  readonly title?: string | undefined
  readonly link?: string | undefined
  readonly baseUrl?: string | undefined
  readonly feedUrl?: string | undefined
  readonly language?: string | undefined
  readonly categories?: Json | undefined
  readonly explicit?: string | undefined
  readonly image?: string | undefined
  readonly author?: string | undefined
  readonly email?: string | undefined
  readonly owner?: string | undefined
  readonly copyright?: string | undefined
  readonly guid?: string | undefined
  readonly timezone?: string | undefined
  readonly description?: string | undefined
}

/** A guess of one of these, and how many files are for it. */
export interface ZoneGuess {
  readonly zone: string
  readonly why: string
}

export interface ShowText {
  readonly facts: ShowFacts
  readonly site: Site
  readonly guessed: Guessed
  /** From the folder of show.md to the root of the site: `../`. */
  readonly up: string
  /** The published feed, as show.md is to name it. */
  readonly feed: string | undefined
  readonly zone?: ZoneGuess | undefined
  /** Whether some date names no zone. */
  readonly needsZone: boolean
}

export const showText = ({ facts, site, guessed, up, feed, zone, needsZone }: ShowText): string => {
  const { title = initValues.title, link = initValues.address, author = title } = facts
  const lines = [
    '---',
    ...line('title', title, facts.title),
    ...line('link', link, facts.link),
    '# Where the output folder is served.',
    ...line('baseUrl', facts.baseUrl ?? link, facts.baseUrl ?? facts.link),
    ...(facts.feedUrl === undefined
      ? []
      : ['# Where subscribers read the feed today.', ...line('feedUrl', facts.feedUrl, '')]),
    ...line('language', facts.language ?? 'en', facts.language),
    ...line('categories', facts.categories ?? 'Technology', facts.categories),
    ...line('explicit', facts.explicit ?? 'false', facts.explicit),
    ...line('image', facts.image ?? `${link.replace(/\/*$/, '/')}cover.jpg`, facts.image),
    ...line('author', author, facts.author ?? facts.title),
    ...line('owner', { name: facts.owner ?? author, email: facts.email ?? initValues.email }, facts.email),
    ...(facts.copyright === undefined ? [] : line('copyright', facts.copyright, '')),
    ...(facts.guid === undefined ? [] : line('guid', facts.guid, '')),
    ...(zone === undefined ? [] : [`# ${zone.why}.`]),
    ...zoneLines(facts.timezone ?? zone?.zone, needsZone),
    '',
    `# How the episodes of this site are read: ${guessed.episodes.length} files.`,
    ...(site.isWhole ? [] : [`# Look it over well: ${notWhole}.`]),
    ...(site.preset === undefined
      ? []
      : [`# As ${site.configurationFile} says.`, `preset: ${site.preset.name}`]),
    'content:',
    ...guessed.content.map(glob => `  - ${scalar(up + glob)}`),
    ...(guessed.where === undefined ? [] : [`# ${guessed.whereWhy}.`, `where: ${flow(guessed.where)}`]),
    ...(feed !== undefined
      ? [
          '# What the files do not say is taken from the published feed, for episodes that the lock does not know yet.',
          `facts: ${flow({ feed })}`,
        ]
      : guessed.isGiven
        ? [
            '# Bytes and duration are stated, so nothing is fetched. Without this line they are measured.',
            'facts: given',
          ]
        : []),
    'fields:',
    ...guessed.fields.flatMap(({ key, source, why }) => [`  # ${why}.`, `  ${key}: ${flow(source)}`]),
    ...bodyOf(facts, guessed),
    '---',
    facts.description ?? initValues.about,
    '',
  ]
  return lines.join('\n')
}

const zoneLines = (known: string | undefined, isNeeded: boolean): readonly string[] => {
  if (known !== undefined) return line('timezone', known, known)
  return isNeeded ? ['# The time zone of dates that name none.', ...line('timezone', 'UTC', known)] : []
}

const bodyOf = ({ link }: ShowFacts, { drop }: Guessed): readonly string[] => {
  const parts: Record<string, Json> = {
    ...(link === undefined ? {} : { base: link.replace(/\/*$/, '/') }),
    ...(drop.length === 0 ? {} : { drop }),
  }
  return Object.keys(parts).length === 0
    ? []
    : [
        '# What links in the notes are relative to, and elements that are for the site alone.',
        `body: ${flow(parts)}`,
      ]
}

/** `known`: undefined where nobody could tell, so that somebody has to look. */
const line = (key: string, value: Json, known: unknown): readonly string[] => [
  `${key}: ${flow(value)}${known === undefined ? ' # fill in' : ''}`,
]

const flow = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${scalar(key)}: ${flow(inner)}`)
      .join(', ')} }`
  return scalar(String(value))
}

const scalar = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N} ._/@-]*$/u.test(text) && !/^(?:true|false|null|yes|no)$/i.test(text)
    ? text.trimEnd()
    : /^(?:true|false)$/.test(text)
      ? text
      : JSON.stringify(text)
