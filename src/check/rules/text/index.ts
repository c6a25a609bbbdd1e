/** Text, wherever it stands. To add one is a file and a line. */

import type { Rule } from '../../case.ts'
import controlCharacters from './control-characters.ts'
import titleEmpty from './title-empty.ts'

export const textRules: readonly Rule[] = [titleEmpty, controlCharacters]
