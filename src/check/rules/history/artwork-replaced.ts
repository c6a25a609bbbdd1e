import { saysNothing } from '../../../units/blank.ts'
import { type Rule, shownPath } from '../../evidence.ts'
import { acceptHelp } from '../../history/accept-help.ts'
import { changesOf } from '../../history/history.ts'

const rule: Rule = {
  id: 'history/artwork-replaced',
  always: 'noticed',
  inFeeds: 'history',
  title: 'Another picture has another address',
  why: 'Directories and apps keep a copy of a picture for as long as its address is the same: they go on showing the old one, many of them for good.',
  specs: ['https://podcasters.apple.com/support/896-artwork-requirements'],
  askedBy: { apple: 'ignores' },
  covers: ['art-url-changes'],
  example: {
    bad: { 'feed.lock.json': '!built', 'cover.jpg': '!png 3000' },
    good: {
      'feed.lock.json': '!built',
      'cover.jpg': '!nothing',
      'cover-v2.jpg': '!jpeg 2000',
      'show.md': 'image: cover-v2.jpg',
    },
  },
  together: (count, evidence) => ({
    message: `${count} pictures are not those that were published at their addresses, and directories keep showing the old ones`,
    help: `Rename the files: apps download from new addresses again. ${acceptHelp('artwork:*', evidence)}`,
  }),
  check: evidence =>
    changesOf(evidence, 'artwork').map(({ entry, picture, accept, before }) => ({
      place: saysNothing(entry.raw.image) ? { file: shownPath(entry, picture.path) } : entry.at('image'),
      message: `this is not the picture that was published at ${before.url}, and directories keep showing the old one until the address changes`,
      help: `Rename the file, such as ${shownPath(entry, anotherName(picture.path))}. ${acceptHelp(accept, evidence)}`,
      about: shownPath(entry, picture.path),
    })),
}
export default rule

const anotherName = (path: string): string => path.replace(/(\.[^./]*)?$/, '-v2$1')
