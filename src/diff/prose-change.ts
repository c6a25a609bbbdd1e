import type { Change } from './change.ts'
import { visibleOf } from './visible.ts'

/** Two texts that people read, as HTML or plain; nothing when not even their markup differs. */
export const proseChange = (what: string, before: string, after: string): readonly Change[] => {
  if (withoutSpaces(before) === withoutSpaces(after)) return []
  const [was, is] = [visibleOf(before), visibleOf(after)]
  const isSameText = was.text === is.text
  if (isSameText && was.addresses.join(' ') === is.addresses.join(' '))
    return [
      {
        effect: 'unnoticed',
        what,
        remark: 'the same words, links and pictures, marked up otherwise',
        kind: 'markup',
      },
    ]
  if (isSameText) {
    const gone = without(was.addresses, is.addresses)
    const added = without(is.addresses, was.addresses)
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
    return [
      {
        effect: 'reads',
        what,
        ...(gone === '' ? {} : { before: gone }),
        ...(added === '' ? {} : { after: added }),
        remark: 'the same words, with other links or pictures',
        kind: `links\0${gone}\0${added}`,
      },
    ]
  }
  return [
    {
      effect: 'reads',
      what,
      ...(was.text === '' ? {} : { before: was.text }),
      ...(is.text === '' ? {} : { after: is.text }),
      isProse: true,
    },
  ]
}

const withoutSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim()

const areRead = (addresses: string, text: string): boolean =>
  addresses !== '' && addresses.split(' ').every(address => text.includes(address))

const without = (all: readonly string[], others: readonly string[]): string => {
  const known = new Set(others)
  return [...new Set(all)].filter(one => !known.has(one)).join(' ')
}
