/** A file of text beside an episode, as repairs see it. */

import { isUtf8 } from 'node:buffer'
import type { TextFile } from '../measured.ts'
import { type EarlierTimes, hoursText } from '../units/earlier-times.ts'
import { once } from '../units/once.ts'
import type { Probe } from './here.ts'

/** What makes a text some hours earlier, where it can be done without changing anything else. */
export type Earlier = (name: string, text: string, hours: number) => EarlierTimes | undefined

/** Whether all of it may be late by whole hours: only then is there a repair, and the readers have to be loaded for it. */
export const isLate = (timed: readonly { readonly start: number }[]): boolean =>
  timed.length > 0 && timed.every(({ start }) => start >= 3600)

/** It is read once more, and only when a repair of it is looked for. */
export const textFile = (here: Probe, path: string, limit: number, earlier: Earlier): TextFile => {
  const file = here.shown(path)
  const text = once(() => here.edited?.get(path) ?? wholeText(here, path, limit))
  return {
    path,
    file,
    text,
    earlier: hours => {
      const whole = text() ?? ''
      const mark = whole.startsWith('\ufeff') ? 1 : 0
      const found = earlier(path, whole.slice(mark), hours)
      if (found === undefined || found.edits.length === 0) return undefined
      return {
        file,
        title: `Take ${hoursText(hours)} from every time in ${path.slice(path.lastIndexOf('/') + 1)}`,
        edits: found.edits.map(({ start, end, text }) => ({ start: start + mark, end: end + mark, text })),
      }
    },
  }
}

/** With its byte order mark. Undefined where writing it back would not give its own bytes. */
const wholeText = (here: Probe, path: string, limit: number): string | undefined => {
  try {
    const bytes = here.door.read(path, limit)
    return isUtf8(bytes) ? bytes.toString('utf8') : undefined
  } catch {
    return undefined
  }
}
