/** The rules about allowances themselves. To add one is a file and a line. */

import type { RuleWords } from '../../diagnostic.ts'
import neverError from './never-error.ts'
import unknownRule from './unknown-rule.ts'
import unused from './unused.ts'

export const allowRules: readonly RuleWords[] = [unknownRule, neverError, unused]
