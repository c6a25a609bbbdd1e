import { eachNamed, type FeedRule, quoted } from '../feed-rule.ts'
import { appleTypes, betterTypes, extensionOf, typesByExtension } from '../media-types.ts'
import { appleGuide, rss } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/enclosure-type',
  always: 'noticed',
  title: 'The type of an enclosure is the registered one of its file',
  why: 'Some apps choose by the type whether they can play a file, and skip an episode with a type that they do not know.',
  specs: [
    rss('ltenclosuregtSubelementOfLtitemgt'),
    appleGuide,
    'https://www.iana.org/assignments/media-types/',
  ],
  askedBy: { apple: 'advises', psp1: 'advises' },
  covers: ['ep-enclosure-not-mp3-type', 'ep-enclosure-type-matches', 'ep-enclosure-m4a-type'],
  example: {
    bad: {
      'feed.xml':
        '<item>\n<enclosure url="https://show.example/2.mp3" length="992496" type="audio/mp3"/>\n</item>',
    },
    good: {
      'feed.xml':
        '<item>\n<enclosure url="https://show.example/2.mp3" length="992496" type="audio/mpeg"/>\n</item>',
    },
  },
  check: eachNamed(['enclosure'], function* (node, feed) {
    const type = (node.attributes.type ?? '').trim().toLowerCase()
    if (!appleTypes.includes(type)) return
    const place = feed.atAttribute(node, 'type')
    const extension = extensionOf(node.attributes.url?.trim() ?? '')
    const fitting = Object.hasOwn(typesByExtension, extension) ? typesByExtension[extension] : undefined
    if (fitting && !fitting.includes(type))
      yield {
        place,
        message: `the type is ${quoted(type)}, but the file ends with .${extension}, so some apps may not play it`,
        help: `Write \`type="${fitting[0]}"\`, or give the file its right ending.`,
      }
    else if (Object.hasOwn(betterTypes, type))
      yield {
        place,
        message: `${quoted(type)} is not the official name of this type, and some apps skip an episode whose type they do not know`,
        help: `Write \`type="${betterTypes[type]}"\`.`,
      }
  }),
}
export default rule
