/** Pictures and recordings beside the artwork and the enclosure: what was written, and what was measured. */

import type { WrittenEpisode } from '../../fields/index.ts'
import type { AlternateEnclosure, Image, Thumbnail } from '../../podcasting.ts'
import { schemeOf } from '../../units/url.ts'
import { given, list } from './fields.ts'
import type { Files } from './files.ts'

type WrittenImage = NonNullable<WrittenEpisode['images']>[number]
type WrittenAlternate = NonNullable<WrittenEpisode['alternateEnclosures']>[number]

/** A file is measured; what was written about an address is all that is known of it. */
export const imageOf = (written: WrittenImage, files: Files): Image | undefined => {
  const href = files.pictureUrl(written.href)
  if (href === undefined) return undefined
  const file = files.find(written.href)
  const facts = file?.kind === 'picture' ? file.facts : undefined
  const isSized = facts !== undefined && facts.width > 0 && facts.height > 0
  return {
    href,
    ...given('alt', written.alt),
    ...given(
      'aspectRatio',
      written.aspectRatio ?? (isSized ? ratioOf(facts.width, facts.height) : undefined),
    ),
    ...given('width', isSized ? facts.width : written.width),
    ...given('height', isSized ? facts.height : written.height),
    ...given('type', facts?.mediaType ?? written.type),
    ...given('purpose', written.purpose),
  }
}

/** `1920` and `1080` are `16/9`. */
export const ratioOf = (width: number, height: number): string => {
  const divisor = greatestCommonDivisor(width, height)
  return `${width / divisor}/${height / divisor}`
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b)

/** The first picture of 16:9: YouTube is said to take it for the thumbnail. */
export const thumbnailOf = (images: readonly Image[]): Thumbnail | undefined => {
  const image = images.find(({ aspectRatio }) => isWide(aspectRatio))
  return image && { url: image.href, ...given('width', image.width), ...given('height', image.height) }
}

const isWide = (ratio: string | undefined): boolean => {
  const [, width, height = '1'] = /^([\d.]+)(?:\s*\/\s*([\d.]+))?$/.exec(ratio ?? '') ?? []
  return width !== undefined && Math.abs(Number(width) / Number(height) - 16 / 9) < 0.01
}

/** The first file among its sources is measured. */
export const alternateOf = (written: WrittenAlternate, files: Files): AlternateEnclosure => {
  const file = written.sources.map(({ uri }) => files.find(uri)).find(found => found?.kind === 'media')
  const measured = file?.kind === 'media' ? file : undefined
  const hash = measured && ({ type: 'sri', value: measured.integrity } as const)
  return {
    sources: written.sources.flatMap(({ uri, contentType }) => {
      const address = files.mediaUrl(uri) ?? (isOtherUri(uri) ? uri : undefined)
      return address === undefined ? [] : [{ uri: address, ...given('contentType', contentType) }]
    }),
    ...given('integrity', written.integrity ?? hash),
    type: measured?.facts.mediaType ?? written.type ?? '',
    ...given('length', measured?.facts.bytes ?? written.length),
    ...given('bitrate', wholeBitrate(measured?.facts.bitrate) ?? written.bitrate),
    ...given('height', written.height),
    ...given('lang', written.lang),
    ...given('title', written.title),
    ...given('rel', written.rel),
    ...given('codecs', written.codecs ?? measured?.codecs),
    ...given('default', written.default),
  }
}

const wholeBitrate = (bitrate: number | undefined): number | undefined =>
  bitrate === undefined ? undefined : Math.round(bitrate)

/** `ipfs:` and the like: an address that no file stands behind. */
const isOtherUri = (written: string): boolean => (schemeOf(written)?.length ?? 1) > 1

export const imagesOf = (written: readonly WrittenImage[] | undefined, files: Files) =>
  list(
    'images',
    written?.flatMap(image => imageOf(image, files) ?? []),
  )
