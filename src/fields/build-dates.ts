/** When the show was last published: never the clock's time, so that the same input gives the same feed. */

import { text } from '../schema/value.ts'
import { field, made } from '../table/field.ts'
import type { Its } from '../table/its.ts'
import { inText } from '../table/shape.ts'
import { ofChannelToo } from '../table/specs.ts'
import { formatRfc2822 } from '../units/instant.ts'
import { instantOf } from './date.ts'

const ofNewest = (said: string | undefined, { folder, dates }: Its): number | undefined =>
  folder ? folder.newest() : instantOf(said, dates)

export const pubDate = field({
  key: 'pubDate',
  on: { show: made },
  form: () => text(),
  resolve: ofNewest,
  inFeed: [inText('pubDate', { spec: ofChannelToo }, formatRfc2822)],
})

export const lastBuildDate = field({
  key: 'lastBuildDate',
  on: { show: made },
  form: () => text(),
  resolve: ofNewest,
  inFeed: [inText('lastBuildDate', { spec: ofChannelToo }, formatRfc2822)],
})
