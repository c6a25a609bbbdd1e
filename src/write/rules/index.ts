/** The rules that writing can break. To add one is a file and a line. */

import type { ShowRuleWords } from '../../diagnostic.ts'
import foreign from './foreign.ts'
import pagesLeft from './pages-left.ts'
import replaced from './replaced.ts'
import sourceChanged from './source-changed.ts'
import stale from './stale.ts'
import unwritable from './unwritable.ts'
import withheld from './withheld.ts'

export const writeRules: readonly ShowRuleWords[] = [
  unwritable,
  foreign,
  replaced,
  sourceChanged,
  stale,
  withheld,
  pagesLeft,
]
