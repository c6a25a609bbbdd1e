import type { Finding } from '../../../diagnostic.ts'
import { isHttpUrl } from '../../../units/url.ts'
import type { OneEntry, Rule } from '../../evidence.ts'
import { eachPublished, ofPicture } from '../../measured.ts'
import { renameHelp } from '../../rename.ts'
import { formatName, isTaken, REQUIREMENTS } from './picture.ts'

const rule: Rule = {
  id: 'artwork/extension',
  covers: ['art-extension-matches'],
  always: 'noticed',
  inherits: 'value',
  scope: 'item',
  inFeeds: 'measured',
  title: 'The name of a picture ends in .jpg or .png, as its content says',
  why: 'Directories go by the ending of the address, and a server sends the type that belongs to it: a PNG that is called JPEG is refused, or not shown.',
  specs: REQUIREMENTS,
  askedBy: { apple: 'advises', psp1: 'requires' },
  example: {
    bad: { 'show.md': 'image: cover.png', 'cover.png': '!jpeg 3000' },
    good: { 'show.md': 'image: cover.jpg', 'cover.jpg': '!jpeg 3000' },
    sameFeed: { 'show.md': 'image: cover.png', 'cover.png': '!png 3000' },
  },
  ...eachPublished(function* (one, evidence): Iterable<Finding> {
    yield* files(one, evidence)
    yield* address(one.entry)
  }),
}
export default rule

const files = ofPicture(function* ({ entry, picture, facts, place }): Iterable<Finding> {
  const ending = endingOf(picture.path)
  const endings = facts.format === 'png' ? ['.png'] : ['.jpg', '.jpeg']
  if (!isTaken(facts) || endings.includes(ending)) return
  yield {
    place,
    message: `the picture is a ${formatName(facts)}, but its name ${ending === '' ? 'has no ending' : `ends in ${ending}`}, so apps that go by the name do not show it`,
    help: renameHelp(entry, picture.path, endings[0]!, 'image'),
  }
})

function* address(entry: OneEntry['entry']): Iterable<Finding> {
  const written = entry.meta.image
  if (written === undefined || !isHttpUrl(written)) return
  const ending = endingOf(new URL(written).pathname)
  // Hosts that resize pictures have the name in a query: `…/x?.jpg`, `…/image?h=1500&name=x.jpg`. Their shows are live at Apple.
  if (ENDINGS.includes(ending) || ENDINGS.includes(endingOf(written.toLowerCase()))) return
  yield {
    place: entry.at('image'),
    message: `${written} ${ending === '' ? 'has no ending' : `ends in ${ending}`}, and directories tell by .jpg or .png what a picture is`,
    help: 'Use an address that ends in .jpg or .png, or put the picture into the show folder.',
  }
}

const ENDINGS: readonly string[] = ['.jpg', '.jpeg', '.png']

const endingOf = (path: string): string => /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? ''
