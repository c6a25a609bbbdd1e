/** Each category of the show with its verdict, its place and its repair. */

import type { Fix, Place } from '../../../diagnostic.ts'
import { type Evidence, listPath } from '../../evidence.ts'
import { judgeCategory, nameOf, type Verdict } from './category.ts'

export interface Judged {
  readonly written: string
  readonly verdict: Verdict
  readonly at: () => Place
  readonly replace: (name: string) => Fix | undefined
}

export function* eachCategory({ entry }: Evidence): Iterable<Judged> {
  for (const [index, { name, sub }] of (entry.meta.categories ?? []).entries()) {
    const path = listPath(entry, 'categories', index)
    yield {
      written: nameOf(name, sub),
      verdict: judgeCategory({ name, ...(sub === undefined ? {} : { sub }) }),
      at: () => entry.at(path),
      replace: right => entry.fix.replace(path, right),
    }
  }
}
