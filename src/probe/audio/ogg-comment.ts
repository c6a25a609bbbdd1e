/** The comments of an Ogg stream: its second packet, which may go over many pages when a picture is in it. */

import { oggCommentBytes, oggCommentPages } from '../../limits.ts'
import type { ByteWindow, Reading } from '../bytes.ts'
import { readPage } from './ogg-page.ts'
import type { Link } from './ogg-scan.ts'
import type { Surroundings } from './parts.ts'
import { type CommentSource, readVorbisComments } from './vorbis-comment.ts'

const AHEAD = 4096

export function* readOggComments(window: ByteWindow, link: Link): Reading<Surroundings> {
  const source = packetSource(window, link)
  yield* source.skip(link.codec.commentPrefix)
  return yield* readVorbisComments(source)
}

/** What stands in the pages of the stream after its first, up to the first with sound. */
const packetSource = (window: ByteWindow, link: Link): CommentSource => {
  let next = link.start
  let at = 0
  let end = 0
  let pages = oggCommentPages
  let budget = oggCommentBytes

  /** Whether there is something to read at `at`. */
  function* ready(): Reading<boolean> {
    while (at >= end) {
      const page = pages-- > 0 ? yield* readPage(window, next, AHEAD) : undefined
      if (page === undefined || page.granule > 0) return false
      next = page.end
      if (page.serial !== link.serial || page.isFirst) continue
      at = page.body
      end = page.end
    }
    return true
  }

  return {
    *take(length) {
      const bytes = new Uint8Array(Math.min(length, budget))
      let filled = 0
      while (filled < bytes.length && (yield* ready())) {
        const part = yield* window.at(at, Math.min(bytes.length - filled, end - at), AHEAD)
        if (part.length === 0) break
        bytes.set(part, filled)
        filled += part.length
        at += part.length
      }
      budget -= filled
      return bytes.subarray(0, filled)
    },
    *skip(length) {
      let left = length
      while (left > 0 && (yield* ready())) {
        const step = Math.min(left, end - at)
        at += step
        left -= step
      }
    },
  }
}
