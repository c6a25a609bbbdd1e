import type { ToldFields } from '../feed/index.ts'
import { wordsSeen } from '../syntax/visible-html.ts'
import type { Change } from './change.ts'
import { textOf } from './parts.ts'

/** A subtitle that said again what stands beside it is missed by nobody. */
export const subtitleMissed =
  (before: ToldFields) =>
  (change: Change): Change =>
    change.what === 'subtitle' && change.after === undefined && isRepeated(before)
      ? {
          ...change,
          effect: 'unnoticed',
          remark: 'no longer said: the same stands beside it',
          kind: 'repeated',
        }
      : change

const isRepeated = ({ subtitle, title, itunesTitle, summary, description, content }: ToldFields): boolean =>
  [title, itunesTitle, summary, description, content].some(
    beside => wordsSeen(textOf(beside)) === wordsSeen(textOf(subtitle)),
  )
