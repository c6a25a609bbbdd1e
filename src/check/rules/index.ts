/** The rules that judge a show, a folder per family, in the order of the reference. To add a family is a folder and a line. */

import type { Rule } from '../evidence.ts'
import { artworkRules } from './artwork/index.ts'
import { audioRules } from './audio/index.ts'
import { chapterRules } from './chapters/index.ts'
import { episodeRules } from './episode/index.ts'
import { historyRules } from './history/index.ts'
import { notesRules } from './notes/index.ts'
import { podcastRules } from './podcast/index.ts'
import { showRules } from './show/index.ts'
import { textRules } from './text/index.ts'
import { transcriptRules } from './transcripts/index.ts'
import { websiteRules } from './website/index.ts'

export const rules: readonly Rule[] = [
  ...showRules,
  ...episodeRules,
  ...textRules,
  ...notesRules,
  ...chapterRules,
  ...transcriptRules,
  ...audioRules,
  ...artworkRules,
  ...podcastRules,
  ...websiteRules,
  ...historyRules,
]
