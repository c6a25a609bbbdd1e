/** Bytes from a few words, for rule examples: `!mp3 10`, `!jpeg 3000 grey`, `!wav 10`. */

import { jpeg, png } from './image.ts'
import { mp3 } from './mpeg.ts'
import { wav } from './wav.ts'

export const recipe = (kind: string, words: string): Uint8Array => {
  const [first = '', ...options] = words.split(/\s+/)
  switch (kind) {
    case 'mp3':
      return first === 'tag-only' ? tagOnly : mp3({ seconds: Number(first) })
    case 'mp4':
      return unfinishedMp4
    case 'wav':
      return wav({ seconds: Number(first) })
    case 'jpeg': {
      const { width, height } = sizeOf(first)
      return jpeg({ width, height, ...Object.fromEntries(options.map(option => [option, true])) })
    }
    case 'png': {
      const { width, height } = sizeOf(first)
      return png({ width, height, ...Object.fromEntries(options.map(option => [option, true])) })
    }
    default:
      throw new Error(`there is no recipe "!${kind} ${words}"`)
  }
}

const sizeOf = (words: string): { width: number; height: number } => {
  const [width, height = width] = words.split('x').map(Number)
  return { width: width!, height: height! }
}

/** The boxes `ftyp` and `mdat`, as an upload that broke off leaves them: the index never came. */
const unfinishedMp4 = Buffer.from('\0\0\0\x10ftypM4A \0\0\0\0\0\0\0\x10mdat01234567', 'latin1')

/** An ID3v2.4 tag of ten zero bytes, and no audio. */
const tagOnly = Uint8Array.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 10, ...new Array(10).fill(0)])

/** A recipe as it stands in an example or in a golden show's recipes.json. */
export const recipeOf = (text: string): Uint8Array => {
  const [, kind = '', words = ''] = /^!(\S+) ?([\s\S]*)$/.exec(text) ?? []
  return recipe(kind, words)
}
