/** The attacks on the program, those that take longest first. To add one is a file and a line here. */

import type { Attack } from './attack.ts'
import { audio } from './audio.ts'
import { escapes } from './escapes.ts'
import { feeds } from './feeds.ts'
import { floods } from './floods.ts'
import { frontMatter } from './front-matter.ts'
import { imports } from './imports.ts'
import { kill } from './kill.ts'
import { regularExpressions } from './regular-expressions.ts'

export const attacks: readonly Attack[] = [
  frontMatter,
  feeds,
  imports,
  floods,
  audio,
  escapes,
  kill,
  regularExpressions,
]
