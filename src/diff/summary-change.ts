import type { ToldFields } from '../feed/index.ts'
import { wordsSeen } from '../syntax/visible-html.ts'
import type { Change } from './change.ts'
import { textOf } from './parts.ts'
import { proseChange } from './prose-change.ts'

/** Apps that look for a summary take the description where there is none. */
export const summaryChange = (before: ToldFields, after: ToldFields): readonly Change[] => {
  const [was, is] = [textOf(before.summary), textOf(after.summary)]
  const changes = proseChange('summary', was, is)
  if (was !== '' && is !== '') return changes
  // Its words and its links come and go as one thing.
  return changes.slice(0, 1).map(({ what }) => ({
    what,
    effect: 'unnoticed' as const,
    remark: was === '' ? 'added' : 'no longer said: apps show the description',
    kind: was === '' ? 'added' : 'unsaid',
  }))
}

/** Of a show, it says the description again as a rule, and how that has changed is told once. */
export const ownSummaryChange = (before: ToldFields, after: ToldFields): readonly Change[] =>
  [before, after].every(saysDescription) ? [] : summaryChange(before, after)

const saysDescription = ({ summary, description }: ToldFields): boolean =>
  textOf(summary) === '' || wordsSeen(textOf(summary)) === wordsSeen(textOf(description))
