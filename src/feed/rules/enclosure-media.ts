import { eachNamed, type FeedRule, quoted } from '../feed-rule.ts'
import { appleTypes, extensionOf, hasEndingInQuery, typesByExtension } from '../media-types.ts'
import { appleGuide } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/enclosure-media',
  title: 'An enclosure is MP3, M4A, MP4, M4V, MOV or PDF',
  why: 'Apple lists an episode by the ending of its file and by its type, and takes these six only.',
  specs: [appleGuide, 'https://podcasters.apple.com/support/893-audio-requirements'],
  askedBy: { apple: 'refuses' },
  covers: ['ep-enclosure-type-known', 'ep-enclosure-extension'],
  example: {
    bad: {
      'feed.xml':
        '<item>\n<enclosure url="https://show.example/2.ogg" length="992496" type="audio/ogg"/>\n</item>',
    },
    good: {
      'feed.xml':
        '<item>\n<enclosure url="https://show.example/2.mp3" length="992496" type="audio/mpeg"/>\n</item>',
    },
  },
  check: eachNamed(['enclosure'], function* (node, feed) {
    const url = node.attributes.url?.trim() ?? ''
    const type = (node.attributes.type ?? '').replace(/;.*$/s, '').trim().toLowerCase()
    if (url === '' || type === '') return
    const extension = extensionOf(url)
    if (!appleTypes.includes(type))
      yield {
        place: feed.atAttribute(node, 'type'),
        message: `the type ${quoted(type)} is not one that Apple takes from a feed, so Apple drops the episode`,
        help:
          extension in typesByExtension
            ? `Write \`type="${typesByExtension[extension]?.[0]}"\`.`
            : 'Convert the audio to MP3 (`audio/mpeg`) or M4A (`audio/x-m4a`), and publish that.',
      }
    else if (!Object.hasOwn(typesByExtension, extension) && !hasEndingInQuery(url))
      yield {
        place: feed.atAttribute(node, 'url'),
        message: `the path of ${quoted(url)} does not end with .mp3, .m4a, .mp4, .m4v, .mov or .pdf, by which Apple lists it`,
        help: `Let the path end with the name of the file, such as \`${withName(url)}\`; a query may follow.`,
      }
  }),
}
export default rule

/** The address with a path that ends as an MP3 does. */
const withName = (url: string): string => {
  const [, path = url, query = ''] = /^([^?#]*)([?#].*)?$/s.exec(url) ?? []
  return `${path.replace(/\/$/, '/episode').slice(0, 100)}.mp3${query.slice(0, 60)}`
}
