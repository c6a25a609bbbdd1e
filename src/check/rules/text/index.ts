/** Text, wherever it stands. To add one is a file and a line. */

import type { Rule } from '../../evidence.ts'
import controlCharacters from './control-characters.ts'
import credentials from './credentials.ts'
import damaged from './damaged.ts'
import emailInName from './email-in-name.ts'
import entities from './entities.ts'
import markup from './markup.ts'
import mojibake from './mojibake.ts'
import nameTooLong from './name-too-long.ts'
import titleEmpty from './title-empty.ts'
import tooLong from './too-long.ts'

export const textRules: readonly Rule[] = [
  titleEmpty,
  tooLong,
  nameTooLong,
  markup,
  entities,
  emailInName,
  controlCharacters,
  damaged,
  mojibake,
  credentials,
]
