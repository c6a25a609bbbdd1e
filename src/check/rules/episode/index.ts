/** Each episode, and episodes against each other. To add one is a file and a line. */

import type { Rule } from '../../case.ts'
import dateNoZone from './date-no-zone.ts'
import dateUnreadable from './date-unreadable.ts'
import enclosureUnique from './enclosure-unique.ts'
import guidUnique from './guid-unique.ts'

export const episodeRules: readonly Rule[] = [dateUnreadable, dateNoZone, guidUnique, enclosureUnique]
