/** What is asked of chapters. To add a rule is a file and a line. */

import type { Rule } from '../../evidence.ts'
import ascending from './ascending.ts'
import atLeastThree from './at-least-three.ts'
import endAfterStart from './end-after-start.ts'
import entry from './entry.ts'
import equalStarts from './equal-starts.ts'
import firstAtZero from './first-at-zero.ts'
import https from './https.ts'
import imageFormat from './image-format.ts'
import jsonShape from './json-shape.ts'
import madeUp from './made-up.ts'
import notesList from './notes-list.ts'
import pscShape from './psc-shape.ts'
import sourcesAgree from './sources-agree.ts'
import titleLength from './title-length.ts'
import titleMissing from './title-missing.ts'
import unknownKey from './unknown-key.ts'
import unreadable from './unreadable.ts'
import value from './value.ts'
import withinDuration from './within-duration.ts'

export const chapterRules: readonly Rule[] = [
  unreadable,
  entry,
  value,
  unknownKey,
  jsonShape,
  pscShape,
  ascending,
  equalStarts,
  endAfterStart,
  withinDuration,
  firstAtZero,
  atLeastThree,
  madeUp,
  titleMissing,
  titleLength,
  https,
  imageFormat,
  sourcesAgree,
  notesList,
]
