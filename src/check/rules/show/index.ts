/** The show as a whole. To add one is a file and a line. */

import type { Rule } from '../../case.ts'
import descriptionRequired from './description-required.ts'
import explicitValues from './explicit-values.ts'
import hasEpisode from './has-episode.ts'
import placeholder from './placeholder.ts'
import publishAt from './publish-at.ts'
import timezone from './timezone.ts'

export const showRules: readonly Rule[] = [
  descriptionRequired,
  hasEpisode,
  timezone,
  publishAt,
  explicitValues,
  placeholder,
]
