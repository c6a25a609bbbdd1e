import { grouped } from '../units/amount.ts'
import type { Change } from './change.ts'
import type { State } from './state.ts'

/** Elements that no directory asks for, and that are new or gone: of interest to who moves a feed. */
export const unreadChanges = (before: State, after: State): readonly Change[] =>
  [...new Set([...before.unread.keys(), ...after.unread.keys()])]
    .filter(name => !before.unread.has(name) || !after.unread.has(name))
    .map(name => ({
      effect: 'unnoticed',
      what: `<${name}>`,
      ...(before.unread.has(name) ? { before: times(before.unread.get(name)!) } : {}),
      ...(after.unread.has(name) ? { after: times(after.unread.get(name)!) } : {}),
      remark: 'an element that no directory asks for',
    }))

const times = (count: number): string => (count === 1 ? 'once' : `${grouped(count)} times`)
