/** Scalars as people write them. Front matter arrives as text (YAML's failsafe schema); only what stands here converts it. */

import * as z from 'zod'
import { canParseUrl } from '../units/can-parse-url.ts'
import { hasCredentials } from '../units/credentials.ts'
import { asFolder, meantUrl } from '../units/meant-url.ts'
import { typedPlainly } from '../units/plain-typing.ts'
import { listed, nearest } from '../units/text.ts'
import { hrefOf } from '../units/url.ts'

/** What front matter holds before the schema has looked at it. */
export type Written = string | readonly Written[] | { readonly [key: string]: Written }

/** Why a value was not taken: which kind of value was expected, and how the right form looks. */
export interface Refusal {
  readonly expected: Expected
  readonly message: string
  readonly help?: string
  /** The one right form, where there is only one candidate. */
  readonly replacement?: string | number
}

export type Expected =
  | 'text'
  | 'flag'
  | 'number'
  | 'duration'
  | 'url'
  | 'email'
  | 'choice'
  | 'list'
  | 'map'
  | 'path'

export type Read<T> = { readonly value: T } | { readonly refusal: Refusal }

/** For people who complete and check front matter in an editor, whose YAML reader makes numbers and booleans. */
type EditorSchema = Readonly<Record<string, unknown>>

/** A scalar: text in, a value or a refusal out. */
export const scalar = <T>(read: (text: string) => Read<T>, editor: EditorSchema = {}) =>
  z
    .string()
    .meta({ ...editor })
    .transform((text, context): T => {
      // Every value of every field comes through here.
      const result = hasCredentials(text) ? { refusal: noCredentials } : readTyped(read, text.trim())
      if ('value' in result) return result.value
      context.issues.push({
        code: 'custom',
        message: result.refusal.message,
        input: text,
        params: result.refusal,
      })
      return z.NEVER
    })

/** Where a value has no fault but the marks and spaces that a word processor puts in, that is what is said, and how it is written. */
const readTyped = <T>(read: (text: string) => Read<T>, written: string): Read<T> => {
  const result = read(written)
  const plain = 'value' in result ? undefined : typedPlainly(written)
  if ('value' in result || plain === undefined || !('value' in read(plain.text))) return result
  return refuse(result.refusal.expected, `"${written}" cannot be read because of its ${plain.without}`, {
    help: `Write \`${plain.text}\`.`,
    replacement: plain.text,
  })
}

const noCredentials: Refusal = {
  expected: 'url',
  message: 'this address holds a user name or password, which every subscriber would see',
  help: 'Remove the part before the @; a public podcast needs no sign-in.',
}

const refuse = (
  expected: Expected,
  message: string,
  more: { help?: string; replacement?: string | number } = {},
): { refusal: Refusal } => ({ refusal: { expected, message, ...more } })

/** Of which a page is made: an address with a password is an example where it stands as code, so it is judged when it is rendered. */
export const markup = () =>
  z
    .string()
    .meta({ type: ['string', 'number', 'boolean'] })
    .transform(written => written.trim())

export const text = (editor: EditorSchema = {}) =>
  scalar(written => ({ value: written }), { type: ['string', 'number', 'boolean'], ...editor })

const yes = new Set(['true', 'yes', 'explicit'])
const no = new Set(['false', 'no', 'clean'])

/** The words of a flag, as a pattern for editors. */
export const flagPattern = (): string => caseless([...yes, ...no])

/** JSON Schema's patterns have no flag that ignores case. */
const caseless = (words: readonly string[]): string =>
  `^(${words.map(word => word.replace(/[a-z]/g, letter => `[${letter.toUpperCase()}${letter}]`)).join('|')})$`

/** `true` or `false`; the older `yes`, `no`, `explicit` and `clean` are understood. */
export const flag = () =>
  scalar(flagOf, {
    type: ['boolean', 'string'],
    pattern: flagPattern(),
    examples: [true, false],
  })

export const flagOf = (written: string): Read<boolean> => {
  const word = written.toLowerCase()
  if (yes.has(word)) return { value: true }
  if (no.has(word)) return { value: false }
  return refuse('flag', `"${written}" is neither yes nor no, so it is unclear what is meant`, {
    help: 'Write `true` or `false`.',
  })
}

/** A whole number, in decimal digits. `010` is ten. */
export const integer = () =>
  scalar(
    (written): Read<number> =>
      /^[+-]?\d{1,15}$/.test(written)
        ? { value: Number(written) }
        : refuse('number', `"${written}" is not a whole number`, {
            help: 'Write digits only, such as `12`; put letters and decimals into `episodeDisplay` or the title.',
          }),
    { type: ['integer', 'string'], pattern: '^[+-]?\\d{1,15}$' },
  )

export const decimal = () =>
  scalar(
    (written): Read<number> =>
      /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(written)
        ? { value: Number(written) }
        : refuse('number', `"${written}" is not a number`, { help: 'Write a number such as `12.5`.' }),
    { type: ['number', 'string'], pattern: '^[+-]?\\d{1,15}(\\.\\d{1,15})?$' },
  )

