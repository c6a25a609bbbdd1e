import { eachNamed, type FeedRule, trimmed } from '../feed-rule.ts'
import { appleGuide } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/image-as-text',
  title: 'The address of artwork is in href',
  why: 'Readers look into the attribute only: with the address as text the show has no artwork.',
  specs: [appleGuide],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['show-image-required'],
  example: {
    bad: { 'feed.xml': '<itunes:image>https://show.example/cover.jpg</itunes:image>' },
    good: { 'feed.xml': '<itunes:image href="https://show.example/cover.jpg"/>' },
  },
  check: eachNamed(['itunes:image'], function* (node, feed) {
    if (node.attributes.href?.trim()) return
    const meant = node.attributes.url?.trim()
    if (meant && node.attributes.href === undefined) {
      yield {
        place: feed.atAttribute(node, 'url'),
        message:
          'the address of the artwork is in `url`, and apps look for it in `href`, so there is no picture',
        help: `Write \`<itunes:image href="${meant.slice(0, 200)}"/>\`.`,
      }
      return
    }
    if (trimmed(node) === '') return
    yield {
      place: feed.atText(node),
      message:
        'the address of the artwork is written as the text of `<itunes:image>`, where no app looks, so there is no picture',
      help: `Write \`<itunes:image href="${trimmed(node).slice(0, 200)}"/>\`.`,
    }
  }),
}
export default rule
