/** Each episode, and episodes against each other. To add one is a file and a line. */

import type { Rule } from '../../evidence.ts'
import dateEqual from './date-equal.ts'
import dateImplausible from './date-implausible.ts'
import dateNoZone from './date-no-zone.ts'
import dateUnreadable from './date-unreadable.ts'
import descriptionLong from './description-long.ts'
import descriptionMissing from './description-missing.ts'
import descriptionTooLong from './description-too-long.ts'
import draftEmpty from './draft-empty.ts'
import draftUnfinished from './draft-unfinished.ts'
import enclosureUnique from './enclosure-unique.ts'
import guidCase from './guid-case.ts'
import guidForm from './guid-form.ts'
import guidNil from './guid-nil.ts'
import guidUnique from './guid-unique.ts'
import linkMissing from './link-missing.ts'
import lookAlikes from './look-alikes.ts'
import numberGap from './number-gap.ts'
import numberPositive from './number-positive.ts'
import numberSerial from './number-serial.ts'
import numberUnique from './number-unique.ts'
import seasonAllOrNone from './season-all-or-none.ts'
import seasonOrder from './season-order.ts'
import summaryCopy from './summary-copy.ts'
import titleNumber from './title-number.ts'
import titleShowName from './title-show-name.ts'
import trailerCount from './trailer-count.ts'

export const episodeRules: readonly Rule[] = [
  dateUnreadable,
  dateNoZone,
  dateImplausible,
  dateEqual,
  titleNumber,
  titleShowName,
  numberPositive,
  numberSerial,
  numberUnique,
  numberGap,
  seasonAllOrNone,
  seasonOrder,
  trailerCount,
  guidUnique,
  guidCase,
  guidNil,
  guidForm,
  enclosureUnique,
  lookAlikes,
  descriptionMissing,
  descriptionLong,
  descriptionTooLong,
  summaryCopy,
  linkMissing,
  draftEmpty,
  draftUnfinished,
]