/** One of a few words, compared without regard to case. */
export const choice = <const Words extends readonly string[]>(words: Words) =>
  scalar(
    (written): Read<Words[number]> => {
      const found = words.find(word => word.toLowerCase() === written.toLowerCase())
      if (found !== undefined) return { value: found }
      const near = nearest(written, words)
      return refuse(
        'choice',
        `"${written}" is not one of ${listing(words)}${words.length > 1 ? ', so it cannot be used' : ''}`,
        {
          help: near ? `Write \`${near}\`.` : `Write one of ${words.map(word => `\`${word}\``).join(', ')}.`,
          ...(near === undefined ? {} : { replacement: near }),
        },
      )
    },
    { enum: words },
  )

export const listing = (words: readonly string[]): string => listed(words, 'or')

export interface UrlForm {
  /** Files are put behind it. */
  readonly isFolder?: boolean
}

/** `https://show.example/page`: absolute, http or https. */
export const url = (form: UrlForm = {}) =>
  scalar(
    (written): Read<string> => {
      const problem = urlProblem(written, form)
      return problem === undefined ? { value: hrefOf(written) } : { refusal: problem }
    },
    { format: 'uri', examples: ['https://YOUR-SITE/'] },
  )

export const urlProblem = (written: string, { isFolder = false }: UrlForm = {}): Refusal | undefined => {
  const refusal = (message: string, otherwise: string): Refusal => {
    const meant = meantUrl(written)
    const help = meant === undefined ? otherwise : `Write \`${isFolder ? asFolder(meant) : meant}\`.`
    return { expected: 'url', message, help }
  }
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d{1,5}(?:[/?#]|$))/i.exec(written)?.[1]?.toLowerCase()
  if (scheme === undefined)
    return refusal(`"${written}" is not a full address, so no app can open it`, wholeAddress(written))
  if (scheme !== 'http' && scheme !== 'https')
    return refusal(
      `"${written}" begins with "${scheme}:", which podcast apps do not open`,
      'Write an address that begins with `https://`.',
    )
  if (!canParseUrl(written))
    return refusal(
      `"${written}" is not a URL that a browser can read`,
      'Check the host name and the brackets.',
    )
  const { username, password } = new URL(written)
  return username !== '' || password !== '' ? noCredentials : undefined
}

/** A path is shown behind a host that is nobody's. */
const wholeAddress = (written: string): string =>
  mailbox.test(written)
    ? 'Write the address of a page, such as `https://show.example/about`; an e-mail address goes into `owner`.'
    : `Write the whole address, such as \`https://show.example/${written.replace(/^[./]+/, '')}\`.`

/** The shape that mail servers and the W3C validator agree on; whether the mailbox exists is not ours to know. */
const mailbox = /^[^\s@<>()[\]\\,;:"“”„«»‹›‘’]{1,64}@[^\s@."“”„«»‹›‘’]+(\.[^\s@."“”„«»‹›‘’]+)+$/

export const isMailbox = (text: string): boolean => mailbox.test(text)

export const email = () =>
  scalar(
    (written): Read<string> => {
      if (mailbox.test(written)) return { value: written }
      const meant = addressIn(written)
      return refuse('email', `"${written}" is not an e-mail address, so no mail can reach you there`, {
        help: `Write ${meant === undefined ? 'an address such as `ada@show.example`' : `\`${meant}\``}.`,
        ...(meant === undefined ? {} : { replacement: meant }),
      })
    },
    { format: 'email', examples: ['you@example.com'] },
  )

/** `Ada <ada@show.example>`, `mailto:…`, `ada (at) show.example`: the address within. */
const addressIn = (written: string): string | undefined => {
  if (written.length > 300) return undefined
  const plain = written.replace(/\s?[([]?\bat\b[)\]]?\s?/i, '@').replace(/^mailto:/i, '')
  const found = plain.split(/[\s<>()",;]+/).filter(word => mailbox.test(word))
  return found.length === 1 ? found[0] : undefined
}

/** So many, neither more nor fewer. `key`: how the list is called; `what`: it holds. */
export const exactly = <S extends z.ZodType>(
  length: number,
  item: S,
  { key, what }: { readonly key: string; readonly what: string },
) =>
  z.array(item).superRefine((list, context) => {
    if (list.length === length) return
    const refusal: Refusal = {
      expected: 'list',
      message: `\`${key}\` has ${list.length} ${list.length === 1 ? 'entry' : 'entries'}, but has to have ${length}: ${what}`,
      help: `Write a list of ${length}, in their order.`,
    }
    context.addIssue({ code: 'custom', message: refusal.message, params: { ...refusal } })
  }) as unknown as z.ZodType<readonly z.output<S>[], unknown>

/** One or several: a single value stands for a list of one. */
export const many = <S extends z.ZodType>(item: S) =>
  z.union([z.array(item), item.transform(value => [value])]) as unknown as z.ZodType<
    readonly z.output<S>[],
    unknown
  >
