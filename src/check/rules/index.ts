/** The rules that judge a show, in the order of the reference. To add one is a file and a line. */

import type { Rule } from '../case.ts'
import controlCharacters from './control-characters.ts'
import dateNoZone from './date-no-zone.ts'
import dateUnreadable from './date-unreadable.ts'
import descriptionRequired from './description-required.ts'
import enclosureUnique from './enclosure-unique.ts'
import explicitOldWords from './explicit-old-words.ts'
import guidUnique from './guid-unique.ts'
import hasEpisode from './has-episode.ts'
import notesUnsafe from './notes-unsafe.ts'
import publishAt from './publish-at.ts'
import timeZone from './time-zone.ts'
import titleEmpty from './title-empty.ts'

export const rules: readonly Rule[] = [
  descriptionRequired,
  hasEpisode,
  timeZone,
  publishAt,
  explicitOldWords,
  titleEmpty,
  controlCharacters,
  dateUnreadable,
  dateNoZone,
  guidUnique,
  enclosureUnique,
  notesUnsafe,
]
