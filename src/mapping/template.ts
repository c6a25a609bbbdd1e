/** `https://cdn.example/{filename}.mp3`: text with names in braces. */

import { isNothing, type Sourced } from './sourced.ts'
import type { Written } from './written.ts'

export interface Template {
  readonly parts: readonly (string | { readonly name: string })[]
  readonly isAddress: boolean
}

export const templateOf = (text: string): Template | undefined => {
  const parts = text
    .split(/(\{[^{}]{1,200}\})/)
    .filter(part => part !== '')
    .map(part => (/^\{[^{}]+\}$/.test(part) ? { name: part.slice(1, -1).trim() } : part))
  if (!parts.some(part => typeof part !== 'string')) return undefined
  return { parts, isAddress: /^(?:https?:\/\/|\{site\})/i.test(text) }
}

/** A name where the host of an address stands: then an episode could send listeners anywhere. */
export const nameInHost = ({ parts }: Template): string | undefined => {
  let text = ''
  for (const part of parts) {
    if (typeof part === 'string') text += part
    else if (/^https?:\/\/[^/?#]*$/i.test(text)) return part.name
    else return undefined
  }
  return undefined
}

/** Undefined as soon as a name has nothing to say. */
export const filled = (
  { parts, isAddress }: Template,
  find: (name: string) => Sourced | undefined,
): Sourced | undefined => {
  let text = ''
  let first: Sourced | undefined
  for (const part of parts) {
    if (typeof part === 'string') {
      // `{site}` has its slash already.
      text += text.endsWith('/') && part.startsWith('/') && text === first?.written ? part.slice(1) : part
      continue
    }
    const value = find(part.name)
    const said = value === undefined ? undefined : textOf(value.written)
    if (value === undefined || said === undefined) return undefined
    const plain = isAddress && isOfFile(part.name) ? encoded(said) : said
    // One slash between the two, whichever of them wrote it.
    text += text.endsWith('/') ? plain.replace(/^\/+/, '') : plain
    first ??= value
  }
  return { written: text, origin: first?.origin && { at: (_, what) => first!.origin!.at([], what) } }
}

/** A name of a file may hold what means something else in an address: `#42 What?.md`. */
const isOfFile = (name: string): boolean => /^(?:file\.|stem$|folder$|slug$)/.test(name)
const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

const textOf = (written: Written): string | undefined => {
  if (isNothing(written)) return undefined
  if (typeof written === 'string') return written.trim()
  return Array.isArray(written) && written.every(item => typeof item === 'string')
    ? written.join(', ')
    : undefined
}
