import type { Finding } from '../../../diagnostic.ts'
import { picture } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { eachPicture } from '../../measured.ts'
import { isTaken, MOST } from './picture.ts'

/** 512 KB */
const LARGE = 512 * 1024

const rule: Rule = {
  id: 'artwork/file-size',
  covers: ['art-file-size'],
  always: 'noticed',
  scope: 'item',
  inFeeds: 'measured',
  title: 'Artwork is not larger than 512 KB',
  why: 'Apps load it on mobile networks, for every show in a list. Apple names no limit; 512 KB is what hosts advise, and one of them refuses more than 1 MB.',
  specs: ['https://help.podigee.com/article/44-the-cover-image-or-artwork-of-a-podcast'],
  example: { bad: { 'cover.jpg': '!jpeg 3000 of 700 KB' }, good: { 'cover.jpg': '!jpeg 3000' } },
  ...eachPicture(function* ({ facts, place, file }): Iterable<Finding> {
    const { bytes, width, height } = facts
    // What has to be made smaller, or is no picture for a feed, becomes another file anyway.
    if (!isTaken(facts) || bytes <= LARGE || Math.max(width, height) > MOST) return
    const out = 'out.jpg'
    yield {
      place,
      message: `${file} has ${inKilobytes(bytes)}, and above 512 KB some apps and cars show it late or not at all`,
      help: `Save it as a JPEG of less quality with ${picture(file, '-strip -quality 80', out)}; at this size nobody sees the difference.`,
    }
  }),
}
export default rule

const inKilobytes = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
