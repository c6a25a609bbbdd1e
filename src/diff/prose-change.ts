import { visibleOf } from '../syntax/visible-html.ts'
import { hrefOf, isHttpUrl } from '../units/url.ts'
import type { Change } from './change.ts'

/** Two texts that people read, as HTML or plain; nothing when not even their markup differs. */
export const proseChange = (what: string, before: string, after: string): readonly Change[] => {
  if (withoutSpaces(before) === withoutSpaces(after)) return []
  const [was, is] = [visibleOf(before), visibleOf(after)]
  const isSameText = was.text === is.text
  if (isSameText && was.addresses.map(keyOf).join(' ') === is.addresses.map(keyOf).join(' '))
    return [
      {
        effect: 'unnoticed',
        what,
        remark: 'the same words, links and pictures, marked up otherwise',
        kind: 'markup',
      },
    ]
  const gone = without(was.addresses, is.addresses)
  const added = without(is.addresses, was.addresses)
  if (isSameText) {
    // Most apps make links of them themselves.
    if (gone === '' && was.addresses.length <= is.addresses.length && areRead(added, was.text))
      return [
        {
          effect: 'unnoticed',
          what,
          remark: 'the same words, in which addresses are links now',
          kind: 'linked',
        },
      ]
    return [linkChange(what, gone, added, 'the same words, with other links or pictures')]
  }
  return [
    {
      effect: 'reads',
      what,
      ...(was.text === '' ? {} : { before: was.text }),
      ...(is.text === '' ? {} : { after: is.text }),
      isProse: true,
    },
    ...linksBeside(what, unread(gone, was.text), unread(added, is.text)),
  ]
}

/** Where links lead stands in no word: who looks over a change has to see that too. */
const linksBeside = (what: string, gone: string, added: string): readonly Change[] =>
  gone === '' && added === '' ? [] : [linkChange(what, gone, added, 'with other links or pictures')]

const linkChange = (what: string, gone: string, added: string, remark: string): Change => ({
  effect: 'reads',
  what,
  ...(gone === '' ? {} : { before: gone }),
  ...(added === '' ? {} : { after: added }),
  remark,
  kind: `links\0${gone}\0${added}`,
})

/** Those that do not stand in the text as well. */
const unread = (addresses: string, text: string): string =>
  addresses
    .split(' ')
    .filter(address => address !== '' && !areRead(address, text))
    .join(' ')

const withoutSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The same for every way to write an address. */
const keyOf = (address: string): string => (isHttpUrl(address) ? hrefOf(address) : address)

/** People write an address without its scheme, and with a capital letter at the beginning of a sentence. */
const areRead = (addresses: string, text: string): boolean => {
  const read = text.toLowerCase()
  return (
    addresses !== '' &&
    addresses
      .split(' ')
      .every(address => read.includes(address.toLowerCase().replace(/^(?:https?:\/\/|mailto:)|\/$/g, '')))
  )
}

const without = (all: readonly string[], others: readonly string[]): string => {
  const known = new Set(others.map(keyOf))
  return [...new Set(all)].filter(one => !known.has(keyOf(one))).join(' ')
}
