/** The notes. To add one is a file and a line. */

import type { Rule } from '../../case.ts'
import foreignTag from './foreign-tag.ts'
import unsafeHtml from './unsafe-html.ts'

export const notesRules: readonly Rule[] = [unsafeHtml, foreignTag]
