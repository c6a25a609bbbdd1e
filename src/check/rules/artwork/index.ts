/** The artwork of the show and of the episodes, from its bytes. To add one is a file and a line. */

import type { Rule } from '../../evidence.ts'
import alpha from './alpha.ts'
import density from './density.ts'
import extension from './extension.ts'
import fileSize from './file-size.ts'
import format from './format.ts'
import palette from './palette.ts'
import rgb from './rgb.ts'
import size from './size.ts'
import square from './square.ts'
import truncated from './truncated.ts'

export const artworkRules: readonly Rule[] = [
  format,
  extension,
  square,
  size,
  rgb,
  palette,
  alpha,
  truncated,
  fileSize,
  density,
]
