/** The show against the lock: what subscribers would notice. To add one is a file and a line. */

import type { Rule } from '../../evidence.ts'
import acceptUnused from './accept-unused.ts'
import artworkReplaced from './artwork-replaced.ts'
import audioReplaced from './audio-replaced.ts'
import backDated from './back-dated.ts'
import clockBehind from './clock-behind.ts'
import dateMoved from './date-moved.ts'
import enclosureMoved from './enclosure-moved.ts'
import feedUrlChanged from './feed-url-changed.ts'
import givenFacts from './given-facts.ts'
import gone from './gone.ts'
import guidChanged from './guid-changed.ts'
import inherited from './inherited.ts'
import lockFrozen from './lock-frozen.ts'
import lockMissing from './lock-missing.ts'
import podcastGuidChanged from './podcast-guid-changed.ts'
import unclearRename from './unclear-rename.ts'

export const historyRules: readonly Rule[] = [
  lockMissing,
  lockFrozen,
  clockBehind,
  guidChanged,
  podcastGuidChanged,
  gone,
  audioReplaced,
  givenFacts,
  artworkReplaced,
  enclosureMoved,
  backDated,
  dateMoved,
  feedUrlChanged,
  unclearRename,
  acceptUnused,
  inherited,
]
