/** The attacks on the program. To add one is a file and a line here. */

import type { Attack } from './attack.ts'
import { feeds } from './feeds.ts'
import { floods } from './floods.ts'
import { frontMatter } from './front-matter.ts'
import { regularExpressions } from './regular-expressions.ts'

export const attacks: readonly Attack[] = [frontMatter, feeds, floods, regularExpressions]
