import { type Path, writtenPath } from '../schema/path.ts'
import { count, map, mediaType, shortOr } from '../schema/shape.ts'
import { text, type Written } from '../schema/value.ts'
import { field, type InFeed } from '../table/field.ts'
import type { Node } from '../table/said.ts'
import { one, shape } from '../table/shape.ts'
import { ofItemElement } from '../table/specs.ts'
import { enclosurePrefixes } from './enclosure-prefixes.ts'

/** The recording of an episode, as a feed names it. */
export interface Enclosure {
  readonly url: string
  /** Bytes. */
  readonly length: number
  readonly type: string
}

/** `url`: an address, or a file of the show folder. A file is measured, and so is what an address gives. */
export interface WrittenAudio {
  readonly url: string
  readonly length?: number
  readonly type?: string
}

const element = one(
  shape<Enclosure>({ name: 'enclosure', attributes: { url: 'url', length: 'length', type: 'type' } }),
  { spec: ofItemElement('enclosure'), readBy: 'every app and directory' },
)

export const enclosureElement: InFeed<Enclosure> = {
  ...element,
  read: nodes => element.read?.(recordingsFirst(nodes)),
}

/** Blogs put pictures into enclosures too, and apps for podcasts pass over them. */
export const isPictureEnclosure = ({ attributes }: Pick<Node, 'attributes'>): boolean =>
  /^\s*image\//i.test(attributes.type ?? '')

/** Enclosures in the order in which one of them is taken for the recording. */
export const recordingsFirst = <N extends Node>(enclosures: readonly N[]): readonly N[] => [
  ...enclosures.filter(one => !isPictureEnclosure(one)),
  ...enclosures.filter(isPictureEnclosure),
]

export const audio = field({
  key: 'audio',
  on: {
    episode: {
      says: 'The audio file in the show folder, or its http(s) URL, when it does not share the name of the Markdown file.',
      example: '001.mp3',
      long: { url: '001.mp3' },
      synonyms: [
        ...['audiourl', 'audiofile', 'podcastfile', 'enclosure', 'enclosureurl', 'mp3', 'mp3url', 'mp3file'],
        ...['m4a', 'file', 'filename', 'mediaurl', 'mediafile', 'podcasturl', 'podcastaudio', 'podcastlink'],
        ...['sound', 'episodefile', 'download', 'downloadurl', 'src', 'audiosrc', 'recording'],
      ],
    },
  },
  form: () =>
    shortOr<WrittenAudio>(
      // Whether it can be had is found out where it is looked for.
      url => ({ value: { url } }),
      map({
        url: text({ examples: ['001-first-light.mp3'] }).meta({
          description: 'A file in the show folder, or its URL.',
        }),
        length: count().meta({ description: 'Bytes; measured wherever it can be.' }).optional(),
        type: mediaType('audio/mpeg').meta({ description: 'Measured wherever it can be.' }).optional(),
      }),
      { type: 'string', examples: ['001-first-light.mp3'] },
    ),
  names: ({ url }) => [{ name: url, path: ['url'], kind: 'audio' }],
  vital: true,
  resolve(written, { folder, show }): Enclosure | undefined {
    if (folder === undefined) return written && { length: 0, type: '', ...written }
    const { audio, audioUrl } = folder
    if (audio === undefined || audioUrl === undefined) return undefined
    return {
      url: prefixed(audioUrl, show?.written(enclosurePrefixes) ?? []),
      length: audio.facts.bytes,
      type: audio.facts.mediaType,
    }
  },
  inFeed: [enclosureElement],
})

/** Where in front matter the recording is named, in the short form or the long one. */
export const audioPath = (raw: Readonly<Record<string, Written>>): Path => writtenPath(raw, ['audio', 'url'])

/** A tracking prefix is followed by the enclosure's address without its scheme. */
const prefixed = (url: string, prefixes: readonly string[]): string =>
  prefixes.reduceRight(
    (address, prefix) => `${prefix.replace(/\/?$/, '/')}${address.replace(/^https?:\/\//, '')}`,
    url,
  )
