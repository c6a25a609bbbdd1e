/** The podcast namespace. To add one is a file and a line. */

import type { Rule } from '../../evidence.ts'
import aiContent from './ai-content.ts'
import alternateEnclosure from './alternate-enclosure.ts'
import blockService from './block-service.ts'
import episodeDisplay from './episode-display.ts'
import extra from './extra.ts'
import guidDerivation from './guid-derivation.ts'
import guidOfPlaceholder from './guid-of-placeholder.ts'
import guidShape from './guid-shape.ts'
import https from './https.ts'
import imageAlt from './image-alt.ts'
import imageShape from './image-shape.ts'
import licenseUrl from './license-url.ts'
import liveItem from './live-item.ts'
import liveNoStream from './live-no-stream.ts'
import locationShape from './location-shape.ts'
import mediumList from './medium-list.ts'
import mediumPublisher from './medium-publisher.ts'
import personRole from './person-role.ts'
import personsOnly from './persons-only.ts'
import publisherTwoWay from './publisher-two-way.ts'
import remoteGuid from './remote-guid.ts'
import seasonName from './season-name.ts'
import seasonNames from './season-names.ts'
import socialDisabled from './social-disabled.ts'
import soundbiteInside from './soundbite-inside.ts'
import soundbiteLength from './soundbite-length.ts'
import textLength from './text-length.ts'
import trailer from './trailer.ts'
import updateFrequency from './update-frequency.ts'
import valueRecipients from './value-recipients.ts'
import valueTimeSplit from './value-time-split.ts'

export const podcastRules: readonly Rule[] = [
  https,
  textLength,
  guidShape,
  extra,
  guidDerivation,
  guidOfPlaceholder,
  mediumList,
  mediumPublisher,
  publisherTwoWay,
  remoteGuid,
  blockService,
  updateFrequency,
  trailer,
  licenseUrl,
  personRole,
  personsOnly,
  locationShape,
  seasonName,
  seasonNames,
  episodeDisplay,
  soundbiteInside,
  soundbiteLength,
  alternateEnclosure,
  valueRecipients,
  valueTimeSplit,
  socialDisabled,
  liveItem,
  liveNoStream,
  aiContent,
  imageShape,
  imageAlt,
]
