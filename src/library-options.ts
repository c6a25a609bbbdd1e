/** What a program may ask of the library, checked before anything is read or written. */

import { acceptForms, isAcceptable } from './check/history/accept.ts'
import { urlProblem } from './schema/index.ts'
import { type Party, targetNames } from './targets.ts'
import { listed, nearest } from './units/text.ts'

/** An option that does not exist, or a value that it cannot have. Thrown, or rejected with, before anything is read or written. */
export class OptionError extends TypeError {
  override readonly name = 'OptionError'
  /** The option, such as `baseUrl`. */
  readonly option: string

  /** `message` begins with the name of the option. */
  constructor(option: string, message: string) {
    super(`${option} ${message}`)
    this.option = option
  }
}

type Check = (value: unknown, option: string) => void

const refuse = (option: string, message: string): never => {
  throw new OptionError(option, message)
}

const text: Check = (value, option) => {
  if (typeof value !== 'string' || value.trim() === '')
    refuse(option, `is ${shown(value)}; a text was expected`)
}

const flag: Check = (value, option) => {
  if (typeof value !== 'boolean') refuse(option, `is ${shown(value)}; true or false was expected`)
}

const address: Check = (value, option) => {
  text(value, option)
  const problem = urlProblem(String(value), { isFolder: true })
  if (problem !== undefined) refuse(option, `cannot be used: ${problem.message}`)
}

const moment: Check = (value, option) => {
  if (!(value instanceof Date) || Number.isNaN(value.getTime()))
    refuse(option, `is ${shown(value)}; a Date that is a moment was expected`)
}

const acceptances: Check = (value, option) => {
  if (!Array.isArray(value))
    return refuse(option, `is ${shown(value)}; a list was expected, such as ["gone:002"]`)
  const wrong = value.find(one => typeof one !== 'string' || !isAcceptable(one))
  if (wrong !== undefined)
    refuse(option, `does not know ${shown(wrong)}; there are ${acceptForms.join(', ')}`)
}

const parties: Check = (value, option) => {
  const names: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (names.length === 0) refuse(option, `is empty; it names one or more of ${listed(targetNames)}`)
  const index = names.findIndex(name => !targetNames.includes(name as Party))
  if (index < 0) return
  const wrong = names[index]
  const near = typeof wrong === 'string' ? nearest(wrong, targetNames) : undefined
  refuse(
    option,
    `does not know ${shown(wrong)}; ${near === undefined ? `there are ${listed(targetNames)}` : `did you mean "${near}"?`}`,
  )
}

/** A value in a message, as short as it can be told. */
const shown = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value)
  if (value instanceof Date) return 'an invalid date'
  if (value === null || ['number', 'boolean', 'undefined'].includes(typeof value)) return String(value)
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}

const checks = {
  out: text,
  baseUrl: address,
  now: moment,
  for: parties,
  accept: acceptances,
  file: text,
  drafts: flag,
  audio: flag,
  link: flag,
  allowPrivate: flag,
  frozen: flag,
  refresh: flag,
  scanRemote: flag,
  check: flag,
  strict: flag,
} as const satisfies Readonly<Record<string, Check>>

type Option = keyof typeof checks

/** Throws an `OptionError` for the first thing that is wrong. `known`: the options of this function. */
export const checkOptions = (options: object, known: readonly Option[]): void => {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new OptionError('options', `are ${shown(options)}; an object was expected`)
  for (const [option, value] of Object.entries(options)) {
    if (!(known as readonly string[]).includes(option)) {
      const near = nearest(option, known)
      refuse(
        option,
        `is not an option${near === undefined ? `; there are ${listed(known)}` : `; did you mean ${near}?`}`,
      )
    }
    if (value !== undefined) checks[option as Option](value, option)
  }
  const { frozen, refresh, scanRemote } = options as Partial<Record<Option, unknown>>
  if (frozen && refresh) refuse('refresh', 'asks the network, and frozen forbids it')
  if (frozen && scanRemote) refuse('scanRemote', 'asks the network, and frozen forbids it')
}

/** Throws an `OptionError` for what is no path. */
export const checkPath: (value: unknown, what: string) => void = text

/** Throws an `OptionError` for what is neither bytes nor text. */
export const checkBytes = (value: unknown): void => {
  if (typeof value !== 'string' && !(value instanceof Uint8Array))
    throw new OptionError('feed', `is ${shown(value)}; the text or the bytes of a feed were expected`)
}

/** The parties as a list. */
export const partiesOf = (value: Party | readonly Party[] | undefined): readonly Party[] | undefined =>
  value === undefined ? undefined : typeof value === 'string' ? [value] : value
