/** Where a value of an episode comes from, in the front matter of another program: what show.md says of it. */

import * as z from 'zod'
import { map } from './shape.ts'
import { choice, flag, integer, many, text } from './value.ts'

/** What a text stands for, where it is not what we would write. */
const sourceForms = [
  'date',
  'epoch ms',
  'epoch seconds',
  'ms',
  'seconds',
  'minutes',
  'bytes',
  'comma list',
  'name → URL',
  'not',
] as const

export type SourceForm = (typeof sourceForms)[number]

/** A key, a path or a template; several, of which the first that says something counts; or more exactly. */
export type WrittenSource = string | readonly WrittenSource[] | SourceMap

export type SourceParts = { readonly [part: string]: WrittenSource }

export interface SourceMap {
  /** A key, a path such as `podcast.mp3.file`, or a template such as `https://cdn.example/{filename}.mp3`. */
  readonly from?: WrittenSource
  /** A regular expression of RE2, over the text that was found. */
  readonly match?: string
  /** Which group of it. Default: the first, or the whole where there is none. */
  readonly group?: number
  readonly form?: SourceForm
  /** A file beside the episode's, in which `from` is looked for. */
  readonly beside?: string
  /** A file of the site in which what was found is the name of an entry. */
  readonly data?: string
  /** Of each item of a list: its parts. */
  readonly each?: SourceParts
  /** One value of these parts. */
  readonly parts?: SourceParts
  /** All of these, in one list. */
  readonly all?: readonly WrittenSource[]
  /** Taken when nothing was found. */
  readonly default?: string
  /** A constant. */
  readonly value?: string
}

const formNames: Readonly<Record<string, SourceForm>> = {
  'name -> url': 'name → URL',
  'name: url': 'name → URL',
}

const partsForm = (): z.ZodType<SourceParts, unknown> =>
  z.record(z.string(), source) as unknown as z.ZodType<SourceParts, unknown>

const lists = () => z.array(source) as unknown as z.ZodType<readonly WrittenSource[], unknown>

const source: z.ZodType<WrittenSource, unknown> = z.lazy(() =>
  z.union([
    text({ examples: ['title', 'podcast.mp3.file', 'https://cdn.show.example/{filename}.mp3'] }),
    lists(),
    map({
      from: source
        .meta({
          description: 'A key, a path such as `podcast.file`, or a template such as `{episode}: {title}`.',
        })
        .optional(),
      match: text({ examples: ['S(\\d+)E(\\d+)'] })
        .meta({ description: 'A regular expression (RE2): what it finds is the value.' })
        .optional(),
      group: integer()
        .meta({
          description: 'Which group of `match`. Default: the first, or all of it where there is none.',
        })
        .optional(),
      form: formOfText().meta({ description: 'What the text stands for.' }).optional(),
      beside: text({ examples: ['index.json', '{stem}.yml'] })
        .meta({ description: 'A JSON, YAML or TOML file beside the episode, in which `from` is looked for.' })
        .optional(),
      data: text({ examples: ['_data/people.yml', 'content/people/{id}.md'] })
        .meta({
          description:
            'A file, relative to show.md, in which what was found is the name of an entry; with `{id}` in it, a file each.',
        })
        .optional(),
      each: partsForm().meta({ description: 'Of each item of a list: its parts.' }).optional(),
      parts: partsForm().meta({ description: 'One value of several parts.' }).optional(),
      all: lists().meta({ description: 'All of these, in one list.' }).optional(),
      default: text().meta({ description: 'Taken when nothing was found.' }).optional(),
      value: text().meta({ description: 'The same for every episode.' }).optional(),
    }),
  ]),
) as unknown as z.ZodType<WrittenSource, unknown>

const formOfText = () =>
  z
    .preprocess(
      written =>
        typeof written === 'string' ? (formNames[written.trim().toLowerCase()] ?? written) : written,
      choice(sourceForms),
    )
    .meta({ enum: sourceForms })

/** A source for each of our keys. */
export const sources = partsForm

/** What has to hold of a key for a file to be an episode. */
export interface Condition {
  /** One of these; of a list, one of its items. */
  readonly is?: readonly string[]
  /** None of these. */
  readonly not?: readonly string[]
  /** The text, or the list, has this in it. */
  readonly contains?: readonly string[]
  /** Whether the key is there at all. */
  readonly present?: boolean
  /** Whether nothing that can be seen stands there. */
  readonly blank?: boolean
  /** A regular expression of RE2. */
  readonly matches?: string
}

export type Conditions = Readonly<Record<string, Condition>>

/** `type: episode`, `audio: { blank: false }`. */
export const conditions = (): z.ZodType<Conditions, unknown> =>
  z.record(
    z.string(),
    z.union([
      many(text()).transform((is): Condition => ({ is })),
      map({
        is: many(text()).optional(),
        not: many(text()).optional(),
        contains: many(text()).optional(),
        present: flag().optional(),
        blank: flag().optional(),
        matches: text().optional(),
      }),
    ]),
  ) as unknown as z.ZodType<Conditions, unknown>
