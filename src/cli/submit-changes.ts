/** What the command line says is to be written into show.md. */

import { type Change, directories, directoryOf } from '../submit/index.ts'
import { isHttpUrl } from '../units/url.ts'
import { UsageError } from './io.ts'

export interface ChangeFlags {
  /** `[directory=]url` */
  readonly listed?: readonly string[]
  /** `directory=code` */
  readonly verify?: readonly string[]
  readonly owner?: string
  readonly without?: readonly string[]
}

export const changesOf = ({ listed, verify, owner, without }: ChangeFlags): readonly Change[] => [
  ...(listed ?? []).map(listedOf),
  ...(verify ?? []).map(verifyOf),
  ...(owner === undefined ? [] : [ownerOf(owner)]),
  ...(without ?? []).map(withoutOf),
]

const ids = directories.map(({ id }) => id)

const listedOf = (written: string): Change => {
  const [, id, url = written] = /^([a-z]+)=(.*)$/is.exec(written) ?? []
  if (!isHttpUrl(url))
    throw new UsageError(
      `--listed "${written}" is not the address of a page; write it whole, such as https://podcasts.apple.com/podcast/id1500000000`,
    )
  if (id === undefined) return { kind: 'listed', url }
  const named = directories.find(one => one.id === id.toLowerCase())
  if (named === undefined) throw new UsageError(`--listed "${written}": ${unknown(id)}`)
  if (directoryOf(url) !== named)
    throw new UsageError(
      `--listed "${written}" is not a page of ${named.name}, whose pages are at ${named.hosts.join(' or ')}`,
    )
  return { kind: 'listed', url }
}

const verifyOf = (written: string): Change => {
  const [, id = '', code = ''] = /^([^=]*)=(.*)$/s.exec(written) ?? []
  const named = directories.find(one => one.id === id.toLowerCase())
  if (code.trim() === '' || /[\r\n]/.test(code))
    throw new UsageError(`--verify "${written}" has no code; write apple=abcd1234`)
  if (named === undefined) throw new UsageError(`--verify "${written}": ${unknown(id)}`)
  if (named.proof === 'owner')
    throw new UsageError(
      `${named.name} sends its code to the e-mail address of \`owner\`, and wants it on its own page: it has no place in the feed`,
    )
  return { kind: named.proof === 'verify' ? 'verify' : 'txt', code: code.trim() }
}

const unknown = (id: string): string =>
  `"${id}" is no directory that is known here; there are ${ids.join(', ')}`

const ownerOf = (email: string): Change => {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new UsageError(`--owner "${email}" is not an e-mail address`)
  return { kind: 'owner', email }
}

const withoutOf = (what: string): Change => {
  if (what === 'owner' || what === 'codes') return { kind: 'without', what }
  throw new UsageError(`--without "${what}" is neither owner nor codes`)
}
