/** What a recording holds inside itself and a show keeps beside it: chapters and pictures. */

import { openNamed } from '../door/index.ts'
import type { AudioFacts, Chapter } from '../model.ts'
import { imageFileOf } from '../probe/image-file.ts'
import { picturesOf } from '../probe/named-audio.ts'
import type { NewFile } from '../write/create.ts'

export interface TakenOut {
  readonly files: readonly NewFile[]
  /** What was left in it, and why. */
  readonly left: readonly string[]
}

/** `at`: the path without its ending that the files get. `cover`: the show's own, which an episode need not have again. */
export const takenOut = async (
  recording: string,
  facts: AudioFacts,
  at: string,
  cover: string | undefined,
): Promise<TakenOut> => {
  const pictures = await picturesOf(recording)
  const name = at.slice(at.lastIndexOf('/') + 1)
  const left: string[] = []
  const images = new Map<number, { readonly name: string; readonly bytes: Uint8Array }>()
  for (const [index, { start }] of facts.chapters.entries()) {
    const bytes = [...pictures.chapters].find(([time]) => Math.abs(time - start) < 0.05)?.[1]
    const ending = bytes && imageFileOf(bytes)?.ending
    if (bytes !== undefined && ending !== undefined)
      images.set(index, { name: `${name}.chapter-${index + 1}${ending}`, bytes })
  }
  const artwork = pictures.cover === undefined ? undefined : coverOf(pictures.cover, cover, left)
  const folder = at.slice(0, at.length - name.length)
  return {
    files: [
      ...(artwork === undefined ? [] : [{ path: `${at}${artwork.ending}`, bytes: artwork.bytes }]),
      ...[...images.values()].map(image => ({ path: folder + image.name, bytes: image.bytes })),
      ...(facts.chapters.length < 2
        ? []
        : [
            {
              path: `${at}.chapters.json`,
              text: chaptersText(facts.chapters, index => images.get(index)?.name),
            },
          ]),
    ],
    left,
  }
}

const coverOf = (bytes: Uint8Array, ofShow: string | undefined, left: string[]) => {
  if (ofShow !== undefined && isSame(bytes, ofShow)) return undefined
  const image = imageFileOf(bytes)
  if (image?.isArtwork) return { bytes, ending: image.ending }
  left.push(
    `the picture in it${image === undefined ? '' : `, ${image.width} × ${image.height},`} is not artwork that directories take: a square JPEG or PNG of 1400 to 3000 pixels`,
  )
  return undefined
}

const isSame = (bytes: Uint8Array, path: string): boolean => {
  try {
    const file = openNamed(path)
    try {
      if (file.size !== bytes.length) return false
      const other = Buffer.alloc(bytes.length)
      file.read(other, 0, bytes.length, 0)
      return other.equals(bytes)
    } finally {
      file.close()
    }
  } catch {
    return false
  }
}

/** https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md */
const chaptersText = (
  chapters: readonly Chapter[],
  imageOf: (index: number) => string | undefined,
): string => {
  const list = chapters.map(({ start, title, url, toc }, index) => {
    const img = imageOf(index)
    return {
      startTime: start,
      ...(title === undefined ? {} : { title }),
      ...(img === undefined ? {} : { img }),
      ...(url === undefined ? {} : { url }),
      ...(toc === undefined ? {} : { toc }),
    }
  })
  return `${JSON.stringify({ version: '1.2.0', chapters: list }, null, 2)}\n`
}
