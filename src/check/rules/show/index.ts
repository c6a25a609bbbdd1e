/** The show as a whole. To add one is a file and a line. */

import type { Rule } from '../../evidence.ts'
import authorMissing from './author-missing.ts'
import baseUrl from './base-url.ts'
import block from './block.ts'
import categoryCount from './category-count.ts'
import categoryKnown from './category-known.ts'
import categoryParent from './category-parent.ts'
import categoryRenamed from './category-renamed.ts'
import categoryRetired from './category-retired.ts'
import complete from './complete.ts'
import contact from './contact.ts'
import copyrightForm from './copyright-form.ts'
import descriptionLength from './description-length.ts'
import descriptionRequired from './description-required.ts'
import explicitValues from './explicit-values.ts'
import feedSize from './feed-size.ts'
import hasEpisode from './has-episode.ts'
import https from './https.ts'
import language from './language.ts'
import languageThreeLetters from './language-three-letters.ts'
import limit from './limit.ts'
import newFeedUrl from './new-feed-url.ts'
import onlyTrailers from './only-trailers.ts'
import ownerEmail from './owner-email.ts'
import placeholder from './placeholder.ts'
import prefixCount from './prefix-count.ts'
import privateAddress from './private-address.ts'
import provisional from './provisional.ts'
import publishAt from './publish-at.ts'
import timezone from './timezone.ts'
import titleKeywords from './title-keywords.ts'

export const showRules: readonly Rule[] = [
  hasEpisode,
  authorMissing,
  ownerEmail,
  descriptionRequired,
  descriptionLength,
  titleKeywords,
  language,
  languageThreeLetters,
  categoryKnown,
  categoryParent,
  categoryRetired,
  categoryRenamed,
  categoryCount,
  explicitValues,
  copyrightForm,
  baseUrl,
  provisional,
  placeholder,
  privateAddress,
  https,
  prefixCount,
  newFeedUrl,
  timezone,
  publishAt,
  limit,
  feedSize,
  onlyTrailers,
  block,
  complete,
  contact,
]
