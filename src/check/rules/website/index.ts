/** The pages of a show. To add one is a file and a line. */

import type { Rule } from '../../evidence.ts'
import contrast from './contrast.ts'
import reservedName from './reserved-name.ts'

export const websiteRules: readonly Rule[] = [reservedName, contrast]
