/** The rules that rendering the pages can break. To add one is a file and a line. */

import type { ShowRuleWords } from '../../diagnostic.ts'
import template from './template.ts'

export const websiteRules: readonly ShowRuleWords[] = [template]
