/** What of a show stands at its old host, and what it will be called here. */

import { audioEndings, endingOf, imageEndings } from '../../names.ts'
import { canonicalLanguage } from '../../units/language.ts'
import { isHttpUrl } from '../../units/url.ts'
import type { Fields } from '../brief.ts'
import type { ComposedEpisode } from '../compose.ts'
import { chaptersPath, coverStem, transcriptEndings } from '../local.ts'
import type { Merge } from '../merge.ts'
import type {} from '../source.ts'
import { text } from '../text.ts'

export interface Wanted {
  readonly kind: 'audio' | 'image' | 'chapters' | 'transcript'
  readonly url: string
  /** Inside the show folder. `contentType`: as the host calls it, when that is known. */
  readonly path: (contentType: string | undefined) => string
  /** Paths under which it may be there already. */
  readonly paths: readonly string[]
  /** Bytes, as the feed states them; 0 where it does not. */
  readonly stated: number
  /** Of the show: what is there already is compared with what the host has by now. */
  readonly isCompared?: true
}

/** Where recordings are kept that the feed goes on naming at their old addresses: no build reads what begins with `_`. */
const apart = '_recordings/'

export const wantedOf = (
  { composed: { show, source, episodes }, leftOut }: Pick<Merge, 'composed' | 'leftOut'>,
  keepsUrls: boolean,
): readonly Wanted[] => {
  const language = canonicalLanguage(text(source.fields.language) ?? '').toLowerCase()
  const all = [
    ...coverOf(text(show.fields.image), text(source.fields.image)),
    ...episodes
      .filter(({ draft, stem }) => draft === undefined && !leftOut.has(stem))
      .flatMap(episode => ofEpisode(episode, language, keepsUrls)),
  ]
  const seen = new Set<string>()
  return all.filter(({ paths: [first = ''] }) => {
    const isNew = !seen.has(first.toLowerCase())
    seen.add(first.toLowerCase())
    return isNew
  })
}

/** `here`: what the show names by now, which may be a file of its own. */
const coverOf = (here: string | undefined, ofFeed: string | undefined): readonly Wanted[] => {
  if (here !== undefined && isHttpUrl(here)) return [{ ...picture(here, coverStem), isCompared: true }]
  if (here === undefined || ofFeed === undefined || !isHttpUrl(ofFeed)) return []
  return [{ ...picture(ofFeed, coverStem), paths: [here], isCompared: true }]
}

const ofEpisode = (
  { stem, item, fields }: ComposedEpisode,
  language: string,
  keepsUrls: boolean,
): readonly Wanted[] => {
  const { enclosure } = item
  const image = text(fields.image)
  const { chapters } = item.fields
  const chaptersUrl = typeof chapters === 'string' ? undefined : text((chapters as Fields | undefined)?.url)
  return [
    ...(enclosure === undefined
      ? []
      : [recording(enclosure.url, `${keepsUrls ? apart : ''}${stem}`, enclosure)]),
    ...(image !== undefined && isHttpUrl(image) ? [picture(image, stem)] : []),
    ...(chaptersUrl !== undefined && isHttpUrl(chaptersUrl)
      ? [fixed('chapters', chaptersUrl, chaptersPath(stem))]
      : []),
    ...transcriptsOf(item.fields, stem, language),
  ]
}

/** All of them, or none: those that stand beside the episode count as all that there are. */
const transcriptsOf = (fields: Fields, stem: string, ofShow: string): readonly Wanted[] => {
  const { transcripts } = fields
  if (!Array.isArray(transcripts)) return []
  const wanted = transcripts.flatMap(one => {
    const { url: written, source, type, language } = one as Fields
    const url = text(written) ?? text(source)
    const ending = transcriptEndings[(text(type) ?? '').toLowerCase()] ?? endingIn(url ?? '', transcriptNames)
    if (url === undefined || !isHttpUrl(url) || ending === undefined) return []
    const own = canonicalLanguage(text(language) ?? '')
    const isOther = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(own) && own.toLowerCase() !== ofShow
    return [fixed('transcript', url, `${stem}${isOther ? `.${own}` : ''}.${ending}`)]
  })
  const names = new Set(wanted.map(({ paths: [path] }) => path))
  return wanted.length === transcripts.length && names.size === wanted.length ? wanted : []
}

const transcriptNames = ['vtt', 'srt', 'json', 'html', 'txt']

const fixed = (kind: Wanted['kind'], url: string, path: string): Wanted => ({
  kind,
  url,
  path: () => path,
  paths: [path],
  stated: 0,
})

const recording = (
  url: string,
  stem: string,
  { type, length }: { readonly type: string; readonly length: number },
): Wanted => {
  const byName = endingIn(url, audioEndings)
  const ending = (contentType: string | undefined): string =>
    byName ?? audioTypes[type.toLowerCase()] ?? audioTypes[contentType ?? ''] ?? 'mp3'
  return {
    kind: 'audio',
    url,
    path: contentType => `${stem}.${ending(contentType)}`,
    paths: [`${stem}.${ending(undefined)}`, ...audioEndings.map(one => `${stem}.${one}`)],
    stated: length,
  }
}

const picture = (url: string, stem: string): Wanted => {
  const byName = endingIn(url, imageEndings)
  return {
    kind: 'image',
    url,
    // What the host calls it counts for more than what it is called.
    path: contentType => `${stem}.${imageTypes[contentType ?? ''] ?? byName ?? 'jpg'}`,
    paths: imageEndings.map(one => `${stem}.${one}`),
    stated: 0,
  }
}

const endingIn = (url: string, known: readonly string[]): string | undefined => {
  const ending = endingOf(url.replace(/[?#].*$/, '').replace(/^.*\//, ''))
  return known.includes(ending) ? ending : undefined
}

const audioTypes: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/mp3': 'mp3',
  'audio/x-mp3': 'mp3',
  'audio/x-m4a': 'm4a',
  'audio/m4a': 'm4a',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/ogg': 'ogg',
  'audio/opus': 'opus',
  'audio/flac': 'flac',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'video/mp4': 'mp4',
  'video/x-m4v': 'm4v',
  'video/quicktime': 'mov',
}

const imageTypes: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
}
