/** The rules about allowances themselves. To add one is a file and a line. */

import type { ShowRuleWords } from '../../diagnostic.ts'
import neverError from './never-error.ts'
import unknownRule from './unknown-rule.ts'
import unused from './unused.ts'

export const allowRules: readonly ShowRuleWords[] = [unknownRule, neverError, unused]
