import type { FeedNode } from '../feed-elements.ts'
import { eachNamed, type FeedRule, quoted } from '../feed-rule.ts'
import { extensionOf, typesByExtension } from '../media-types.ts'
import { apple, appleGuide, rss, w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/enclosure-attributes',
  title: 'An enclosure has url, length and type',
  why: 'Apps plan the download by them: without a type some skip the episode, without a length others do.',
  specs: [rss('ltenclosuregtSubelementOfLtitemgt'), apple, appleGuide, w3cError('MissingAttribute')],
  askedBy: { apple: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['ep-enclosure-three-attrs', 'ep-enclosure-length-bytes'],
  example: {
    bad: {
      'feed.xml':
        '<item>\n<enclosure url="https://show.example/2.mp3" length="-1" type="audio/mpeg"/>\n</item>',
    },
    good: {
      'feed.xml':
        '<item>\n<enclosure url="https://show.example/2.mp3" length="992496" type="audio/mpeg"/>\n</item>',
    },
  },
  check: eachNamed(['enclosure'], function* (node, feed) {
    const names = new Map(Object.keys(node.attributes).map(name => [name.toLowerCase(), name]))
    const missing: string[] = []
    for (const name of ['url', 'length', 'type']) {
      const written = node.attributes[name]
      // In other capitals it is the mistake of another rule; without any address, of the item.
      if (
        (written === undefined && names.has(name)) ||
        (name === 'url' && !written && node.text.trim() === '')
      )
        continue
      if (written === undefined) missing.push(name)
      else if (written.trim() === '')
        yield {
          place: feed.atAttribute(node, name),
          message: `the ${name} of this enclosure is empty, so Apple does not take the episode`,
          help: formOf(node),
        }
    }
    if (missing.length > 0)
      yield {
        place: feed.atTag(node),
        message: `this enclosure has no ${missing.join(' and no ')}, so Apple does not take the episode`,
        help: formOf(node),
      }
    const length = node.attributes.length?.trim()
    if (length && !/^\d{1,15}$/.test(length))
      yield {
        place: feed.atAttribute(node, 'length'),
        message: `the length ${quoted(length)} is not a number of bytes, so apps cannot say how large the download is`,
        help: 'Write the size of the file in bytes, such as `length="992496"`; if it is not known, `0`.',
      }
  }),
}
export default rule

/** With what is there; a length that is not known is 0. */
const formOf = ({ attributes }: FeedNode): string => {
  const url = attributes.url?.trim() || 'https://show.example/2.mp3'
  const type = attributes.type?.trim() || typesByExtension[extensionOf(url)]?.[0] || 'audio/mpeg'
  const length = /^\d{1,15}$/.exec(attributes.length?.trim() ?? '')?.[0] ?? '0'
  return `Write \`<enclosure url="${url.slice(0, 100)}" length="${length}" type="${type.slice(0, 40)}"/>\`, with the size of the file in bytes as its length.`
}
